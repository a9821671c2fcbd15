import { describe, expect, it } from 'vitest';
import { kindOf } from '../../src/cli/item-kind.ts';

describe('what an item is read as', () => {
  it.each([
    ['a.txt', '', 'The ferry stops.', 'text'],
    ['a.html', '', 'The ferry stops.', 'page'],
    ['a.html.gz', '', 'The ferry stops.', 'page'],
    ['a.txt', '', '<!DOCTYPE html><p>The ferry stops.</p>', 'page'],
    ['a.html', '', '<?xml version="1.0"?><html><body>', 'page'],
    ['a.html', '', '<html><head><script>let a = "<rss>"</script>', 'page'],
    ['a.txt', '', '<?xml version="1.0"?>\n<!-- a feed --><rss version="2.0">', 'feed'],
    ['a', '', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">', 'feed'],
    ['a', '', '<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['a', '', '{"version": "https://jsonfeed.org/version/1.1"}', 'feed'],
    ['a.json', '', '{"items": []}', 'feed'],
    ['a.xml', '', 'no markup', 'feed'],
    ['a.xml', '', '<opml version="2.0"><head><title>rss</title>', 'opml'],
    ['a.opml', '', '', 'opml'],
    ['/feed', 'application/rss+xml; charset=utf-8', '<channel', 'feed'],
    ['/feed', 'text/xml', 'broken', 'feed'],
    ['/ferry', 'text/html', 'The ferry stops.', 'page'],
    ['/ferry', 'text/plain', 'The ferry stops.', 'text'],
    ['/list', 'text/x-opml', 'broken', 'opml'],
    ['/ferry', 'image/png', 'The ferry stops.', 'text'],
  ] as const)('%s (%s) that begins with %s', (name, contentType, start, kind) => {
    expect(kindOf(name, contentType, Buffer.from(start))).toBe(kind);
    expect(kindOf(name, contentType, Buffer.from(`\ufeff${start}`, 'utf16le'))).toBe(kind);
  });
});
