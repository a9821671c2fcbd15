import { createTestApp, morning, type TestApp } from '../commands/test-app.ts';
import { newArticle } from '../store/bench.ts';
import { groupTogether } from '../story/together.ts';

const hourMs = 3_600_000;

interface Told {
  readonly source: string;
  readonly title: string;
  readonly text: string;
}

const aground: readonly Told[] = [
  {
    source: 'The Brannoch Bell',
    title: 'Sula ferry runs aground',
    text: [
      'The car ferry to Sula ran aground on a sandbank on Tuesday evening with 84 passengers aboard.',
      'Nobody was hurt, the coastguard said, and two tugs are on their way from Port Brannoch.',
      '“We felt a bump, and then it was very quiet,” said Elin Marr, who was in the saloon.',
      'The next tide that is high enough comes at four in the morning.',
      'The ferry was built in 1987 and was to be sold in spring.',
      'Islanders have asked for a new one for ten years.',
    ].join('\n\n'),
  },
  {
    source: 'Harbour Wire',
    title: 'Car ferry aground off Sula',
    text: [
      'A car ferry is stuck on a sandbank off Sula with 91 passengers aboard.',
      'The harbour master, Tor Lindgren, said the crew had mistaken one buoy for another.',
      '“It was fog, and it was the wrong buoy,” Lindgren said.',
      'A ferry from the mainland will take the passengers off at noon.',
      'The company would not say how long the ship will be out of service.',
    ].join('\n\n'),
  },
];

const onFire: readonly Told[] = [
  {
    source: 'Marrow Bay News',
    title: 'Ferry burns in Marrow Bay',
    text: [
      'Fire broke out on the car deck of a ferry in Marrow Bay on Friday with 340 passengers aboard.',
      'All of them left in lifeboats and were picked up by trawlers.',
      'The ferry’s captain, Odile Farr, was the last to leave.',
      'An electric bicycle is thought to have started the fire, the fire service said.',
      'The ship will be towed to Ostley, where it was built.',
    ].join('\n\n'),
  },
];

/** An app with the samples and two stories of ferries: one that ran aground, of which two papers differ, and one that burned. */
export async function withFerries(): Promise<
  TestApp & { readonly agroundId: string; readonly fireId: string }
> {
  const app = await createTestApp();
  async function tell(story: readonly Told[], host: string): Promise<string> {
    const articles = story.map((one, index) =>
      newArticle({
        ...one,
        url: `https://${host}-${index}.example/ferry`,
        publishedAt: morning - (5 - index) * hourMs,
      }),
    );
    for (const article of articles) await app.articles.put(article);
    await groupTogether(
      app.stories,
      articles.map(({ id }) => id),
    );
    return articles[0]?.id ?? '';
  }
  return Object.assign(app, { agroundId: await tell(aground, 'sula'), fireId: await tell(onFire, 'marrow') });
}
