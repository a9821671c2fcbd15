/** A stretch of a text in UTF-16 code units, end exclusive: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One run of the clean text and the place it comes from in the raw text. Runs follow each other without
 * gaps in the clean text. A run without `repaired` is equal to its raw characters; a run with `repaired`
 * differs from them (a mended mark, a paragraph break put in) and names the step that changed it.
 */
export interface Run {
  readonly cleanStart: number;
  readonly cleanEnd: number;
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly repaired?: string;
}

/** What cleaning took away: `text` is the raw text removed, `step` the step that did it, `reason` for a reader. */
export interface Removal {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

/** An article's body without furniture. Paragraphs of `text` are parted by one blank line ("\n\n"). */
export interface CleanText {
  readonly text: string;
  /** Told apart from the body when the raw text begins with it, or as given in the options. */
  readonly title?: string;
  readonly standfirst?: string;
  readonly runs: readonly Run[];
  readonly removals: readonly Removal[];
  /** Lines an editor pulled out of the body; removed as repeats and remembered here. */
  readonly pullQuotes: readonly string[];
}

/** A sentence of a text; `paragraph` and `index` count from 0. Law: `text.slice(start, end) === sentence.text`. */
export interface Sentence extends Span {
  readonly text: string;
  readonly index: number;
  readonly paragraph: number;
}

export interface Speaker extends Span {
  /** The fullest name the article gives the person, or their role where it gives no name. */
  readonly name: string;
  readonly role?: string;
}

/** Words quoted in an article; `spans` are without the quotation marks, more than one where it is split. */
export interface Quotation {
  /** The spans' text; split parts are joined by " … ". */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly kind: 'direct' | 'fragment';
  /** `start` and `end` are the mention nearest the quotation. Absent: not sure enough to show. */
  readonly speaker?: Speaker;
  /** The verb of saying, as it stands in the text. */
  readonly cue?: string;
  /** How sure the pattern is of the speaker, 0 to 1. */
  readonly confidence: number;
  /** 1 is the most telling; only the ten best have one. */
  readonly rank?: number;
}

export type FigureKind =
  | 'percent'
  | 'percentage_points'
  | 'money'
  | 'count'
  | 'measure'
  | 'duration'
  | 'age'
  | 'fraction'
  | 'multiple'
  | 'number';

/**
 * "=" as stated, "~" about, ">" more than or at least, "<" up to or fewer than, "up" and "down" a change by its verb
 * ("rose 3%"). A noun that names the change ("a 3% rise") is what is measured: it stands in the label.
 */
export type FigureModifier = '=' | '~' | '>' | '<' | 'up' | 'down';

/** A quantity in an article. Law: `text.slice(start, end) === figure.text`. */
export interface Figure extends Span {
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number;
  /** The upper end of a range. */
  readonly value2?: number;
  /** "%", "pp", "bp", an ISO 4217 code, a measure's symbol, or the singular noun counted; rates with "/". */
  readonly unit: string;
  readonly modifier: FigureModifier;
  /** The figure is a rise or a fall, not a level, whether the modifier says so or the label. */
  readonly direction?: 'up' | 'down';
  /** What is measured, in words of its sentence (for searching and scoring; shown is `label`). */
  readonly concept: string;
  /** Spans of the figure's own sentence that say what is measured; shown joined by " … ". */
  readonly label: readonly Span[];
  /** 1 is the most telling; only the ten best have one, a repeated figure once. */
  readonly rank?: number;
  /** Says nothing by itself: "one of the …". */
  readonly trivial?: boolean;
}

/** What the engine says of one article: the summary in the article's order, all quotations and all figures. */
export interface TextBrief {
  readonly summary: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly figures: readonly Figure[];
}

export type SummaryLength = 'line' | 'short' | 'medium' | 'long';

/** A text of which questions are asked; `title` is its headline. Spans of an answer are into `text`. */
export interface AskedText {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
}

/** What a question wants to hear: a person for "who", somebody's words for "what did X say", and so on. */
export type Wanted =
  | 'person'
  | 'place'
  | 'time'
  | 'figure'
  | 'reason'
  | 'manner'
  | 'words'
  | 'yes-no'
  | 'thing';

/** A sentence that answers. Law: `text` is the words of the asked text at the span, never changed. */
export interface AnswerLine extends Span {
  readonly textId: string;
  readonly text: string;
  /** The sentence before it, where this one says too little alone ("He refused."). */
  readonly before?: Span;
  /** The words inside the line that answer, where they are sure. */
  readonly answer?: Span;
  /** Who says the quotation that the line gives; absent where it gives none, or nobody is sure. */
  readonly speaker?: Speaker;
}

/** What texts say to a question. */
export interface Answer {
  readonly wanted: Wanted;
  /** Best first, at most three; none where the texts do not say. */
  readonly lines: readonly AnswerLine[];
  /** 0 to 1: how sure it is that the texts say it. */
  readonly confidence: number;
  /** Telling words of the question, as they are written in it, that no text has: names, years, numbers first. */
  readonly missing: readonly string[];
}

export interface AnswerOptions {
  /** Answers with the nearest lines even where it is not sure that the texts say it; the confidence tells. */
  readonly always?: boolean;
  /** Sentences and quotations of the texts where they were found before, by the text's id. */
  readonly findings?: (textId: string) => AskedFindings | undefined;
}

/** What was found in a text before, so that it need not be found again. */
export interface AskedFindings {
  sentences(): readonly Sentence[];
  quotations(): readonly Quotation[];
}

/** The shape of `answer`: pure, and the same for the same question and texts. */
export type AnswerQuestion = (
  question: string,
  texts: readonly AskedText[],
  options?: AnswerOptions,
) => Answer;
