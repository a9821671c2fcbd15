import { createHash } from 'node:crypto';
import type { DeliveryNames } from './delivery-names.ts';

/** Discord takes no longer ones. */
const nonceLength = 25;
const referenceLength = 6;

/** What an alert is known by outside: the same for the same news to the same guild, so that Discord posts it once. */
export function alertNames(...news: readonly (string | number)[]): DeliveryNames {
  const hash = createHash('sha256').update(news.join('\n'));
  return {
    nonce: hash.copy().digest('base64url').slice(0, nonceLength),
    reference: hash.digest('hex').slice(-referenceLength),
  };
}
