import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { answerMessage } from '../../commands/direct-message.ts';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { OptionValue } from '../../src/domain/command.ts';
import { conversationKey } from '../../src/domain/conversation.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { passagesIn } from '../../src/domain/reply-passages.ts';
import { withFerries } from '../answer/ferries.ts';
import { problemOf } from '../problem-of.ts';
import { recordingLog } from '../recording-log.ts';
import { newArticle } from '../store/bench.ts';
import { groupTogether } from '../story/together.ts';
import { answerTo, message } from './messages.ts';
import { buttonsOf, morning, pressButton, pressOf, request, run, type TestApp, wordsOf } from './test-app.ts';

const reader = { personId: '7', guildId: '1' };

const askedOf = (app: TestApp, question: string, options: Record<string, OptionValue> = {}): Promise<Reply> =>
  run(ask, request('ask', { options: { question, ...options } }), app);

const press = (app: TestApp, customId: string): Promise<Reply> => pressButton(ask, customId, { app, reader });

const fire = 'Who was the captain of the ferry that burned?';

/** Without addresses. */
const plain = (reply: Reply): string => wordsOf(reply).replace(/\(<[^>]*>\)/g, '');

describe('/ask', () => {
  it('answers with a sentence word for word, its source and its age, out of all that is stored', async () => {
    const app = await withFerries();
    const reply = await askedOf(app, fire);
    expect(plain(reply).split('\n')).toEqual([
      '-# Found in 1 of 17 articles · [Ferry burns in Marrow Bay]',
      '> The ferry’s captain, **Odile Farr**, was the last to leave.',
      expect.stringMatching(/^-# \[Marrow Bay News\] · <t:\d+:R>$/),
    ]);
    expect(buttonsOf(reply)).toEqual(['Summary']);
    expect(wordsOf(reply)).toContain('https://marrow-0.example/ferry#:~:text=');
  });

  it('shows what sources say differently side by side, each with its age', async () => {
    const app = await withFerries();
    const words = plain(await askedOf(app, 'How many passengers were aboard the Sula ferry?'));
    expect(words).toContain('The sources say different things:');
    expect(words).toMatch(
      /> .*\*\*91\*\*.*\n-# \[Harbour Wire\] · <t:\d+:R>\n> .*\*\*84\*\*.*\n-# \[The Brannoch Bell\] · <t:/,
    );
  });

  it('names who says the quotation that it shows', async () => {
    const app = await withFerries();
    const words = plain(await askedOf(app, 'What did Elin Marr say about the bump?'));
    expect(words).toContain('“We felt a bump, and then it was very quiet,” said Elin Marr');
    expect(words).toMatch(/^-# — \*\*Elin Marr\*\* · \[The Brannoch Bell\]/m);
  });

  it('is about the story that is chosen', async () => {
    const app = await withFerries();
    const words = plain(await askedOf(app, 'How many passengers were aboard?', { story: app.fireId }));
    expect(words).toContain('Found in [Ferry burns in Marrow Bay]');
    expect(words).toContain('**340** passengers');
  });

  it('asks which of two stories is meant, and a button asks it of one', async () => {
    const app = await withFerries();
    const reply = await askedOf(app, 'Where was the ferry built?');
    expect(plain(reply)).toMatch(/^Which one\?\n1\) \[.*\]\n-# .*\n2\) \[.*\]\n-# /);
    expect(buttonsOf(reply)).toEqual(['This one', 'This one']);
    const customId = pressOf(reply, 'This one');
    expect(customId).toMatch(/^ask:of:[\w-]{22}:Where was the ferry built\?$/);
    expect(plain(await press(app, customId))).toMatch(/^(?:-# Found|Nothing) in /);
  });

  it('remembers a question that is too long for a button for some minutes, until its asker is forgotten', async () => {
    const app = await withFerries();
    const long =
      'Which salary did the late captain Ruprecht Zoll of Duisburg have in 1911, when he was not at sea but at home?';
    const keyOf = async () => pressOf(await askedOf(app, long, { story: app.fireId }), 'Ask all articles');
    expect(await keyOf()).toMatch(/^ask:kept:all:[\w-]+$/);
    expect(plain(await press(app, await keyOf()))).toMatch(/^Nothing in 17 stored articles/);
    const late = await keyOf();
    app.now += 16 * 60_000;
    expect(await problemOf(press(app, late))).toEqual({ code: 'questionGone' });
    const own = await keyOf();
    await app.forgetPerson('7');
    expect(await problemOf(press(app, own))).toEqual({ code: 'questionGone' });
  });

  it('says that no article says it: how many, which word none has, and what comes nearest', async () => {
    const app = await withFerries();
    const reply = await askedOf(app, 'Did the ferry to Duisburg sink?');
    expect(plain(reply)).toMatch(
      /^Nothing in 17 stored articles says this\.\n-# No article has “Duisburg”.*\.\n-# Nearest headlines:\n1\) \[.*erry.*\]\n-# /,
    );
    expect(buttonsOf(reply)[0]).toBe('Open');
    const opened = await press(app, pressOf(reply, 'Open'));
    expect(plain(opened)).toMatch(/^### \[.*erry/);
    expect(plain(await askedOf(app, 'and who said that?'))).toMatch(/^-# Said in \[.*erry/);
  });

  it('of one story says what it lacks, and asks all the others at a press', async () => {
    const app = await withFerries();
    const reply = await askedOf(app, 'Did Odile Farr leave the ferry?', { story: app.agroundId });
    expect(plain(reply)).toMatch(
      /^Nothing in 2 articles on \[Car ferry aground off Sula\] says this\.\n-# Not in there: “Odile/,
    );
    const everywhere = await press(app, pressOf(reply, 'Ask all articles'));
    expect(plain(everywhere)).toContain('captain, Odile Farr, was the last to leave');
  });

  it('looks at articles since a day only', async () => {
    const app = await withFerries();
    const said = await askedOf(app, 'How many jobs does Larkspur Foods cut?', { since: '2026-11-20' });
    expect(plain(said)).toMatch(/^Nothing in \d+ stored articles \(since <t:\d+:D>\) says this\./);
    expect(plain(await askedOf(app, 'How many jobs does Larkspur Foods cut?'))).toContain('**900**');
  });

  it('is for the asker alone, unless they share it', () => {
    const asked = (options: Record<string, OptionValue>) => ask.visibility(request('ask', { options }));
    expect([asked({}), asked({ share: true })]).toEqual(['private', 'public']);
  });
});

describe('a talk', () => {
  it.each([
    ['a question without a name stays with the story', 'how many passengers were aboard?', 'Ferry burns'],
    ['a question about another story goes there', 'When was the Sula ferry built?', 'Car ferry aground'],
    ['what is bare is asked of the story', 'where?', 'Ferry burns'],
    ['a summary is of the story', 'summarise it', 'Ferry burns'],
    ['so are other sources', 'what do others write?', 'Ferry burns'],
    ['and what changed', 'what changed?', 'Ferry burns'],
    ['something in the story is answered there', 'what about the lifeboats?', 'Ferry burns'],
    ['the words of another story tell that', 'what about the rail fares?', 'Rail fares to rise'],
    ['a title is that story', 'Sula ferry runs aground', 'Sula ferry runs aground'],
  ])('%s: "%s"', async (_, text, title) => {
    const app = await withFerries();
    await answerTo(message(fire), app);
    expect(plain(await answerTo(message(text), app))).toContain(`[${title}`);
  });

  it('is one person’s in one channel, and remembers the story and not a word', async () => {
    const app = await withFerries();
    await answerTo(message(fire), app);
    expect(await app.conversations.get(conversationKey({ personId: '7' }, '3'))).toEqual({
      storyId: app.fireId,
    });
    const others = [{ reader: { personId: '8' } }, { channelId: '4' }];
    for (const given of others)
      expect(plain(await answerTo(message('and who said that?', given), app))).toMatch(/^Which story\?/);
  });

  it('answers nobody from another’s text', async () => {
    const app = await withFerries();
    const text = 'The heron of Elmsby is called Agatha. She lives in the clock tower. The verger feeds her.';
    await app.articles.put(newArticle({ title: 'The heron of Elmsby', text, scope: 'person:7' }));
    expect(plain(await answerTo(message('What is the heron of Elmsby called?'), app))).toContain('Agatha');
    const other = await answerTo(
      message('What is the heron of Elmsby called?', { reader: { personId: '8' } }),
      app,
    );
    expect(plain(other)).toContain('Nothing in 17 stored articles says this.');
  });

  it('has twenty questions in ten minutes, then says when there is one again', async () => {
    const app = await withFerries();
    for (let count = 0; count < 20; count += 1) await answerTo(message('summarise'), app);
    const refused = answerMessage(message('summarise'), app, () => undefined);
    expect(await problemOf(refused)).toEqual({ code: 'tooManyQuestions', until: morning + 600_000 });
  });
});

describe('what an answer shows', () => {
  const questions = [
    fire,
    'How many passengers were aboard the Sula ferry?',
    'What did Tor Lindgren say about the buoy?',
    'How did Hallowford reach the cup final?',
    'What do scientists say about the worm?',
  ];

  it.each(questions)('is lawful, and no more than half of an article: "%s"', async (question) => {
    const app = await withFerries();
    const reply = await askedOf(app, question);
    const { log, events } = recordingLog();
    const kept = await keepLaw(reply, ['public'], {
      articles: app.articles,
      log,
      metrics: { count: () => {} },
    });
    expect([kept, events]).toEqual([reply, []]);
    const passages = reply.blocks.flatMap(passagesIn).filter(({ of }) => of === 'text');
    expect(passages.length).toBeGreaterThan(0);
    for (const { articleId } of passages) {
      const { text = '' } = (await app.articles.get(articleId, ['public'])) ?? {};
      const shown = passages.filter((one) => one.articleId === articleId).map((one) => one.text);
      expect(shown.join(' ').split(/\s+/).length).toBeLessThanOrEqual(text.split(/\s+/).length / 2);
    }
  });

  it('is more at a press: what other articles say to the same question', async () => {
    const app = await withFerries();
    const told = [
      'The bridge at Oxwell fell into the Tarn on Monday because a bolt had rusted through. It was 61 years old. Nobody was on it.',
      'Rain may have been too much for the old bridge at Oxwell. A pier sank because the rain had washed the gravel away, an engineer said. The road is closed.',
    ].map((text, index) => newArticle({ title: 'Oxwell bridge falls', source: `Paper ${index}`, text }));
    for (const article of told) await app.articles.put(article);
    await groupTogether(
      app.stories,
      told.map(({ id }) => id),
    );
    const reply = await askedOf(app, 'Why did the bridge at Oxwell fall?');
    const more = plain(await press(app, pressOf(reply, 'More')));
    expect(more).toMatch(/^> .*\n-# Paper \d/);
    expect(plain(reply)).not.toContain(more.split('\n')[0]);
  });
});
