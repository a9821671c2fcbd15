import { createHash } from 'node:crypto';

const nonceLength = 24;
const referenceLength = 6;

function digestOf(kind: string, digestId: string, slot: number) {
  return createHash('sha256').update(`${kind}:${digestId}:${slot}:0`);
}

/** What a delivery is known by outside: made of digest and slot alone, so that every try and process has the same. */
export function deliveryNames(
  digestId: string,
  slot: number,
): { readonly nonce: string; readonly reference: string } {
  return {
    nonce: digestOf('nonce', digestId, slot).digest('base64url').slice(0, nonceLength),
    // Hexadecimal, since "_" and "-" would be markup in the post's footer.
    reference: digestOf('reference', digestId, slot).digest('hex').slice(0, referenceLength),
  };
}
