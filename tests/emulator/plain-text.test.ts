import { describe, expect, it } from 'vitest';
import { createLinkList, plainLine } from '../../emulator/demo/plain-text.ts';

const around = {
  channelName: (id: string) => (id === '5' ? 'general' : undefined),
  userName: () => 'robin',
  timezone: 'Europe/London',
  now: Date.parse('2026-11-25T12:00:00Z'),
};
const plain = (markdown: string) => plainLine(markdown, around, createLinkList());

describe('Discord’s markdown in a terminal', () => {
  it.each([
    ['a **strong** word', 'a strong word'],
    ['\\*not strong\\* and \\[no link\\]', '*not strong* and [no link]'],
    ['### Heading', 'Heading'],
    ['-# small', 'small'],
    ['> said', '  | said'],
    ['`/help` does', '/help does'],
    ['<t:1795608000:f>', '25 November 2026 at 12:00'],
    ['<t:1795615200:R>', 'in 2 hours'],
    ['<t:1795521600:R>', '1 day ago'],
    ['in <#5> by <@9>', 'in #general by @robin'],
    ['4 \\< 5 and **\\*\\***', '4 < 5 and **'],
  ])('%s is shown as %s', (markdown, shown) => {
    expect(plain(markdown)).toBe(shown);
  });

  it('is bold where the terminal can show that', () => {
    const bold = plainLine(
      '**12** of [**40**](<https://a.example/x>)',
      { ...around, bold: ['<', '>'] },
      createLinkList(),
    );
    expect(bold).toBe('<12> of <40>');
  });

  it('numbers its links and lists their addresses, each once', () => {
    const links = createLinkList();
    const line =
      '[A \\[title\\]](<https://a.example/x>) and [³](<https://a.example/y>), [again](<https://a.example/x>)';
    expect(plainLine(line, around, links)).toBe('A [title] [1] and ³, again [1]');
    expect(links.lines()).toEqual(['[1] https://a.example/x', '³ https://a.example/y']);
  });
});
