import type { App } from '../src/app.ts';
import { type IsAbout, makeLedger } from '../src/brief/ledger.ts';
import { makeFigureList } from '../src/brief/make-brief.ts';
import type { Choice, CompletionRequest, PressRequest } from '../src/domain/command.ts';
import type { Reply } from '../src/domain/reply.ts';
import { type Reader, scopesOf } from '../src/domain/scope.ts';
import { ledgerRoom, renderLedger } from '../src/render/render-ledger.ts';
import { stem, tellingStems, wordsOf } from '../src/story/words.ts';
import { textOption } from './story-option.ts';

/** Which page of which quantity. Times are UTC milliseconds; `until` keeps pages as they are while articles come in. */
interface Asked {
  readonly about: string;
  readonly since?: number | undefined;
  readonly until: number;
  readonly page: number;
}

/** A button's custom id has room for so many characters of the words asked about. */
const longestAbout = 60;

/** The telling words, as many as a button can carry. */
function aboutWords(asked: string): string {
  const words = wordsOf(asked).filter((word) => tellingStems(word).length > 0);
  while (words.join(' ').length > longestAbout) words.pop();
  return words.join(' ');
}

/** The sentence holds every word asked about, and what is measured, or what is counted, at least one. */
function isAbout(asked: string): IsAbout {
  const wanted = tellingStems(asked);
  return ({ unit }, sentence, label) => {
    const held = stemsOf(sentence);
    const measured = stemsOf(`${label} ${unit}`);
    return wanted.every((word) => held.has(word)) && wanted.some((word) => measured.has(word));
  };
}

const stemsOf = (words: string): ReadonlySet<string> => new Set(wordsOf(words).map(stem));

/** A quantity over time, across the stored articles that the reader may see. */
export async function ledger(
  { about: asked, since, until, page }: Asked,
  reader: Reader,
  app: App,
): Promise<Reply> {
  const about = aboutWords(asked);
  const request = { words: about, isAbout: isAbout(about), since, until, page };
  const made = await makeLedger(request, scopesOf(reader), app, ledgerRoom);
  return renderLedger(made, { about: about === '' ? asked : about, since, until });
}

/** A button of a ledger: "ledger:SINCE:UNTIL:PAGE:ABOUT", times in base 36. */
export async function pressLedger(
  { arguments: [since = '', until = '', page = '', ...about], reader, receivedAt }: PressRequest,
  app: App,
): Promise<Reply> {
  const place = {
    about: about.join(' '),
    since: since === '' ? undefined : Number.parseInt(since, 36) || 0,
    until: Number.parseInt(until, 36) || receivedAt,
    page: Number.parseInt(page, 10) || 0,
  };
  return await ledger(place, reader, app);
}

const mostChoices = 25;
const longestChoice = 100;
/** The newest articles, whose key figures are offered where no story is chosen: within 100 ms. */
const offeredArticles = 10;
const offeredFigures = 4;

/** What key figures measure: of the story where one is chosen, else of the newest. */
export async function completeAbout(
  { typed, options, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  const scopes = scopesOf(reader);
  const story = textOption(options, 'story');
  const chosen = story === undefined ? undefined : await app.articles.get(story, scopes);
  const newest = chosen === undefined ? await app.articles.latest({ scopes, limit: offeredArticles }) : [];
  const others = await Promise.all(newest.map(({ id }) => app.articles.get(id, scopes)));
  const articles = [chosen, ...others].filter((article) => article !== undefined);
  const most = chosen === undefined ? offeredFigures : mostChoices;
  const labels = articles.flatMap((article) =>
    makeFigureList(article, () => true, app.find)
      .figures.slice(0, most)
      .map(({ label }) => (label?.text ?? '').replaceAll(' … ', ' ')),
  );
  const begun = wordsOf(typed);
  return [...new Set(labels)]
    .filter((label) => label !== '' && label.length <= longestChoice && holds(label, begun))
    .slice(0, mostChoices)
    .map((label) => ({ name: label, value: label }));
}

/** Every typed word begins a word of the label. */
function holds(label: string, begun: readonly string[]): boolean {
  const words = wordsOf(label);
  return begun.every((begin) => words.some((word) => word.startsWith(begin)));
}
