export type Place = 'head' | 'glued' | 'middle' | 'end';

/** Words of a site around an article, as scrapers leave them: one or more lines. */
export interface FurnitureBlock {
  readonly kind: string;
  /** Where sites put such a block; "glued" stands before the lead without a blank. */
  readonly places: readonly Place[];
  readonly text: string;
}

/** A block of the bank. */
export const block = (kind: string, places: string, text: string): FurnitureBlock => ({
  kind,
  places: places.split(' ').filter(isPlace),
  text,
});

function isPlace(word: string): word is Place {
  return word === 'head' || word === 'glued' || word === 'middle' || word === 'end';
}
