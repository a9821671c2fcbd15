import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../src/ingest/fetch/public-address.ts';
import { webAddress } from '../../../src/ingest/fetch/web-address.ts';

const none = new Set<string>();

describe('an address of the internet', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    'no address',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a link', () => {
  it.each([
    ['https://paper.example/a?b=1', 'https://paper.example/a?b=1'],
    ['HTTP://PAPER.example:8080/a', 'http://paper.example:8080/a'],
    ['https://paper.example:443/', 'https://paper.example/'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['https://robin:secret@paper.example/', 'https://paper.example/'],
    ['https://127.0.0.1.paper.example/', 'https://127.0.0.1.paper.example/'],
    ['https://zeitung-köln.example/', 'https://xn--zeitung-kln-zfb.example/'],
  ])('%s may be asked for, as %s', (written, href) => {
    const address = webAddress(written, none);
    expect(address.ok && address.url.href).toBe(href);
  });

  it.each([
    'ftp://paper.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,a',
    'gopher://paper.example/',
    'paper.example/a',
    'https://',
    'https://paper.example:22/',
    'https://paper.example:6379/',
    `https://paper.example/${'a'.repeat(2048)}`,
    '',
  ])('%s is no page of the web', (written) =>
    expect(webAddress(written, none)).toEqual({ ok: false, reason: 'not-web' }),
  );

  it.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://printer.local/',
    'http://vault.internal/',
    'http://router/',
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]:8080/',
    'http://①②⑦.⓪.⓪.①/',
    'http://a@127.0.0.1/',
    'http://news.onion/',
  ])('%s is not on the public internet', (written) =>
    expect(webAddress(written, none)).toEqual({ ok: false, reason: 'private' }),
  );

  it('may lead to what the operator allows, at that port alone', () => {
    const allowed = new Set(['127.0.0.1:4000', '[::1]:80', 'router:80']);
    for (const open of ['http://127.0.0.1:4000/', 'http://[::1]/', 'http://router/'])
      expect(webAddress(open, allowed).ok, open).toBe(true);
    for (const shut of ['http://127.0.0.1/', 'http://127.0.0.1:4001/', 'https://router/'])
      expect(webAddress(shut, allowed).ok, shut).toBe(false);
  });
});
