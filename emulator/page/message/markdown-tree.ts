/** What Discord's markdown means, before anything of it is drawn. Addresses are always http or https. */

export type Wrapping = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

export type TimeStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: Wrapping; readonly children: readonly Inline[] }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly title?: string;
      /** Whether the words are others than the address. */
      readonly isMasked: boolean;
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string; readonly id: string }
  | { readonly kind: 'time'; readonly seconds: number; readonly style?: TimeStyle }
  /** By its name where it is a server's own, else the character. */
  | { readonly kind: 'emoji'; readonly name: string; readonly character?: string };

export interface ListItem {
  readonly children: readonly Inline[];
  readonly lists: readonly ListNode[];
}

export interface ListNode {
  readonly kind: 'list';
  /** The number of the first item; none where the items have dots. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

export type Block =
  /** Line breaks in its texts are line breaks to be seen. */
  | { readonly kind: 'paragraph' | 'subtext'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'codeBlock'; readonly text: string; readonly language?: string }
  | ListNode;
