import { describe, expect, it } from 'vitest';
import { feedOf, rss } from './feeds.ts';

const second = '<item><title>Two</title><link>http://a.example/2</link></item>';
const two = (broken: string) => rss(`<title>C</title>${broken}${second}`);

describe('a feed that is not well-formed gives all its entries', () => {
  const broken: readonly [string, string | Uint8Array, readonly string[]][] = [
    [
      'ampersands',
      two('<item><title>Q & A</title><link>http://a.example/?a=1&copy=2</link></item>'),
      ['Q & A', 'Two'],
    ],
    ['signs', two('<item><title>1 < 2 and <3</title></item>'), ['1 < 2 and <3', 'Two']],
    ['its end missing in a text', `<rss><channel>${second}<item><title>On`, ['Two', 'On']],
    ['its end missing in a tag', `<rss><channel>${second}<item><title>One</title><descri`, ['Two', 'One']],
    [
      'its end missing in a character',
      Buffer.concat([Buffer.from(`<rss>${second}<item><title>Café `), Buffer.from([0xc3])]),
      ['Two', 'Café \ufffd'],
    ],
    [
      'words of the server before it',
      `Warning: x in <b>y.php</b>\n<?xml version="1.0"?>${two('<item><title>One</title></item>')}`,
      ['One', 'Two'],
    ],
    ['words after it', `${two('<item><title>One</title></item>')}<script>"x"</script> &`, ['One', 'Two']],
    [
      'two declarations',
      `<?xml version="1.0"?><?xml version="1.0">${two('<item><title>One</title></item>')}`,
      ['One', 'Two'],
    ],
    ['control characters', two('<item><title>O\x01n\x0be</title></item>'), ['One', 'Two']],
    ['NULs', two('<item><title>O\0ne</title></item>'), ['One', 'Two']],
    ['byte order marks', `\ufeff\ufeff${two('<item><title>\ufeffOne</title></item>')}`, ['One', 'Two']],
    ['forbidden references', two('<item><title>One&#0;&#xFFFF;</title>&</item>'), ['One', 'Two']],
    [
      'an attribute twice',
      two('<item><title>One</title><enclosure url="http://a.example/1" url="x"/></item>'),
      ['One', 'Two'],
    ],
    [
      'an attribute without quotes',
      two('<item><title>One</title><enclosure url=http://a.example/1 /></item>'),
      ['One', 'Two'],
    ],
    [
      'a quote missing',
      two(
        '<item><title>One</title><enclosure url="http://a.example/1/><description>say "x"</description></item>',
      ),
      ['One', 'Two'],
    ],
    [
      'a section without its end',
      two('<item><title>One</title><description><![CDATA[x <b>y</b></description></item>'),
      ['One', 'Two'],
    ],
    [
      'a section without its end before another',
      two('<item><title><![CDATA[One</title><description><![CDATA[z]]></description></item>'),
      ['One', 'Two'],
    ],
    ['a comment without its end', two('<item><title>One</title></item><!-- x '), ['One', 'Two']],
    [
      'ends of other names',
      two('<item><title>One</titel><link>http://a.example/1</link></item>'),
      ['One', 'Two'],
    ],
    [
      'ends in disorder',
      two('<item><title>One</title><description><b>x<i>y</b></i></description></item>'),
      ['One', 'Two'],
    ],
    ['no ends of entries', '<rss><channel><item><title>One</title><item><title>Two</title>', ['One', 'Two']],
    ['no ends of titles', two('<item><title>One<link>http://a.example/1</link></item>'), ['One', 'Two']],
    ['HTML between its elements', two('<item><br><p>x<title>One</title></item>'), ['One', 'Two']],
    [
      'tags in capitals',
      `<RSS><CHANNEL><ITEM><TITLE>One</title></ITEM>${second}</CHANNEL></RSS><`,
      ['One', 'Two'],
    ],
    ['no root', `<item><title>One</title></item>${second}`, ['One', 'Two']],
    ['two roots', `${rss('<item><title>One</title></item>')}${rss(second)}`, ['One', 'Two']],
    [
      'XHTML without its ends',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><content type="xhtml"><div><p>a<br>b</div></content></entry><entry><title>Two</title></entry></feed>',
      ['One', 'Two'],
    ],
    [
      'a charset that it is not in',
      `<?xml version="1.0" encoding="utf-16"?>${two('<item><title>Café &</title></item>')}`,
      ['Café &', 'Two'],
    ],
    ['blanks in its tags', two('< item>< title>One</ title></ item>'), ['One', 'Two']],
    [
      'second escaping',
      two('<item><title>One</title></item>').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      ['One', 'Two'],
    ],
    [
      'commas at the end of JSON',
      '{"title":"C","items":[{"title":"One","tags":["a",],},{"title":"Two",},],}',
      ['One', 'Two'],
    ],
    ['line ends in JSON', '{"title":"C","items":[{"title":"One\n"},{"title":"Two\t"}]}', ['One', 'Two']],
    [
      'JSON that breaks off',
      '{"title":"C","items":[{"title":"One"},{"title":"Two","authors":[]},{"title":"Thr',
      ['One', 'Two'],
    ],
    ['words after JSON', '{"title":"C","items":[{"title":"One"}]}<!-- 3 ms -->', ['One']],
  ];
  it.each(broken)('for all its %s', (_, written, titles) => {
    const feed = feedOf(written);
    expect(feed.entries.map(({ title }) => title)).toEqual(titles);
    expect(feed.isMended).toBe(true);
  });

  it('and nothing of what stands in a section that lacks its end is lost', () => {
    const feed = feedOf(
      two('<item><description><![CDATA[Go <b>on</b></description><title>One</title></item>'),
    );
    expect(feed.entries[0]).toMatchObject({ title: 'One', summary: 'Go <b>on</b>' });
  });
});
