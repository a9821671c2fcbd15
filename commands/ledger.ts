import type { App } from '../src/app.ts';
import { type IsAbout, makeLedger } from '../src/brief/ledger.ts';
import { makeFigureList } from '../src/brief/make-brief.ts';
import type { Choice, CompletionRequest, PressRequest } from '../src/domain/command.ts';
import type { Reply } from '../src/domain/reply.ts';
import { type Reader, scopesOf } from '../src/domain/scope.ts';
import { ledgerRoom, renderLedger } from '../src/render/render-ledger.ts';
import { articleOrLead } from '../src/story/find-story.ts';
import { holdsBegun, stemsOf, tellingStems, tellingWords, wordsOf } from '../src/story/words.ts';
import { type PagePlace, readPagePlace } from './page-place.ts';
import { longestChoice, mostChoices, textOption } from './story-option.ts';

/** Which page of which quantity. */
interface Asked extends PagePlace {
  readonly about: string;
}

/** A button's custom id has room for so many characters of the words asked about. */
const longestAbout = 60;

/** The telling words, as many as a button can carry. */
function aboutWords(asked: string): string {
  const words = tellingWords(asked);
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

/** A button of a ledger: "ledger:SINCE:UNTIL:PAGE:ABOUT". */
export async function pressLedger(request: PressRequest, app: App): Promise<Reply> {
  const { place, subject } = readPagePlace(request);
  return await ledger({ ...place, about: subject.join(' ') }, request.reader, app);
}

/** The newest stories, whose key figures are offered where none is chosen: within 100 ms. */
const offeredStories = 10;
const offeredFigures = 4;

/** What key figures measure: of the story where one is chosen, else of the newest. */
export async function completeAbout(
  { typed, options, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  const scopes = scopesOf(reader);
  const story = textOption(options, 'story');
  const chosen = story === undefined ? undefined : await articleOrLead(story, scopes, app);
  const newest = chosen === undefined ? await app.stories.latest({ scopes, limit: offeredStories }) : [];
  const others = await Promise.all(newest.map(({ lead }) => app.articles.get(lead.id, scopes)));
  const articles = [chosen, ...others].filter((article) => article !== undefined);
  const most = chosen === undefined ? offeredFigures : mostChoices;
  const labels = articles.flatMap((article) =>
    makeFigureList(article, () => true, app.find)
      .figures.slice(0, most)
      .map(({ label }) => (label?.text ?? '').replaceAll(' … ', ' ')),
  );
  const begun = wordsOf(typed);
  return [...new Set(labels)]
    .filter((label) => label !== '' && label.length <= longestChoice && holdsBegun(label, begun))
    .slice(0, mostChoices)
    .map((label) => ({ name: label, value: label }));
}
