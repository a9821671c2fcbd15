import type { Passage } from './brief.ts';

/**
 * A piece of a line. A bare string is words of ours or of outside; both are escaped on the way out, so no
 * piece can carry markup. Words of an article travel only as a passage or a link's passage.
 */
export type Piece =
  | string
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'link'; readonly url: string; readonly of: string | Passage }
  | { readonly kind: 'strong'; readonly of: string | Passage }
  | { readonly kind: 'code'; readonly text: string }
  /** `at` in UTC milliseconds; `F` date and time, `f` short, `R` "in two hours", `t` time. */
  | { readonly kind: 'time'; readonly at: number; readonly style: 'F' | 'f' | 'R' | 't' | 'D' }
  | { readonly kind: 'channel'; readonly id: string }
  /** Names a role; it is notified only where a post says so. */
  | { readonly kind: 'role'; readonly id: string };

export interface Button {
  readonly label: string;
  /** Either goes to a web page or presses a command: `press` is "name:verb:arguments", at most 100 characters. */
  readonly url?: string;
  readonly press?: string;
  readonly primary?: boolean;
}

export interface Line {
  readonly kind: 'heading' | 'text' | 'small' | 'quotation';
  readonly pieces: readonly Piece[];
}

export type Block =
  | Line
  | { readonly kind: 'rule' }
  | Section
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | Picture;

/** Lines with one button at their side; one line at least. */
export interface Section {
  readonly kind: 'section';
  readonly lines: readonly Line[];
  readonly button: Button;
}

/** A picture with what it says in words, at most 1,024 characters; `shows` are the articles' words in it. */
export interface Picture {
  readonly kind: 'picture';
  readonly file: OutgoingFile;
  readonly alt: string;
  readonly shows: readonly Passage[];
}

export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is said, without any of Discord's payload. */
export interface Reply {
  readonly blocks: readonly Block[];
  readonly files?: readonly OutgoingFile[];
}
