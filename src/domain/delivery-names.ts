import { createHash } from 'node:crypto';

const nonceLength = 24;
const referenceLength = 6;

export interface DeliveryNames {
  readonly nonce: string;
  readonly reference: string;
}

function hashOf(kind: string, of: string) {
  return createHash('sha256').update(`${kind}:${of}`);
}

const nonceOf = (kind: string, of: string) => hashOf(kind, of).digest('base64url').slice(0, nonceLength);

/** Hexadecimal, since "_" and "-" would be markup in the post's footer. */
const referenceOf = (kind: string, of: string) => hashOf(kind, of).digest('hex').slice(0, referenceLength);

/** What a delivery is known by outside: made of digest and slot alone, so that every try and process has the same. */
export function deliveryNames(digestId: string, slot: number): DeliveryNames {
  const of = `${digestId}:${slot}:0`;
  return { nonce: nonceOf('nonce', of), reference: referenceOf('reference', of) };
}

/** The reference in the footer of what goes into a post's thread; one of its own, as both may stand in one place. */
export const threadReference = (reference: string): string => referenceOf('thread-reference', reference);

/** What the reply in the thread of a post is known by, from the post's own names. */
export const threadNames = ({ nonce, reference }: DeliveryNames): DeliveryNames => ({
  nonce: nonceOf('thread-nonce', nonce),
  reference: threadReference(reference),
});
