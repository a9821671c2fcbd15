/**
 * What is wanted of a story when it is no answer. "words" name a story, or something in the one that is talked of;
 * "speakers": who said what was just shown; "more" of the story that is talked of.
 */
export type Telling = 'summary' | 'changes' | 'sources' | 'speakers' | 'more' | 'words';

/**
 * What a message wants. `about` is without the words that only ask, of a question without those that are only polite. Empty
 * where it is about what is talked of.
 */
export type AskedKind =
  | { readonly kind: 'question'; readonly about: string }
  | { readonly kind: Telling; readonly about: string };

const wrapping =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|but|well|now|then|please|thanks|thank you|also|@\S+)[\s,.!]+|(?:can|could|will|would) you (?:please |kindly )?|i(?:'d| would) like (?:you )?to |i want (?:you )?to |i need |give me |show me |let me (?:see|have) |tell me (?=(?:who|whom|what|when|where|why|how|which|whether|if)\b))+/iu;

/** What is wrapped around a question out of politeness. */
const polite =
  /^(?:please,?\s+|(?:can|could|would|will) you (?:please |kindly )?(?=(?:tell|say|explain))|(?:please )?(?:tell|explain to) me,? (?:please,? )?(?=(?:who|whom|whose|what|when|where|why|how|which|whether|if)\b)|(?:do you|does anybody|does anyone) know (?=(?:who|whom|whose|what|when|where|why|how|which|whether|if)\b)|i(?:'d| would) like to know (?=\w)|i want to know (?=\w)|i wonder,? )+/iu;

const ofStory = '(?:\\s+(?:of|about|on|for|in|from|to|with|regarding))?';
const rest = `${ofStory}(?<about>(?:[\\s:,]+.*)?)$`;
const article = '(?:the |a |an |any |some )?';

/** In this order: the first that fits. */
const forms: readonly (readonly [Telling, RegExp])[] = [
  [
    'more',
    /^(?:tell me )?(?:some )?(?:more|what else|anything else|go on|continue)(?: (?:please|of (?:that|this|it|the same)|about (?:it|that|this)))?$/iu,
  ],
  [
    'summary',
    new RegExp(
      `^${article}(?:short |brief |quick )?(?:summari[sz]e|summary|sum up|recap|tl;?dr|gist|overview)${rest}`,
      'iu',
    ),
  ],
  ['summary', new RegExp(`^(?:brief me|catch me up|bring me up to date|fill me in)${rest}`, 'iu')],
  [
    'summary',
    /^what(?:'s| is| was) (?:this|it|that|the story|this story|the article|this article) (?:all )?about$/iu,
  ],
  [
    'summary',
    /^what(?:'s| is| was) (?:the )?(?:story|news|latest)(?: (?:of|about|on|with|from))?(?<about>.*)$/iu,
  ],
  [
    'changes',
    new RegExp(
      `^(?:${article}(?:changes|updates?)|what(?:'s| has| is|'ve| have)? (?:been )?(?:changed|updated|new|different)|what changes|has (?:it|anything) changed|is there anything new|anything new)(?: since(?: then| yesterday)?| there| now)?${rest}`,
      'iu',
    ),
  ],
  [
    'sources',
    new RegExp(
      `^(?:what do (?:the )?others?(?: (?:papers|sources|outlets|sites|newspapers|media))? (?:write|say|report|tell)|what are others (?:writing|saying|reporting)|${article}(?:other|more|different|all|further) (?:sources|papers|outlets|newspapers|articles|reports|coverage)|who else (?:writes|reports|tells|covers|says|wrote|reported|covered)(?: (?:it|this|that))?|compare(?: (?:the )?sources)?|which (?:sources|papers|outlets|newspapers) (?:write|report|tell|cover)(?: (?:it|this|that))?)${rest}`,
      'iu',
    ),
  ],
  [
    'speakers',
    /^(?:(?:and )?who (?:said|says|told|claims?|claimed)(?: (?:you|me|us))?(?: (?:that|this|it|so|those|these)(?: words)?)?|says who|said who|who(?:'s| is| was| are| were) (?:that|this|he|she|it|they|those|these)|who (?:is|was|are|were) (?:it )?(?:quoted|speaking|cited)(?: (?:here|there))?|who(?:'s| is) (?:the )?source(?: (?:of|for) (?:that|this|it))?|according to (?:whom|who)|(?:the |all |all the |any |some )?(?:quotes|quotations))$/iu,
  ],
  ['words', /^(?:what|how) about\s+(?<about>.+)$/iu],
  [
    'words',
    /^(?:tell me (?:more )?(?:about|of)|what do you (?:know|have) (?:about|on|of)|do you have (?:anything|something|news) (?:about|on)|anything (?:about|on)|is there (?:anything|news) (?:about|on)|(?:any |the |some )?(?:latest |more )?news (?:about|on|of|from)|(?:the )?latest (?:about|on|from)|more (?:about|on)|find|search(?: for)?|look (?:up|for)|about)\s+(?<about>.+)$/iu,
  ],
];

const askingWord =
  /^(?:(?:in|on|at|by|for|from|to|with|of|since|until|about|under|after|before) )?(?:who|whom|whose|what|when|where|why|how|which|whether)(?:'s|'re|'d|'ll)?\b/iu;
const askingVerb =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|won't)\s+\S/iu;
const askingInside = /\b(?:who|whom|what|when|where|why|how (?:many|much|long|old|far|big|often))\b/iu;

const plain = (words: string): string => words.replace(/[’‘]/gu, "'").replace(/\s+/gu, ' ').trim();

/** "Back to the library: when does it open?": the story first, then what is asked of it. */
const opening =
  /^(?:(?:and|but|so|ok|okay|now)\s+)?(?:back to|about|regarding|concerning|as for|on|in)\s+(?<story>[^:,;?]{3,80})\s*(?:[:;,–—]|\s-\s)\s*(?<asked>\S.{2,})$/iu;

/** The words that name the story of a question, and the question by itself, where it begins so. */
export function openedWith(words: string): { readonly story: string; readonly asked: string } | undefined {
  const { story, asked } = opening.exec(plain(words))?.groups ?? {};
  return story === undefined || asked === undefined ? undefined : { story, asked };
}

/** Which of the kinds the words of a message are, by the forms that English asks in. */
export function askedKind(words: string): AskedKind {
  const asked = plain(words);
  const bare = asked.replace(wrapping, '').replace(/[\s?!.…]+$/u, '');
  for (const [kind, form] of forms) {
    const found = form.exec(bare);
    if (found !== null) return { kind, about: aboutOf(found.groups?.about ?? '') };
  }
  const isQuestion =
    asked.endsWith('?') || askingWord.test(bare) || askingVerb.test(bare) || askingInside.test(bare);
  return isQuestion ? { kind: 'question', about: asked.replace(polite, '') } : { kind: 'words', about: bare };
}

/** "the story", "it", "that": what is talked of. */
const talkedOf =
  /^(?:(?:all )?(?:it|this|that|them|these|those|here|there|me|please)|(?:the|this|that)(?: (?:same|whole|last))? (?:story|article|news|thing|one|event)|of (?:it|this|that))$/iu;

function aboutOf(words: string): string {
  const about = words.replace(/^[\s:,]+|[\s,]+$/gu, '').replace(/\s+please$/iu, '');
  return talkedOf.test(about)
    ? ''
    : about.replace(/^(?:the|this|that) (?:story|article|news) (?:of|about|on) (?:the )?/iu, '');
}
