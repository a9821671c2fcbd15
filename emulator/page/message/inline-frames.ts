import type { Inline, Wrapping } from './markdown-tree.ts';

/** A mark of Discord's markdown that opens and closes. */
export type Mark = '**' | '*' | '_' | '__' | '~~' | '||';

const wrappings: Readonly<Record<Mark, Wrapping>> = {
  '**': 'strong',
  '*': 'emphasis',
  _: 'emphasis',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
};

interface Frame {
  mark: Mark;
  readonly children: Inline[];
}

/**
 * The marks that are open while a text is read. Each mark is open at most once, so the tree is never deep and each
 * node moves at most as often as there are marks.
 */
export interface Frames {
  add(node: Inline): void;
  addText(text: string): void;
  isOpen(mark: Mark): boolean;
  open(mark: Mark): void;
  /** Wraps what stands since the mark was opened; marks opened since then become text. */
  close(mark: Mark): void;
  /** Makes an open mark text and leaves open what was opened since. */
  drop(mark: Mark): void;
  openMarks(): readonly Mark[];
  /** Makes text of all that is still open. */
  finish(): readonly Inline[];
}

function push(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text')
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  else nodes.push(node);
}

export function createFrames(): Frames {
  const root: Inline[] = [];
  const frames: Frame[] = [];
  const indexOf = (mark: Mark) => frames.findIndex((frame) => frame.mark === mark);
  const childrenAt = (index: number) => frames[index]?.children ?? root;
  const add = (node: Inline) => push(childrenAt(frames.length - 1), node);
  const unwrap = (index: number) => {
    const [frame] = frames.splice(index, 1);
    if (frame === undefined) return;
    const below = childrenAt(index - 1);
    push(below, { kind: 'text', text: frame.mark });
    for (const child of frame.children) push(below, child);
  };
  /** "***a** b*": of two marks opened at once, the one that closes first is the inner one. */
  const letInnerBe = (mark: Mark) => {
    const outer = frames.at(-2);
    const inner = frames.at(-1);
    if (outer?.mark !== mark || inner === undefined || outer.children.length > 0) return;
    const areTwins = inner.mark.startsWith(mark) || mark.startsWith(inner.mark);
    if (areTwins) [outer.mark, inner.mark] = [inner.mark, outer.mark];
  };
  return {
    add,
    addText: (text) => add({ kind: 'text', text }),
    isOpen: (mark) => indexOf(mark) >= 0,
    open: (mark) => void frames.push({ mark, children: [] }),
    close(mark) {
      letInnerBe(mark);
      const index = indexOf(mark);
      while (frames.length - 1 > index) unwrap(frames.length - 1);
      const frame = frames.pop();
      if (frame !== undefined) add({ kind: wrappings[mark], children: frame.children });
    },
    drop(mark) {
      const index = indexOf(mark);
      if (index >= 0) unwrap(index);
    },
    openMarks: () => frames.map(({ mark }) => mark),
    finish() {
      while (frames.length > 0) unwrap(frames.length - 1);
      return root;
    },
  };
}
