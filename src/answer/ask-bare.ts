import type { FindIn } from '../domain/brief.ts';
import { askStory, type StoryAnswer } from './ask-story.ts';
import type { ToldStory } from './story-articles.ts';

/** Words by which a sentence gives a reason. */
const givesReason =
  /\b(?:because|after|since|due to|owing to|thanks to|caused? by|in order to|so that|as a result|following|blam\w+|reason)\b/iu;

/**
 * "When?", "by how much?", "why are they doing that?": questions that name nothing themselves are asked as they stand, and
 * of what the story's headline says. A line tells where words in it answer; a reason and a number may be anywhere in it.
 */
export function askBare(question: string, { story, articles }: ToldStory, find: FindIn): StoryAnswer {
  const bare = question.replace(/[?!.\s]+$/u, '');
  const own = askStory(question, articles, find);
  const ofHeadline = askStory(`${bare} ${story.lead.title}?`, articles, find);
  const [best] = [own, ofHeadline]
    .filter((said) => tells(said, bare))
    .toSorted((one, other) => other.confidence - one.confidence);
  return { ...(best ?? { ...own, lines: [], further: [], isDisputed: false }), missing: [] };
}

function tells({ wanted, lines: [line] }: StoryAnswer, bare: string): boolean {
  if (line === undefined) return false;
  if (/\bwhy\b/iu.test(bare)) return givesReason.test(line.passage.text);
  return line.answer !== undefined || (wanted === 'figure' && /\p{N}/u.test(line.passage.text));
}
