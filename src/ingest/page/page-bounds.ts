/** A page's first so many elements are read: articles come early, and few pages have as many. */
const mostElements = 10_000;
/** Signs that begin no element but cost as much as one: `&` and a bare `<`. */
const mostSigns = 50_000;
/** What is nested deeper stands beside its parent, as in browsers. */
const deepest = 150;

/** Elements without an end, and those that the next of their kind ends: they do not nest. */
const flatNames = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th tbody thead tfoot option optgroup rp rt'.split(
    ' ',
  ),
);
/** Readers look at a title again and again. */
const longTitle = /(<title\b[^>]{0,200}>[^<]{2000})[^<]+/gi;
/** What stands in these is no markup. */
const rawNames = new Set(['script', 'style', 'title', 'textarea']);

/**
 * The page with no more elements, signs and depth than its reader can hold: what comes after too many of the first two
 * is cut off, tags that nest too deep are left out. Takes time linear to the page's length.
 */
export function boundedPage(html: string): string {
  const shallow = withoutDepth(html.replace(longTitle, '$1'));
  let elements = 0;
  let signs = 0;
  for (const { kind, at } of marksOf(shallow)) {
    if (kind === 'open') elements += 1;
    else if (kind === 'sign') signs += 1;
    if (elements > mostElements || signs > mostSigns) return shallow.slice(0, at);
  }
  return shallow;
}

function withoutDepth(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { kind, at, name } of marksOf(html)) {
    if (kind === 'sign' || at < from || flatNames.has(name)) continue;
    const outside = depth;
    depth = Math.max(0, depth + (kind === 'open' ? 1 : -1));
    if (Math.max(outside, depth) <= deepest) continue;
    kept.push(html.slice(from, at));
    from = after(html, />/g, at);
  }
  return kept.join('') + html.slice(from);
}

interface Mark {
  readonly kind: 'open' | 'close' | 'sign';
  readonly at: number;
  readonly name: string;
}

function* marksOf(html: string): Generator<Mark> {
  const marks = /<(\/?)([a-z][a-z0-9]{0,20})|<!--|[<&]/gi;
  for (let mark = marks.exec(html); mark !== null; mark = marks.exec(html)) {
    const [whole, slash, written = ''] = mark;
    const name = written.toLowerCase();
    const kind = name === '' ? 'sign' : slash === '/' ? 'close' : 'open';
    if (whole === '<!--') marks.lastIndex = after(html, /-->/g, marks.lastIndex);
    else yield { kind, at: mark.index, name };
    if (kind === 'open' && rawNames.has(name))
      marks.lastIndex = after(html, new RegExp(`</${name}`, 'gi'), marks.lastIndex);
  }
}

/** Where the next match ends; the end of the page where there is none. */
function after(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.test(html) ? mark.lastIndex : html.length;
}
