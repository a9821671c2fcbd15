/** A reply shows at most 250 words of an article; a publisher that allows fewer characters than those have allows none. */
const leastCharacters = 1500;

/**
 * Whether a robots meta tag or X-Robots-Tag header forbids to show words of a page elsewhere: "nosnippet", or a
 * "max-snippet" below what a reply may show. Rules for one named robot are others' ("otherbot: nosnippet").
 */
export function forbidsShowing(rules: string): boolean {
  return rules
    .toLowerCase()
    .split(',')
    .map((rule) => rule.trim())
    .some((rule) => {
      if (rule === 'nosnippet') return true;
      const most = /^max-snippet\s{0,9}:\s{0,9}(-?\d{1,9})$/.exec(rule)?.[1];
      return most !== undefined && Number(most) >= 0 && Number(most) < leastCharacters;
    });
}
