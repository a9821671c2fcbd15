/** Paragraphs of an invented article, long enough for a page's main part to be told from its furniture. */
export const paragraphs = [
  'The ferry between Port Brannoch and the island of Sula will stop running at night from 3 March, the harbour board said on Tuesday.',
  'The board’s chair, Ines Okoro, said the last boat at 23:40 carried “eleven people on a good evening” and cost £4,100 a week to crew.',
  'Islanders answered with a petition that 612 of the 840 residents had signed by noon, and a promise to fill the boat every night until the vote.',
  '“You cannot close a road and call it a saving,” said Tam Reddick, who runs the bakery at the pier and crosses four times a week.',
  'The council will vote on the plan on 19 February, after a hearing in the school hall that anyone may attend.',
];

interface PageParts {
  readonly head?: string;
  readonly before?: string;
  readonly after?: string;
  readonly body?: readonly string[];
}

/** A news page with the usual furniture around an article. */
export function newsPage({ head = '', before = '', after = '', body = paragraphs }: PageParts = {}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Night ferry to Sula will stop | The Brannoch Bell</title>${head}</head>
<body class="has-cookies">
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport news of the day.</a></li></ul></nav>
<div role="dialog" class="consent"><p>We and our 214 partners store cookies on your device. Accept all of them to go on reading.</p></div>
${before}
<main><article><h1>Night ferry to Sula will stop</h1>
${body.map((words) => `<p>${words}</p>`).join('\n')}
${after}
</article></main>
<footer><p>Copyright The Brannoch Bell. All rights reserved by the owners.</p></footer>
</body></html>`;
}
