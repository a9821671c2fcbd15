/**
 * An address with its scheme, as written but for white space; a relative one seen from `base`. Where nothing is known
 * of where the feed lies, a relative one stays as it is.
 */
export function absoluteAddress(written: string, base: string | undefined): string | undefined {
  const address = written.replace(/[\t\n\r]+/g, '').trim();
  if (address === '') return undefined;
  if (/^[a-z][a-z\d+.-]{0,30}:/i.test(address)) return address;
  if (base === undefined) return address;
  return URL.parse(address, base)?.href;
}

/** The same for what leads to the web; `undefined` for "urn:", "javascript:" and their like. */
export function absoluteWebAddress(written: string, base: string | undefined): string | undefined {
  const address = absoluteAddress(written, base);
  const isRelative = base === undefined && !/^[a-z][a-z\d+.-]{0,30}:/i.test(address ?? '');
  return address !== undefined && (isRelative || isWebAddress(address)) ? address : undefined;
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(address) && URL.canParse(address);
}

/** The base below an element that says xml:base; one that makes no sense changes nothing. */
export function baseBelow(written: string, base: string | undefined): string | undefined {
  const address = absoluteAddress(written, base);
  return address !== undefined && isWebAddress(address) ? address : base;
}
