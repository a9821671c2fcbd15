import { wordsOf } from '../../src/story/words.ts';

/** What a person can ask of the bot about itself, in so many words and nothing besides. */
export type OwnWish = 'stop' | 'forget' | 'new-story' | 'greeting';

const wishes: readonly (readonly [OwnWish, RegExp])[] = [
  [
    'stop',
    /^(?:stop|unsubscribe|unfollow|quit)(?: (?:it|me|this|that|all|everything|messages|(?:messaging|writing|sending|texting|talking)(?: to)?(?: me)?(?: messages)?))?$/,
  ],
  [
    'forget',
    /^(?:forget|delete|erase|remove) (?:me|(?:all )?(?:of )?my (?:data|texts?|files?|messages?|questions?|articles?)|(?:everything|all)(?: (?:about me|of mine|you know(?: about me)?|i sent(?: you)?))?)$/,
  ],
  [
    'new-story',
    /^(?:(?:a|the) )?(?:new|another|different|other|next) (?:story|topic|subject)$|^(?:(?:lets )?talk about )?something (?:else|new|different)$|^(?:forget|leave) (?:the|this|that) (?:story|article)$|^start (?:over|again)$|^change (?:of |the )?(?:story|topic|subject)$/,
  ],
  [
    'greeting',
    /^(?:what (?:can|do) you do|(?:who|what) are you|how (?:do|does) (?:you|this|it) work|help me)$/,
  ],
];

const greetingWords = new Set(
  'hi hello hey hallo help start thanks thank you good morning afternoon evening day there bot please ok okay cheers bye goodbye'.split(
    ' ',
  ),
);

/** A wish that is all a message says; none where it says anything else. Nothing said at all is a greeting. */
export function ownWishIn(text: string): OwnWish | undefined {
  const words = wordsOf(text);
  const wanted = words.filter((word) => word !== 'please' && word !== 'now').join(' ');
  const wish = wishes.find(([, pattern]) => pattern.test(wanted))?.[0];
  return wish ?? (words.every((word) => greetingWords.has(word)) ? 'greeting' : undefined);
}

const question =
  /\?|^\W{0,9}(?:(?:and|but|so|then)\W{1,9})?(?:who|whose|whom|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|tell|show|explain|summari[sz]e)\b/i;

/** Whether words read as a question or a request, rather than as a remark beside something else. */
export const readsAsQuestion = (text: string): boolean => question.test(text);
