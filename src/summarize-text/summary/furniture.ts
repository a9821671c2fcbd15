/**
 * Words of the page, not of the article, by what they are for. Cleaning takes nearly all of it away before; what
 * it leaves must still not be told as news.
 */
const kinds: readonly RegExp[] = [
  // Invitations to sign up, log in, follow and share.
  /^(?:please |or |and )?(?:sign ?up|subscribe|register|log ?in|follow (?:us|@\w+))\b/i,
  /\b(?:sign ?up|subscribe|register)(?: now| today| here)? (?:to|for|with) (?:our|the|your|free|get|receive|unlock)\b|\bnewsletters?\b|\balready (?:a )?(?:subscriber|subscribed|registered|a member)\b|\bcreate an account\b|\b(?:to|in) your (?:inbox|email)\b|\bnever miss\b|\bbreaking news alerts?\b/i,
  /\bfollow @?\w+(?: \w+){0,2} on (?:twitter|facebook|instagram|x|linkedin|tiktok)\b|\blike us on\b|\b(?:share|tweet|email|print|save) this (?:with|on|via|link|article|story|page|post)|\bshare (?:on|via) (?:facebook|twitter|email|linkedin|whatsapp|x)\b|\bdownload (?:our|the) (?:free )?(?:\w+ )?app\b|\bexternal links\b/i,
  // Appeals for money, and the house about its own work.
  /\bwith your help\b|\byour (?:donation|contribution|support)s?\b.{0,40}\b(?:us|helps?|allows?|makes?|keeps?)\b|\b(?:make|give) a (?:small |monthly |one-off )?(?:contribution|donation)\b|\bbecome a (?:supporter|member|subscriber)\b|\b(?:support|supports|supporting) (?:our|independent|quality) journalis|\b(?:our|fearless|public-interest) (?:journalism|journalists|newsroom|reporters|reporting)\b|\bquality journalism\b|\breaders like you\b|\bpaywalls?\b|\breporters on the ground\b|\bstories that matter\b|\bfree from (?:owners|shareholders)\b/i,
  // Cookies, law and rights.
  /\b(?:uses?|accept|our|all) cookies\b|^accept all\b|\byou (?:can|may) opt out\b|\bcookie (?:policy|settings|preferences)\b|\bprivacy (?:policy|notice|settings)\b|\bterms (?:of (?:use|service)|(?:and|&) conditions)(?: apply)?[.\s]*$|\ball rights reserved\b|©|\bcopyright (?:\d{4}|\(c\))|\bmay not be (?:published|reproduced|rewritten)\b|\breproduction (?:in whole|without)\b|\bwithout (?:prior |written |express )+(?:permission|consent)\b|\baffiliate (?:links?|commission)\b|\bpersonali[sz]ed ads?\b/i,
  // Links, players and notes on the page itself.
  /^(?:read more|read also|read next|related|most read|recommended|see also|more on this|also read|don[’']t miss|explore more|advertisement|continue reading|what to read next)\b[^.!?]{0,4}(?::|[.!]?$)|^(?:sponsored (?:content|links?)|paid content)\b|^(?:read more|watch|listen|pictures|gallery|video|editor[’']s (?:note|picks?)) ?:/i,
  /\b(?:article|story) continues (?:below|after)\b|\bclick (?:here|on the (?:link|image|video))\b|\bscroll down (?:for|to)\b|\bmedia playback\b|\bvideo provided by\b|\b(?:image|media|picture|video) (?:caption|copyright|source)\b|\bgetty images\b|\byou (?:may|might) also like\b|\byour browser\b|\benable javascript\b|\bthis (?:page|article|story) was (?:last |first )?(?:updated|published|amended)\b|\bthis audio was generated\b/i,
  // Comments, tips and credits.
  /\bcomments (?:are|have been) (?:now )?(?:closed|disabled|moderated)\b|\bleave a comment (?:below|here)|\bjoin the (?:conversation|discussion|debate) (?:on|in|at|about|below)\b|\bhave your say\b|\breport a (?:typo|correction)\b|\bgot a (?:story|news tip)\b|\bdo you have a (?:story|tip|question) (?:for|about)\b|\bcontributed to this (?:report|story|article)\b|\bthe (?:views|opinions) expressed\b/i,
];
/** Who wrote and when: bylines, dates with nothing else, credits of pictures. */
const credit =
  /^(?:(?:[Ww]ritten |[Pp]osted |[Rr]eporting |[Ee]diting |[Ww]ords |[Pp]hotos?(?:graphs?)? |[Pp]ictures? |[Ss]tory )?[Bb]y|BY|Additional reporting by|Photo(?:graph)? courtesy of)\s+\p{Lu}[^.!?]{0,80}$|^(?:Updated|Published|Last (?:updated|modified)|Posted|First published)\b.{0,60}\p{N}{2}|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \p{N}{1,2}\b.{0,30}$|^(?:Photo(?:graph)?|Picture|Image|Credit|Source|File|FILE)s?(?: credit)?:|^In this .{3,60}(?:photo|image|photograph|picture)\b|^(?:File photo|Above|Below|Pictured)\b[:,]/u;

/** Whether a sentence is furniture of the page rather than part of the article. */
export function isFurniture(sentence: string): boolean {
  return credit.test(sentence) || kinds.some((kind) => kind.test(sentence));
}
