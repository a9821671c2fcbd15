import { describe, expect, it } from 'vitest';
import { summary } from '../../commands/summary.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { newArticle } from '../store/bench.ts';
import {
  buttonsOf,
  createTestApp,
  pressButton,
  pressOf,
  request,
  run,
  type TestApp,
  wordsOf,
} from './test-app.ts';

const first = [
  'The harbour council voted on Monday to rebuild the old sea wall below the lighthouse.',
  'Work will begin in March and cost £2.4m.',
  'Two members said that the money should go to the school instead.',
  'The vote ends three years of argument in the town about who should pay for the repairs.',
];
const later = [
  ...first.slice(0, 1),
  'Work will begin in June and cost £3.1m.',
  ...first.slice(2),
  'The builders asked for three more months.',
];

async function changedStory(second: readonly string[]) {
  const app = await createTestApp();
  const article = newArticle({ title: 'Sea wall to be rebuilt', text: first.join('\n') });
  await app.articles.put(article);
  await app.articles.put({ ...article, text: second.join('\n') });
  const reply = await run(summary, request('summary', { options: { story: 'sea wall rebuilt' } }), app);
  return { app, reply };
}

const whatChanged = async (reply: Reply, app: TestApp) =>
  wordsOf(
    await pressButton(summary, pressOf(reply, 'What changed'), {
      app,
      reader: { personId: '7', guildId: '1' },
    }),
  );

describe('/summary of an article that has changed', () => {
  it('says how much of it is new, and shows that', async () => {
    const { app, reply } = await changedStory(later);
    expect(wordsOf(reply)).toContain('Changed since it was first stored: 2 sentences new, 1 gone.');
    const changes = await whatChanged(reply, app);
    expect(changes).toContain('2 of 2 new sentences');
    expect(changes).toContain('Work will begin in June and cost £3.1m.');
    expect(changes).toContain('The builders asked for three more months.');
    expect(changes).not.toContain('March');
    expect(changes).not.toContain('Two members said');
  });

  it('says what is gone without showing it', async () => {
    const { app, reply } = await changedStory(first.slice(0, 3));
    expect(wordsOf(reply)).toContain('Changed since it was first stored: 1 sentence gone.');
    const changes = await whatChanged(reply, app);
    expect(changes).toContain('Nothing is new.');
    expect(changes).not.toContain('argument');
  });

  it('shows no more of it than half of the article', async () => {
    const { app, reply } = await changedStory(later.map((line) => line.replace('.', ', it was said.')));
    const changes = await whatChanged(reply, app);
    expect(changes).toMatch(/[123] of 5 new sentences/);
  });

  it.each([
    ['with the same sentences', first.toReversed()],
    ['not at all', first],
  ])('says nothing of it where it changed %s', async (_, second) => {
    const { reply } = await changedStory(second);
    expect(wordsOf(reply)).not.toContain('Changed since');
    expect(buttonsOf(reply)).not.toContain('What changed');
  });
});
