import type { QuotationLine } from './quotation-lines.ts';
import { line } from './quotation-lines.ts';

/** More lines, of names and marks and turns of phrase. */
export const linesOfForm: Readonly<Record<string, readonly QuotationLine[]>> = {
  'names and roles': [
    line('Keith Barlow runs the mill. “It is loud,” Barlow said.', ['It is loud,', 'Keith Barlow']),
    line('Professor Sian Rees found the bones. “They are old,” said Prof Rees.', [
      'They are old,',
      'Sian Rees',
    ]),
    line('A report by the Coastal Agency came out today. The agency warned of “a decade of floods”.', [
      'a decade of floods',
      'the Coastal Agency',
    ]),
    line(
      'Marcus Webb and Linda Webb own the farm. “We stay,” Linda Webb said. “We always do,” said Mr Webb.',
      ['We stay,', 'Linda Webb'],
      ['We always do,', 'Marcus Webb'],
    ),
    line(
      'After a second Karl Jensen presidency, the incoming president said peace was “a phone call away”.',
      ['a phone call away', 'Karl Jensen'],
    ),
    line('Gov. Hal Whitman signed the bill. The governor said it was “about time”.', [
      'about time',
      'Hal Whitman',
    ]),
    line('A note from the brokers Stead & Moor said buyers had been “promised the moon”.', [
      'promised the moon',
      'Stead & Moor',
    ]),
    line('Robert “Bobby” Tull runs the ring. “I never lost,” Tull said.', ['I never lost,', 'Robert Tull']),
    line('Theresa Dunn won the seat. “May was the hardest month,” Mrs Dunn said.', [
      'May was the hardest month,',
      'Theresa Dunn',
    ]),
  ],
  'according to, labels, dashes and owners': [
    line('The crossing is “an accident in waiting”, according to Colin Firbank, a signalman.', [
      'an accident in waiting',
      'Colin Firbank',
    ]),
    line('According to the coroner, Joy Abbot, the pills were “easily had”.', ['easily had', 'Joy Abbot']),
    line('MARSH: “I never signed it.”', ['I never signed it.', 'MARSH']),
    line('“The soup was cold and the bill was hot.” — Denise Fry', [
      'The soup was cold and the bill was hot.',
      'Denise Fry',
    ]),
    line('The court did not believe Adam Roe’s claim that he was “only looking”.', [
      'only looking',
      'Adam Roe',
    ]),
    line('Her promise to “clean up the lake” won Sally Finch the vote.', ['clean up the lake', null]),
  ],
  'a clue at the end of the sentence': [
    line('The harvest will be “the worst in memory”, the farmers’ union said.', [
      'the worst in memory',
      'the farmers’ union',
    ]),
    line('The tunnel is “a hole full of money”, said Liam Coyle.', ['a hole full of money', 'Liam Coyle']),
    line('There is “no plan and no map”, Lena Brandt told the committee on Monday.', [
      'no plan and no map',
      'Lena Brandt',
    ]),
  ],
  'other marks': [
    line("'The harbour is full,' said Kit Rowley.", ['The harbour is full,', 'Kit Rowley']),
    line("Kit Rowley said the boats' owners were 'angry and tired'.", ['angry and tired', 'Kit Rowley']),
    line("''We sail at dawn,'' Kit Rowley said.", ['We sail at dawn,', 'Kit Rowley']),
    line('Kit Rowley said: “My father told me, ‘Never trust a calm sea,’ and I never have.”', [
      'My father told me, ‘Never trust a calm sea,’ and I never have.',
      'Kit Rowley',
    ]),
    line('Kit Rowley said: ‘The sign said “No mooring”, so we moored.’', [
      'The sign said “No mooring”, so we moored.',
      'Kit Rowley',
    ]),
    line('Rock ’n’ roll and the ’90s were Kit Rowley’s two loves, he said.'),
  ],
  'asides and turns of phrase': [
    line('Ron Tasker, in an interview with the Courier, said he would “look at it.”', [
      'look at it.',
      'Ron Tasker',
    ]),
    line('“It is a mess,” Mr. Tasker said of the plan.', ['It is a mess,', 'Tasker']),
    line('Tasker — a longtime ally — called it “a gift.”', ['a gift.', 'Tasker']),
    line('In the words of one aide: “He is done.”', ['He is done.', 'one aide']),
    line('As President Harlan likes to say, “Facts are stubborn.”', ['Facts are stubborn.', 'Harlan']),
    line('“He is a bully,” was how Tasker put it.', ['He is a bully,', 'Tasker']),
    line('Tasker’s response: “Bring it on.”', ['Bring it on.', 'Tasker']),
    line('“The offer stands,” the statement read.', ['The offer stands,', 'the statement']),
    line(
      '“Did you sign it?” Lund asked Mr Paley. “I did,” Mr Paley replied.',
      ['Did you sign it?', 'Lund'],
      ['I did,', 'Paley'],
    ),
    line('Omar Saleh, speaking through an interpreter, said the camp was “a prison.”', [
      'a prison.',
      'Omar Saleh',
    ]),
    line('On Channel Nine’s “Meet the Nation,” Mr Pym said, “We are winning.”', ['We are winning.', 'Pym']),
    line('In a post titled “Why I Am Leaving,” Ann Smith wrote that she was “done with politics.”', [
      'done with politics.',
      'Ann Smith',
    ]),
    line(
      '“I want to thank the voters,” said Rita Clough, who won by 12 points. “They saw through the lies.”',
      ['I want to thank the voters, … They saw through the lies.', 'Rita Clough'],
    ),
    line('Witness Tom Biggs told the paper: “There was glass everywhere.”', [
      'There was glass everywhere.',
      'Tom Biggs',
    ]),
    line('“This cannot go on,” said Karim’s lawyer, Nadia Bose.', ['This cannot go on,', 'Nadia Bose']),
    line('Apple growers did not reply but have said they are “committed to cider”.', [
      'committed to cider',
      'Apple growers',
    ]),
    line('“We were robbed,” fumed manager Pep Ortega after the final whistle.', [
      'We were robbed,',
      'Pep Ortega',
    ]),
    line('The council has apologised for what it called “a series of mistakes.”', [
      'a series of mistakes.',
      'The council',
    ]),
    line('Jo Fry and Al Dunn, who led the study, said the drug was “no miracle.”', [
      'no miracle.',
      'Jo Fry and Al Dunn',
    ]),
  ],
  'no speech': [
    line('Her new film, “The Salt Road”, opens on Friday.'),
    line('The so-called “bread tax” ends next year.'),
    line('He played in a band called “Low Tide” for years.'),
    line('In his book “Ten Quiet Rivers” Mr Ames lists every ford.'),
    line('The word “loch” is older than the town.'),
    line('They sat in the “quiet room” and waited.'),
    line('The hashtag “#SaveTheElm” spread fast.'),
  ],
};
