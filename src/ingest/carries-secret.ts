/** Names of parameters whose value opens something. */
const secretName =
  /^(?:.{0,99}[._-])?(?:token|key|apikey|authkey|feedkey|rsskey|auth|secret|sig|signature|hmac|password|pass|pwd|sid|session|jwt|credential)$/i;
/** "/feed/token=abc123", "/rss;key=abc123". */
const namedInPath = /(?:^|[;,&])(?:[\w.-]{0,40}[._-])?(?:token|key|apikey|auth|secret|sig)[=:][^;,&]{6}/i;
/** "/rss/token/abc12345", "/feed/private/abc12345". */
const secretFolder = /^(?:token|apikey|api-key|authkey|secret|private|auth|key)$/i;
/** A part of that length that mixes letters and digits was made by a machine. */
const shortestMadeUp = 20;
const mostSegments = 50;

/** Whether an address names a key: then it lets those in who have it, and what it leads to is not everyone's. */
export function carriesSecret(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return true;
  return [...url.searchParams.keys()].some((name) => secretName.test(name)) || hasSecretFolder(url);
}

/**
 * As `carriesSecret`, and more careful: a feed whose address has a long part that nobody could guess is not taken for
 * public either. (Articles are often named by such parts, so this is for feeds only.)
 */
export function feedCarriesSecret(url: URL): boolean {
  if (carriesSecret(url) || segmentsOf(url).some(looksMadeUp)) return true;
  return [...url.searchParams].some(([name, value]) => !/id$|list$/i.test(name) && looksMadeUp(value));
}

/** A feed's address as it may be shown to a whole channel: of one with a secret no more than the site. */
export function shownAddress(address: string): string {
  const url = URL.parse(address);
  return url !== null && feedCarriesSecret(url) ? `${url.origin}/` : address;
}

function hasSecretFolder(url: URL): boolean {
  const segments = segmentsOf(url);
  return segments.some(
    (segment, place) =>
      namedInPath.test(segment) ||
      (secretFolder.test(segments[place - 1] ?? '') && /\d/.test(segment) && segment.length >= 8),
  );
}

function segmentsOf({ pathname }: URL): readonly string[] {
  return pathname
    .split('/', mostSegments)
    .map((segment) => segment.replace(/\.(?:xml|rss|atom|rdf|json|html?|php|aspx)$/i, ''));
}

/** Between two words a hyphen parts; in a key it does not. */
function looksMadeUp(segment: string): boolean {
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(segment)) return true;
  return segment
    .split(/[.,;:=~%+]|(?<=[a-z]{3})-(?=[a-z]{3})/i)
    .some((part) => part.length >= shortestMadeUp && isMixed(part));
}

function isMixed(part: string): boolean {
  if (!/^[\w-]+$/.test(part)) return false;
  if (/^\d+$/.test(part) || (/^[0-9a-f]+$/i.test(part) && /\d/.test(part))) return true;
  const changes = [...part.matchAll(/[a-z](?=\d)|\d(?=[a-z])/gi)].length;
  return changes >= 4 || (/[a-z]/.test(part) && /[A-Z]/.test(part) && /\d/.test(part) && !part.includes('-'));
}
