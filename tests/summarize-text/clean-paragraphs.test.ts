import { describe, expect, it } from 'vitest';
import { paragraphEdits } from '../../src/summarize-text/clean/paragraphs.ts';
import { edit, unmapped } from '../../src/summarize-text/repair/runs.ts';

const parted = (text: string) => edit(unmapped(text), paragraphEdits(text)).text.replaceAll('\n\n', '¶');

describe('paragraphs that stand together are parted', () => {
  it.each([
    ['Every gift helps.¶Ada Crowe will open the pier on Monday.'],
    ['“We are late.”¶The ferry left at nine.'],
    ['“We are late,” he said.¶“The tide is not.”'],
    ['"We are late."¶The ferry left at nine.'],
    ['The ferry left at nine.¶"We are late," he said.'],
    ['Was it too late?¶Nobody at the harbour could say.'],
    ['It closed in 2019.¶Since then the pier has been empty.'],
    ['It was built in the U.S.¶The town paid for it.'],
    ['The talks failed (again).¶Both sides will meet on Friday.'],
    ['Prices rose by 4%.¶Wages did not.'],
    ['NEW PIER OPENS¶Crowds came from all over the county.'],
    ['Why the new pier leans¶The engineers have a theory.'],
    ['How do you know?¶A: I asked.'],
    ['The letter gave these reasons:¶“The pier is old.”'],
    ['The offer ends at £649.99¶Another one begins today.'],
  ])('%s', (text) => {
    expect(parted(text.replace('¶', ''))).toBe(text);
  });
});

describe('what belongs together stays together', () => {
  it.each([
    ['Read it at https://lantern.example/News.Today.Html or write to Ada.Crowe@lantern.example.'],
    ['J.R.R.Tolliver and A.Crowe live at No.10 in the U.S.A., not far from St.Maren.'],
    ['The fee rose from 2.5% to 3.14 for the 7.52am from Trent Abbas at 8.10am.'],
    ['Shares of Yahoo!Inc and Booking.com fell; Node.js did not.'],
    ['He opened Report.Final.Docx and config.json.'],
    ['The ID.3 and the iPhone are sold by LinkedIn, YouTube, WeWork and McDonald stores.'],
    ['Mr.Crowe met Dr.Larkin and Prof.Oakham.'],
    ['She said: "Is it late?" and "Is it over?" before she left.'],
    ['The score was 3-2.5 in the old system, e.g.in 1988.'],
    ['#MuseumDay was the tag of System.Out.Println and of nothing else.'],
    ['PORT ANSEL (QNA)The pier is shut.'],
  ])('%s', (text) => {
    expect(parted(text)).toBe(text);
  });
});
