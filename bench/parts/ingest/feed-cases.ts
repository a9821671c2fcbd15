import { sampleArticles } from '../articles.ts';
import type { InputDocument } from './documents.ts';
import { encode } from './encode.ts';
import { escaped, expectationsOf, formats, plainRss, type SampleFeed } from './feed-formats.ts';
import type { Expectation } from './score-feeds.ts';

/** A feed, and what a reader should find in it. */
export interface FeedCase {
  readonly group: string;
  readonly name: string;
  readonly input: InputDocument;
  readonly expectations: readonly Expectation[];
  /** Of all its entries. */
  readonly titles: readonly string[];
}

const url = 'https://echo.example/news/feed.xml';

function inputOf(written: string | Uint8Array, contentType = 'application/xml'): InputDocument {
  return { bytes: typeof written === 'string' ? Buffer.from(written) : written, contentType, url };
}

/** Our own articles as a feed. */
async function sampleFeed(): Promise<SampleFeed> {
  const articles = await sampleArticles();
  return {
    title: 'The Orme Echo & Harbour News',
    link: 'https://echo.example/',
    entries: articles.map(({ title, url: link, publishedAt, author, text }, index) => {
      const paragraphs = text.split('\n\n');
      return {
        title: index % 3 === 0 ? `${title} & what follows` : title,
        link: link ?? `https://echo.example/${index}`,
        id: `urn:echo:${index}`,
        publishedAt: Math.floor(publishedAt / 1000) * 1000,
        author: author ?? 'Imogen Tull',
        summary: paragraphs[0] ?? title,
        content: paragraphs.map((words) => `<p>${escaped(words)}</p>`).join(''),
      };
    }),
  };
}

function wellFormed(feed: SampleFeed): readonly FeedCase[] {
  return Object.entries(formats).map(([name, write]) => ({
    group: 'well-formed',
    name,
    input: inputOf(write(feed), name === 'JSON Feed' ? 'application/feed+json' : 'application/xml'),
    expectations: expectationsOf(feed, name !== 'RSS, summaries alone'),
    titles: feed.entries.map(({ title }) => escaped(title)),
  }));
}

/** Ways in which feeds of the web are broken, done to a feed that is not. */
const damages: Readonly<Record<string, (written: string) => string | Uint8Array>> = {
  'bare ampersands': (written) => written.replaceAll('&amp; ', '& '),
  'bare ampersands in addresses': (written) => written.replaceAll('</link>', '?a=1&b=2</link>'),
  'references of HTML that nobody declares': (written) => written.replaceAll(' the ', '&nbsp;the '),
  'words of the server before it': (written) => `Notice: undefined index in feed.php on line 9\n${written}`,
  'white space before the declaration': (written) => `\n \n${written}`,
  'a byte order mark twice': (written) => `\ufeff\ufeff${written}`,
  'control characters': (written) =>
    written.replaceAll('<title>', '<title>\u0003').replaceAll('. ', '.\u000b '),
  'a NUL in a title': (written) =>
    written.replace('</title></', '\0</title></').replace('<item><title>', '<item><title>\0'),
  'bare signs': (written) => written.replaceAll('<description>', '<description>1 < 2 and '),
  'markup that is not escaped': (written) =>
    written.replaceAll('<description>', '<description><p>So<br>it is: '),
  'prefixes that nobody declares': (written) =>
    written.replaceAll('</item>', '<slash:comments>3</slash:comments><x:y z:w="1"/></item>'),
  'an end of another name': (written) => written.replace(/(<item>.*?)<\/description>/s, '$1</desc>'),
  'an end of another name above its entries': (written) => written.replace('</description>', '</desc>'),
  'no ends of titles': (written) => written.replaceAll(/(<item><title>[^<]*)<\/title>/g, '$1'),
  'no ends of entries': (written) => written.replaceAll('</item>', ''),
  'an open section': (written) => written.replace(/(<item>.*?<description>)/s, '$1<![CDATA['),
  'an attribute without quotes': (written) => written.replaceAll('isPermaLink="false"', 'isPermaLink=false'),
  'an attribute twice': (written) =>
    written.replaceAll('isPermaLink="false"', 'isPermaLink="false" isPermaLink="false"'),
  'capitals at the start only': (written) =>
    written.replaceAll('<item>', '<ITEM>').replaceAll('<title>', '<Title>'),
  'no end at all': (written) => written.slice(0, written.lastIndexOf('</item>')),
  'its end in the middle of a tag': (written) => written.slice(0, written.lastIndexOf('</description>') + 5),
  'a script of an advert behind it': (written) => `${written}\n<script>var a = "<b>" && 1;</script>`,
  'no root': (written) => written.replace(/<rss[^>]*>/, '').replace('</rss>', ''),
  'a byte of another charset among its own': (written) => {
    const at = written.indexOf('’');
    return Buffer.concat([
      Buffer.from(written.slice(0, at)),
      Buffer.from([0x92]),
      Buffer.from(written.slice(at + 1)),
    ]);
  },
  'a declaration that is wrong': (written) => written.replace('encoding="utf-8"', 'encoding="utf-16"'),
};

function malformed(feed: SampleFeed): readonly FeedCase[] {
  const written = plainRss(feed);
  const titles = feed.entries.map(({ title }) => escaped(title));
  return Object.entries(damages).map(([name, damage]) => ({
    group: 'malformed',
    name,
    input: inputOf(damage(written)),
    // Titles, ids and dates: what some of the damages leave as it was.
    expectations: expectationsOf(feed, false).filter(
      ({ entry, field }) => entry !== undefined && ['title', 'id', 'published'].includes(field),
    ),
    titles,
  }));
}

const at = '<pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>';
const atomStart = '<feed xmlns="http://www.w3.org/2005/Atom"';
const xhtml = (inside: string, attributes = '') =>
  `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"${attributes}>${inside}</div></content>`;

/** A feed of one entry with the addresses that it should have: of the entry, and of the links in its words. */
const relativeFeeds: readonly (readonly [name: string, written: string, link: string, hrefs?: string])[] = [
  [
    'RSS, seen from the feed',
    `<rss version="2.0"><channel><item><title>a</title><link>one</link>${at}</item></channel></rss>`,
    'https://echo.example/news/one',
  ],
  [
    'RSS, from the root',
    `<rss version="2.0"><channel><item><title>a</title><link>/one?x=1</link></item></channel></rss>`,
    'https://echo.example/one?x=1',
  ],
  [
    'RSS, without a scheme',
    `<rss version="2.0"><channel><item><title>a</title><link>//other.example/one</link></item></channel></rss>`,
    'https://other.example/one',
  ],
  [
    'RSS, white space around it',
    `<rss version="2.0"><channel><item><title>a</title><link>\n  one\n</link></item></channel></rss>`,
    'https://echo.example/news/one',
  ],
  [
    'RSS, a base of its own',
    `<rss version="2.0" xml:base="https://b.example/x/"><channel><item><title>a</title><link>one</link></item></channel></rss>`,
    'https://b.example/x/one',
  ],
  [
    'RSS, a base of the entry',
    `<rss version="2.0" xml:base="https://b.example/x/"><channel><item xml:base="y/"><title>a</title><link>one</link></item></channel></rss>`,
    'https://b.example/x/y/one',
  ],
  [
    'RSS, links in its words',
    `<rss version="2.0"><channel><item><title>a</title><link>https://echo.example/1</link><description>&lt;a href="/p"&gt;x&lt;/a&gt; &lt;img src="q.png"&gt;</description></item></channel></rss>`,
    'https://echo.example/1',
    'https://echo.example/p https://echo.example/news/q.png',
  ],
  [
    'Atom, seen from the feed',
    `${atomStart}><entry><title>a</title><link href="one"/></entry></feed>`,
    'https://echo.example/news/one',
  ],
  [
    'Atom, the base of the feed',
    `${atomStart} xml:base="https://b.example/x/"><entry><title>a</title><link href="../one"/></entry></feed>`,
    'https://b.example/one',
  ],
  [
    'Atom, the base of the entry',
    `${atomStart} xml:base="https://b.example/x/"><entry xml:base="/y/"><title>a</title><link href="one"/></entry></feed>`,
    'https://b.example/y/one',
  ],
  [
    'Atom, the base of the link',
    `${atomStart}><entry><title>a</title><link xml:base="https://c.example/" href="one"/></entry></feed>`,
    'https://c.example/one',
  ],
  [
    'Atom, a base that is relative itself',
    `${atomStart} xml:base="x/"><entry><title>a</title><link href="one"/></entry></feed>`,
    'https://echo.example/news/x/one',
  ],
  [
    'Atom, HTML',
    `${atomStart} xml:base="https://b.example/x/"><entry><title>a</title><link href="one"/><content type="html" xml:base="y/">&lt;a href="z">w&lt;/a></content></entry></feed>`,
    'https://b.example/x/one',
    'https://b.example/x/y/z',
  ],
  [
    'Atom, XHTML',
    `${atomStart} xml:base="https://b.example/x/"><entry><title>a</title><link href="one"/>${xhtml('<a href="z">w</a>', ' xml:base="y/"')}</entry></feed>`,
    'https://b.example/x/one',
    'https://b.example/x/y/z',
  ],
  [
    'Atom, XHTML with a base within',
    `${atomStart}><entry><title>a</title><link href="one"/>${xhtml('<a href="p">w</a><p xml:base="https://d.example/"><img src="q.png"/></p>')}</entry></feed>`,
    'https://echo.example/news/one',
    'https://echo.example/news/p https://d.example/q.png',
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xml:base="https://b.example/"><channel><title>c</title></channel><item><title>a</title><link>one</link></item></rdf:RDF>`,
    'https://b.example/one',
  ],
  [
    'JSON Feed',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      items: [{ id: '1', title: 'a', url: '/one', content_html: '<a href="two">x</a>' }],
    }),
    'https://echo.example/one',
    'https://echo.example/news/two',
  ],
];

function relative(): readonly FeedCase[] {
  return relativeFeeds.map(([name, written, link, hrefs]) => ({
    group: 'relative addresses',
    name,
    input: inputOf(written),
    expectations: [
      { entry: 0, field: 'link', value: link },
      ...(hrefs === undefined ? [] : [{ entry: 0, field: 'hrefs' as const, value: hrefs }]),
    ],
    titles: ['a'],
  }));
}

const words = {
  western: ['Café “Größe” öffnet früh', 'Ça coûte 3 £ – dit-elle'],
  central: ['Żółta łódź płynie nocą', 'Příliš žluťoučký kůň pil'],
  russian: ['Ночной паром больше не ходит', 'Совет голосует в четверг вечером'],
  greek: ['Το νυχτερινό πλοίο σταματά', 'Το συμβούλιο ψηφίζει'],
  japanese: ['夜の船は三月から止まる', '港の役所が火曜日に発表した'],
  chinese: ['夜间渡轮将从三月起停运', '港务局星期二宣布停运'],
  korean: ['섬으로 가는 밤배가 멈춘다', '항만청이 화요일에 밝혔다'],
} as const;

type Wrong = 'not said' | 'in HTTP alone' | 'said to be another';

const charsets: readonly (readonly [string, keyof typeof words, Wrong?])[] = [
  ['windows-1252', 'western'],
  ['windows-1252', 'western', 'in HTTP alone'],
  ['windows-1252', 'western', 'not said'],
  ['windows-1252', 'western', 'said to be another'],
  ['windows-1250', 'central'],
  ['iso-8859-2', 'central', 'in HTTP alone'],
  ['windows-1251', 'russian'],
  ['windows-1251', 'russian', 'not said'],
  ['koi8-r', 'russian'],
  ['koi8-r', 'russian', 'said to be another'],
  ['iso-8859-7', 'greek'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese', 'in HTTP alone'],
  ['gbk', 'chinese'],
  ['big5', 'chinese', 'in HTTP alone'],
  ['euc-kr', 'korean'],
  ['utf-16le', 'russian'],
  ['utf-16be', 'japanese'],
  ['utf-16le', 'western', 'not said'],
];

/** What Big5 writes is written in the long characters. */
const asWritten = (title: string, charset: string): string =>
  charset === 'big5'
    ? title
        .replaceAll('间', '間')
        .replaceAll('将', '將')
        .replaceAll('从', '從')
        .replaceAll('轮', '輪')
        .replaceAll('运', '運')
        .replaceAll('务', '務')
        .replaceAll('宣布', '宣佈')
    : title;

function encodingCase([charset, language, wrong]: (typeof charsets)[number]): FeedCase {
  const titles = words[language].map((title) => asWritten(title, charset));
  const isWide = charset.startsWith('utf-16');
  const said = { 'not said': '', 'in HTTP alone': '', 'said to be another': ' encoding="utf-8"' };
  const declared = wrong === undefined ? ` encoding="${isWide ? 'utf-16' : charset}"` : said[wrong];
  const mark = isWide && wrong === undefined ? '\ufeff' : '';
  const items = titles.map(
    (title) => `<item><title>${title}</title><description>${title.repeat(3)}</description></item>`,
  );
  const written = `${mark}<?xml version="1.0"${declared}?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
  const http = wrong === 'in HTTP alone' ? `; charset=${charset}` : '';
  return {
    group: 'encodings',
    name: `${charset}${wrong === undefined ? '' : `, ${wrong}`}`,
    input: inputOf(encode(written, charset), `text/xml${http}`),
    expectations: titles.map((title, entry) => ({ entry, field: 'title', value: title })),
    titles,
  };
}

/** Our own cases, all kinds of them. */
export async function feedCases(): Promise<readonly FeedCase[]> {
  const feed = await sampleFeed();
  return [...wellFormed(feed), ...malformed(feed), ...relative(), ...charsets.map(encodingCase)];
}
