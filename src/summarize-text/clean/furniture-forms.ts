import { datelineLength } from './datelines.ts';
import { shareBarLength } from './furniture-shares.ts';
import type { Line } from './lines.ts';
import { sentencesOf } from './sentences.ts';

/** A kind of furniture that is known by its form, whatever it says. */
interface Form {
  readonly reason: string;
  readonly test: (line: Line) => boolean;
}

const photo =
  '(?:photo(?:graph)?|picture|image|illustration|graphic|composite|pic|video|credit|main image)s?';
const credit = new RegExp(
  `(?:\\b${photo}(?: (?:by|credit|copyright|source))?\\s?[:|]\\s?[\\p{Lu}@].{0,80}|\\(\\s?(?:AP )?${photo}\\b[^)]{0,80}\\)|©\\s?\\p{Lu}.{0,60}|/\\s?(?:Getty(?: Images)?|AFP|AP|Reuters|Alamy|Shutterstock)\\)?)\\.?$`,
  'iu',
);
const creditFirst =
  /^(?:image|media|video|photo|picture|figure)s? (?:caption|copyright|source|credit|gallery|by)\b/i;
/** A caption tells what is seen. */
const said = /\b(?:said|says|told|added|according to)\b/;
const pictureCount = /^(?:image|photo|picture|slide)? ?\d{1,3} (?:of|\/) ?\/? ?\d{1,3}$/i;

const byline =
  /^(?:by|written by|words by|story by|posted by|reported by|edited by|(?:additional |extra )?reporting by|analysis by|text by|photographs? by|updated by)\s+(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}/iu;
/** A full stop behind an hour ends no sentence. */
const endsInTime = /\d ?[ap]\.m\.$/i;
/** Each sentence of such a line is a task and a name. */
const task =
  /^(?:produced|presented|hosted|narrated|edited|recorded|mixed|filmed|illustrated|translated|researched|photographed|compiled|(?:sound |video |art |executive |series )?(?:production|design|music|artwork|illustrations?|graphics|research|translation|animation|producers?|presenters?|hosts?|camera|editors?)(?: (?:is|are|was|were))?)(?: and \w+)?(?: by|:) \p{Lu}/iu;
const longestTask = 60;
const role =
  /\b(?:reporter|correspondent|editor|writer|columnist|critic|journalist|producer|contributor|staff|presenter)\b/i;

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const dateWord = new RegExp(
  `^(?:first|last|published|updated|modified|posted|created|on|at|date|${months}|mon|tues?|wed|wednes|thu|thurs?|fri|satur|sat|sun|\\w{3,6}day|\\d{1,4}(?:st|nd|rd|th)?|am|pm|a|p|m|gmt|bst|cet|utc|est|edt|pst|pdt|cst|et|ist|ago|hours?|minutes?|mins?|days?|read|min|by|time|of|reading|live|now|to|the|this|for|latest|page|refresh|listen|save|article|later)$`,
  'i',
);

const labels =
  /^(?:read (?:more|also|next|on)|also read|see also|see more|learn more|related(?: (?:articles?|stories|content|topics?|links?|reading))?|recommended(?: for you| reading)?|most (?:read|popular|viewed|shared|watched)|trending(?: now)?|more (?:on|from|about) (?:this|our|the|bbc|cnn)\b[^.:|]{0,24}|more stories|explore more|top stories|latest (?:news|stories|headlines)|editor['’]?s['’]? (?:picks?|choice)|don['’]?t miss|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|what to read next|up next|watch(?: (?:now|live|more|this))?|listen(?: (?:now|live))?|in pictures|in depth|topics?|tags?|filed under|categories|category|sections?|keywords|key events|explained|explainer|opinion|quiz|gallery|podcast|video|live|about (?:the|this) (?:author|writer|reporter|journalist|series|project)s?|from our (?:partners?|archives?|sponsors?))\s?(?:[:|>–—»›]|-\s|[.…]{0,3}$)/i;
const bareLabels =
  /^(?:more (?:by|from) \p{Lu}|from (?:our|the) (?:partners?|archives?|sponsors?)|most read|read more|related(?: topics?| stories| articles)?|recommended for you|trending now|filed under|explore more on|more on this (?:story|topic)|you (?:may|might) also (?:like|enjoy)|see also|live updated|skip past|listen to this (?:article|story)|key events)\b/iu;

const advertisement =
  /^[^\p{L}]{0,5}(?:advert(?:isement|ising|s)?|ad|anzeige|sponsored(?: content)?|promoted|paid (?:content|post))\b[^.]{0,40}$|\b(?:story|article|page|text) (?:continues|resumes) (?:below|after|under)|^scroll (?:down|on)\b|^continue reading\b/iu;
const rights =
  /^(?:copyright\b|©|\(c\) ?(?:19|20)\d\d)|©\s?(?:19|20)?\d{2}|\(c\) (?:19|20)\d\d|\ball rights reserved\b|\bregistered office\b|\bmay not be (?:published|reproduced|copied|redistributed|used without)\b/i;
const agency =
  /^\((?:(?:additional |extra )?(?:reporting|writing|editing|compiled|produced)|with (?:additional )?(?:reporting|files)|this story (?:was|has))\b|^(?:additional )?(?:reporting|writing|editing) by\b|^(?=.{0,60}[/(])(?:[A-Z\d][A-Z\d-]*[ /]{1,3}){1,6}\(?(?:UPDATE|ADDS|CORRECTS|WRAPUP|REPEATS|RPT|REFILE)\b|^\(?(?:UPDATE|CORRECTS|ADDS|WRAPUP|REFILE)\b|^(?:URGENT|BREAKING(?: NEWS)?|FLASH)\b|contributed to this (?:report|story|article)\.?\)?$/;
const notice =
  /^(?:this (?:article|story|page|report|post|piece|essay|interview|review|series|episode|project|coverage)(?: is| was| has been| ran)?(?: also)?(?: originally| first| last)? (?:was |been )?(?:more than|over|amended|updated|corrected|edited|published|republished|reprinted|reproduced|carried|syndicated|distributed|supported|funded|sponsored|commissioned|translated|adapted|excerpted|provided|compiled|generated|reviewed|fact-checked|appeared|modified|part of|produced|made possible|brought to you|in |\d)|(?:re)?printed (?:by|with) (?:kind )?permission|(?:re)?published (?:by|with) (?:kind )?permission|(?:amended|corrected|updated)(?: on)? [^.:]{0,20}\d[^.:]{0,20}:|this is a (?:developing|breaking) (?:news )?story|more (?:details )?(?:to )?follows?\b|correction:|clarification:|editor['’]s note|disclosure:|disclaimer:|our standards:)|\b(?:version|edition) of this (?:article|story|report|piece|page|post|headline|review|caption)\b/i;
const offer =
  /\b(?:offer|trial|discount|introductory price) (?:ends|expires|closes|is valid|available until)\b|\bcancel (?:any ?time|whenever)\b|\b(?:terms(?: and conditions)?|t&cs) apply\b|\bno (?:commitment|card) (?:needed|required)\b/i;
const address = /^(?:https?:\/\/\S+|www\.\S+|[^\s@]{1,60}@[^\s@]{1,80}\.\w+|@\w{2,30})$/i;
const counts =
  /^[\d,.]+k? (?:shares?|comments?|likes?|views?|reactions?)(?: [\d,.]+k? (?:shares?|comments?|likes?|views?))?$/i;
const bio =
  /^(?:\p{Lu}[\p{L}.’'-]* ){1,4}(?:(?:is|was) [^.,]{0,70}\b(?:writer|author|columnist|journalist|correspondent|editor|reporter|novelist|blogger|critic|contributor|fellow|lecturer|presenter|broadcaster)\b|(?:covers|writes (?:about|on|for|from|a)|reports (?:on|for|from)|presents|edits|hosts|(?:has|have) (?:written|reported|covered|worked) (?:for|from|on|as|about|in)|can be (?:reached|found|followed|contacted)|joined (?:the|our|us|this))\b)/u;

export const aDateline = 'a dateline';

const forms: readonly Form[] = [
  { reason: 'a bar of buttons for sharing', test: ({ text }) => shareBarLength(text) === text.length },
  { reason: 'a byline', test: isByline },
  { reason: 'who made it', test: isTasks },
  { reason: 'a date or a time of reading', test: isDate },
  { reason: 'a caption with its credit', test: isCredit },
  { reason: 'a link to other stories', test: isLabel },
  { reason: 'a notice of an advertisement', test: (line) => isNote(line, 20, advertisement) },
  { reason: 'a notice of rights', test: (line) => isNote(line, 70, rights) },
  { reason: "an agency's note", test: (line) => isNote(line, 40, agency) },
  { reason: "a publisher's notice", test: (line) => isNote(line, 50, notice) },
  { reason: aDateline, test: isDateline },
  { reason: 'an offer', test: (line) => isNote(line, 25, offer) && !said.test(line.unquoted) },
  { reason: 'an address', test: ({ text }) => address.test(text) },
  { reason: 'a count of reactions', test: ({ text }) => counts.test(text) },
  { reason: 'no words', test: ({ words }) => words.length === 0 },
];

const reasons = new WeakMap<Line, { readonly reason: string | undefined }>();

/** Why a line is furniture by its form alone; `undefined` where it is not. */
export function formOf(line: Line): string | undefined {
  const known = reasons.get(line) ?? { reason: forms.find(({ test }) => test(line))?.reason };
  reasons.set(line, known);
  return known.reason;
}

const longestNote = 400;

/** Whether a sentence of a paragraph is such a note; dates, credits and bylines are known in lines of their own only. */
export function isNoteOfSite(sentence: string): boolean {
  if (sentence.length > longestNote) return false;
  return [advertisement, rights, agency, labels, credit].some((note) => note.test(sentence));
}

const shortNote = 16;

/** A longer paragraph that ends in such a note is no note itself: its last sentence is. */
function isNote(line: Line, longest: number, pattern: RegExp): boolean {
  if (line.words.length > longest || !pattern.test(line.text)) return false;
  const [first] = sentencesOf(line);
  return line.words.length < shortNote || pattern.test(line.text.slice(0, first?.end));
}

/** A line or two on who wrote the article. Body text speaks like this of others: only at the end of an article. */
export function isAboutAuthor({ text, words, unquoted }: Line): boolean {
  return (
    words.length < 60 &&
    unquoted.length === text.length &&
    bio.test(text) &&
    !/\b(?:said|says|told|died)\b/.test(text)
  );
}

function isByline(line: Line): boolean {
  const { text, words } = line;
  if (words.length > 24) return false;
  if (byline.test(text)) return !line.endsSentence || /\bupdated\b/i.test(text) || endsInTime.test(text);
  return (
    words.length < 10 &&
    !line.endsSentence &&
    role.test(text) &&
    /^\p{Lu}[\p{L}’'.-]+ \p{Lu}[\p{L}’'. -]{1,30}\s?[|,–—]/u.test(text)
  );
}

/** A dateline in a line of its own, as if the article began behind it. */
function isDateline({ text, words }: Line): boolean {
  return words.length < shortNote && datelineLength(`${text} The`) === text.length + 1;
}

function isTasks(line: Line): boolean {
  if (line.words.length > longestTask || !task.test(line.text)) return false;
  return sentencesOf(line).every(({ start, end }) => end - start < longestTask);
}

function isDate({ words, text }: Line): boolean {
  if (words.length === 0 || words.length > 20 || !/\d/.test(text)) return false;
  const parts = words.flatMap((word) => word.split(/[-']/));
  return parts.filter((word) => dateWord.test(word)).length >= parts.length * 0.8 && !/[“"‘]/.test(text);
}

function isCredit(line: Line): boolean {
  const { text, words } = line;
  if (words.length > 50 || said.test(line.unquoted)) return false;
  return creditFirst.test(text) || pictureCount.test(text) || credit.test(text);
}

function isLabel(line: Line): boolean {
  const { text, words } = line;
  if (words.length > 45) return false;
  return labels.test(text) || (bareLabels.test(text) && !line.endsSentence);
}
