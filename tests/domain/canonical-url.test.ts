import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, plainUrl } from '../../src/domain/canonical-url.ts';

const ferry = 'https://bell.example/news/ferry';

describe('the canonical spelling of an address', () => {
  it.each([
    ['HTTPS://Bell.Example:443/news/ferry'],
    ['http://bell.example/news/ferry'],
    ['http://bell.example:80/news/ferry'],
    ['https://www.bell.example/news/ferry'],
    ['https://m.bell.example/news/ferry'],
    ['https://mobile.bell.example/news/ferry'],
    ['https://amp.bell.example/news/ferry'],
    ['https://www.m.bell.example/news/ferry'],
    ['https://bell.example./news/ferry'],
    ['https://me:secret@bell.example/news/ferry'],
    ['https://bell.example/news/ferry/'],
    ['https://bell.example//news//ferry'],
    ['https://bell.example/news/./old/../ferry'],
    ['https://bell.example/news/f%65rry'],
    ['https://bell.example/news/ferry/index.html'],
    ['https://bell.example/news/ferry/index.php'],
    ['https://bell.example/news/ferry/default.aspx'],
    ['https://bell.example/news/ferry;jsessionid=0A1B'],
    ['https://bell.example/news/ferry#comments'],
    ['https://bell.example/news/ferry#:~:text=night%20ferry'],
    ['https://bell.example/news/ferry?'],
    ['https://bell.example/news/ferry?utm_source=a&utm_medium=b&fbclid=c'],
    ['https://bell.example/news/ferry?at_medium=RSS&ns_campaign=a&CMP=share_btn_tw&smid=x'],
    ['https://bell.example/news/ferry?WT.mc_id=a&xtor=AL-1&spm=a.1&yclid=1&mkt_tok=z&hsa_acc=1'],
    ['https://bell.example/news/ferry?_ga=1.2&mc_cid=a&mc_eid=b&guccounter=1&partner=rss&s_cid=1'],
    ['https://bell.example/news/ferry?ref=rss&ref_src=twsrc%5Etfw&source=newsletter&from=homepage'],
    ['https://bell.example/news/ferry?ref=other.example'],
    ['https://bell.example/news/ferry?gclid=a&amp;utm_term=b'],
    ['https://bell.example/amp/news/ferry'],
    ['https://bell.example/news/ferry/amp'],
    ['https://bell.example/news/ferry/amp/'],
    ['https://bell.example/news/ferry.amp'],
    ['https://bell.example/news/ferry?amp'],
    ['https://bell.example/news/ferry?amp=1'],
    ['https://bell.example/news/ferry?outputType=amp'],
    ['https://bell.example/news/ferry?m=1'],
    ['https://www.google.com/amp/s/bell.example/news/ferry'],
    ['https://www.google.co.uk/amp/s/www.bell.example/news/ferry/amp/'],
    ['https://bell-example.cdn.ampproject.org/c/s/bell.example/news/ferry?usqp=mq331AQ'],
    ['https://cdn.ampproject.org/v/s/amp.bell.example/news/ferry?amp_js_v=0.1#origin=x'],
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fbell.example%2Fnews%2Fferry&usg=a'],
    ['https://www.google.com/url?q=https%3A%2F%2Fbell.example%2Fnews%2Fferry'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fbell.example%2Fnews%2Fferry%3Ffbclid%3Da&h=b'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Famp%2Fs%2Fbell.example%2Fnews%2Fferry'],
    ['https://bell.example/news/ferry)'],
    ['https://bell.example/news/ferry).'],
    ['https://bell.example/news/ferry.'],
    ['https://bell.example/news/ferry,'],
    ['https://bell.example/news/ferry”'],
    ['<https://bell.example/news/ferry>'],
    [' https://bell.example/news/ferry\n'],
  ])('of %s is that of the article', (address) => expect(canonicalUrl(address)).toBe(ferry));

  it.each([
    ['parameters in another order', 'https://a.example/a?b=2&a=1', 'https://a.example/a?a=1&b=2'],
    ['letters of an encoding', 'https://a.example/%c3%a9', 'https://a.example/%C3%A9'],
    ['a written and an encoded letter', 'https://a.example/é', 'https://a.example/%C3%A9'],
    ['a host in two alphabets', 'https://zeitung-köln.example/a', 'https://xn--zeitung-kln-zfb.example/a'],
    ['a mobile edition', 'https://en.m.bell.example/wiki/Ferry', 'https://en.bell.example/wiki/Ferry'],
    ['an AMP file', 'https://a.example/ferry.amp.html', 'https://a.example/ferry.html'],
    ['the front page', 'https://a.example', 'https://www.a.example/index.html'],
  ])('is one for %s', (_, one, other) => expect(canonicalUrl(one)).toBe(canonicalUrl(other)));

  it.each([
    ['https://a.example/?p=1', 'https://a.example/?p=2'],
    ['https://a.example/a?id=7', 'https://a.example/a?id=8'],
    ['https://a.example/a?article=7', 'https://a.example/a'],
    ['https://a.example/watch?v=7', 'https://a.example/watch?v=8'],
    ['https://a.example/a?page=2', 'https://a.example/a'],
    ['https://a.example/a?ref=123', 'https://a.example/a?ref=124'],
    ['https://a.example/a?source=4521', 'https://a.example/a'],
    ['https://a.example/a?camp=lake', 'https://a.example/a'],
    ['https://a.example/a?m=12', 'https://a.example/a'],
    ['https://a.example/#!/ferry', 'https://a.example/#!/plan'],
    ['https://a.example/Ferry', 'https://a.example/ferry'],
    ['https://a.example:8080/a', 'https://a.example/a'],
    ['https://en.a.example/a', 'https://de.a.example/a'],
    ['https://a.example/wiki/Sula_(island)', 'https://a.example/wiki/Sula'],
    ['https://a.example/camp/amplifier', 'https://a.example/camp/lifier'],
    ['https://m.example/a', 'https://example/a'],
    ['https://www.google.com/search?q=https://bell.example/news/ferry', ferry],
    ['https://a.example/url?q=https://bell.example/news/ferry', ferry],
  ])('keeps %s and %s apart', (one, other) => expect(canonicalUrl(one)).not.toBe(canonicalUrl(other)));

  const words = fc.stringMatching(/^[\w.~%!$&'()*+,;=:@/[\]-]{0,20}$/);
  const address = fc
    .tuple(fc.webUrl({ withQueryParameters: true, withFragments: true }), words, words)
    .map(([url, more, query]) => `${url}/${more}?${query}&utm_source=a`)
    .filter((url) => URL.canParse(url));

  it('is its own canonical spelling, and that of the plain address', () => {
    fc.assert(
      fc.property(address, (written) => {
        const spelling = canonicalUrl(written);
        expect(canonicalUrl(spelling)).toBe(spelling);
        expect(canonicalUrl(plainUrl(written))).toBe(spelling);
      }),
      { seed: 43, numRuns: 500 },
    );
  });

  it('is none of what is no absolute address', () => {
    for (const written of ['', 'bell.example/a', '/a', 'https://'])
      expect(() => canonicalUrl(written)).toThrow(TypeError);
  });
});

describe('the plain address', () => {
  it.each([
    ['http://www.bell.example/a/?b=2&a=1', 'http://www.bell.example/a/?b=2&a=1'],
    ['https://m.bell.example/a?id=7&utm_source=x#top', 'https://m.bell.example/a?id=7'],
    ['https://me:secret@bell.example/a', 'https://bell.example/a'],
    ['https://bell.example/wiki/Sula_(island)', 'https://bell.example/wiki/Sula_(island)'],
    ['(https://bell.example/a)'.slice(1), 'https://bell.example/a'],
    ['https://bell.example/wiki/D.C.', 'https://bell.example/wiki/D.C.'],
    ['https://www.google.com/amp/s/bell.example/amp/ferry', 'https://bell.example/amp/ferry'],
    ['https://bell.example/#!/ferry', 'https://bell.example/#!/ferry'],
  ])('of %s is %s, which opens', (address, plain) => {
    expect(plainUrl(address)).toBe(plain);
    expect(plainUrl(plain)).toBe(plain);
  });
});
