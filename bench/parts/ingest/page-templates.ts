/** An article of ours, and what stood around it. */
export interface SamplePage {
  readonly title: string;
  readonly standfirst?: string | undefined;
  /** Byline, caption, invitation, related headline: lines of the site's, not of the article. */
  readonly furniture: readonly string[];
  readonly body: readonly string[];
}

/** What other articles of the site are shown by. */
export interface Teaser {
  readonly title: string;
  readonly words: string;
}

/** A site's way to show an article; everything in it but the article is furniture. */
export type Template = (page: SamplePage, teasers: readonly Teaser[]) => string;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const linked = ({ title }: Teaser, index: number): string =>
  `<a href="/story-${index}">${escaped(title)}</a>`;

/** Puts pieces behind the paragraphs of these numbers. */
function within(lines: readonly string[], pieces: Readonly<Record<number, string>>): string {
  return lines.flatMap((line, index) => [line, pieces[index + 1] ?? '']).join('\n');
}

function headOf({ title, standfirst }: SamplePage, more = ''): string {
  return `<head><meta charset="utf-8"><title>${escaped(title)} | The Orme Echo</title>
<meta name="description" content="${escaped(standfirst ?? title)}"><meta property="og:title" content="${escaped(title)}">${more}
<style>.a{color:red}</style><script>window.ads = ["<p>not words of the page</p>"];</script></head>`;
}

const menu = `<nav class="menu"><ul>${[
  'Home',
  'News',
  'Business',
  'Sport',
  'Culture',
  'Weather',
  'Puzzles',
  'Sign in',
]
  .map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`)
  .join('')}</ul></nav>`;

const consent = `<div id="consent" role="dialog"><h2>We value your privacy</h2><p>We and our 218 partners store and read information on your device, such as cookies, to show you adverts that fit you and to count who sees them.</p><button>Accept all</button><button>More options</button></div>`;

const footer = `<footer><ul><li><a href="/about">About us</a></li><li><a href="/terms">Terms</a></li></ul><p>© 2026 The Orme Echo Ltd. All rights reserved. The Echo is not answerable for what other sites say.</p></footer>`;

const comments = `<section id="comments" class="comments"><h2>4 comments</h2>${[
  ['tern78', 'I said this would happen three years ago and nobody at the council wanted to hear it.'],
  [
    'Mrs Pike',
    'What a well-written piece, thank you. My father worked there until 1979 and would have agreed.',
  ],
  ['harbourlad', 'Follow the money! It is always the same five people who gain from these decisions.'],
  ['A. Reader', 'Could you please check the second figure? It does not fit what was printed on Monday.'],
]
  .map(
    ([name, words]) => `<div class="comment"><b>${name}</b><p>${words}</p><a href="#reply">Reply</a></div>`,
  )
  .join('')}</section>`;

/** Elements that say what they are, an invitation between the paragraphs, teasers behind. */
const semantic: Template = (page, teasers) => `<!doctype html><html lang="en">${headOf(page)}
<body>${consent}<header>${menu}</header><main><article><header><h1>${escaped(page.title)}</h1>
<p class="standfirst">${escaped(page.standfirst ?? '')}</p><address class="byline">${escaped(page.furniture[0] ?? '')}</address></header>
<figure><img src="/a.jpg" alt=""><figcaption>${escaped(page.furniture[2] ?? 'Photograph: A. Lund')}</figcaption></figure>
${within(page.body.map(paragraph), { 3: '<aside class="newsletter"><h3>The Morning Echo</h3><p>All the news of the coast in your inbox at seven, every weekday.</p><form><input type="email"><button>Sign up</button></form></aside>' })}
</article><section class="related"><h2>More on this</h2>${teasers.map((teaser, index) => `<article><h3>${linked(teaser, index)}</h3>${paragraph(teaser.words)}</article>`).join('')}</section></main>
${footer}</body></html>`;

/** Boxes with names, a sidebar as long as the article, shares and adverts among the paragraphs. */
const boxes: Template = (page, teasers) => `<!DOCTYPE html><html>${headOf(page)}
<body class="article-page"><div class="wrap"><div class="top">${menu}</div>
<div class="left-col"><div class="headline"><h1>${escaped(page.title)}</h1></div>
<div class="meta">${page.furniture.slice(0, 2).map(escaped).join(' | ')} <span class="share">Share Tweet Email Print</span></div>
<div class="story-text">${within(page.body.map(paragraph), {
  2: '<div class="ad-slot"><span>Advertisement</span></div>',
  5: `<div class="inline-related"><p>READ MORE: ${teasers[0] === undefined ? '' : linked(teasers[0], 0)}</p></div>`,
})}</div><div class="tags">Tags: <a href="/t/coast">Coast</a> <a href="/t/council">Council</a></div></div>
<div class="right-col"><h4>Most read</h4>${teasers.map((teaser, index) => `<div class="item">${linked(teaser, index)}${paragraph(teaser.words)}</div>`).join('')}</div>
</div><div class="bottom">${footer}</div></body></html>`;

/** One box of text parted by line breaks, in a table, as sites were once made. */
const table: Template = (page, teasers) => `<html>${headOf(page)}<body bgcolor="#ffffff">
<table width="100%"><tr><td colspan="3"><font size="5">The Orme Echo</font> <a href="/">Home</a> | <a href="/archive">Archive</a> | <a href="/letters">Letters</a></td></tr>
<tr><td width="160" valign="top"><b>Sections</b><br>${['News', 'Sport', 'Tides', 'Notices'].map((name) => `<a href="/${name}">${name}</a><br>`).join('')}</td>
<td valign="top"><h2>${escaped(page.title)}</h2><font size="1">${escaped(page.furniture[0] ?? '')}</font><br><br>
${page.body.map(escaped).join('<br><br>\n')}<br><br><a href="/print">Printer-friendly page</a></td>
<td width="200" valign="top"><b>Also today</b>${teasers.map((teaser, index) => `<p>${linked(teaser, index)}<br>${escaped(teaser.words)}</p>`).join('')}</td></tr>
<tr><td colspan="3"><font size="1">© 2026 The Orme Echo</font></td></tr></table></body></html>`;

/** Names that say nothing, JSON-LD that does, comments longer than a short article. */
const hashed: Template = (page, teasers) => `<!doctype html><html lang="en">${headOf(
  page,
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: page.title, author: { '@type': 'Person', name: 'Imogen Tull' } }).replaceAll('<', '\\u003c')}</script>`,
)}
<body><div id="root"><div class="css-1x9"><div class="css-77a">${menu}</div></div><div class="css-0k2"><div class="css-q1"><h1 class="css-h">${escaped(page.title)}</h1><div class="css-9s">${escaped(page.furniture[1] ?? '')}</div></div>
${within(
  page.body.map((words) => `<div class="css-pp"><p class="css-p">${escaped(words)}</p></div>`),
  {
    4: `<div class="css-box"><p class="css-p">${escaped(page.furniture[3] ?? 'Get our best stories first')}</p></div>`,
  },
)}</div>
<div class="css-rail">${teasers.map((teaser, index) => `<div class="css-card"><p>${linked(teaser, index)}</p>${paragraph(teaser.words)}</div>`).join('')}</div>
${comments}${footer}</div></body></html>`;

/** Paragraphs without their ends, headings between them, a box about the author, a note of the editors behind. */
const magazine: Template = (page, teasers) => `<!doctype html><html lang="en">${headOf(page)}
<body><div class="site-header">${menu}</div><div class="post"><h1 class="entry-title">${escaped(page.title)}</h1>
<p class="entry-meta">Posted on <time datetime="2026-11-16">16 November 2026</time> by <a href="/author/it">Imogen Tull</a>
<div class="entry-content">${within(
  page.body.map((words) => `<p>${escaped(words)}`),
  { 5: '<div class="wp-block-buttons"><a href="/support">Support our work</a></div>' },
)}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#f">Facebook</a><li><a href="#x">X</a></ul></div></div>
<div class="author-box"><h4>About the author</h4><p>Imogen Tull has written about the sea for eleven years. She lives on a boat and answers letters.</div>
<div class="post-navigation">${teasers.slice(0, 2).map(linked).join(' ')}</div>${comments}</div>
<div class="widget-area"><div class="widget"><h3>Recent posts</h3><ul>${teasers.map((teaser, index) => `<li>${linked(teaser, index)}`).join('')}</ul></div></div>${footer}</body></html>`;

export const templates: Readonly<Record<string, Template>> = { semantic, boxes, table, hashed, magazine };
