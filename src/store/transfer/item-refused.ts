/** An item is refused by what is in the store: taking it in would show one guild's text to another. */
export class ItemRefused extends Error {
  override readonly name = 'ItemRefused';
}
