import { absoluteValue, escapeAttribute, escapeHtml, isUnseenElement, isVoidElement } from './html.ts';

/** An element of a feed's XML. Its depth is bounded where it is made, so that functions here may call themselves. */
export interface XmlElement {
  /** See keyOf. */
  readonly key: string;
  /** Its local name as written. */
  readonly name: string;
  /** By key, decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  /** From where relative addresses in it are seen. */
  readonly base: string | undefined;
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** All text in it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function hasElements(element: XmlElement): boolean {
  return element.children.some((child) => typeof child !== 'string');
}

/** What stands in an element, as HTML, its addresses absolute: for markup that was not escaped. */
export function innerHtml(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? escapeHtml(child) : outerHtml(child)))
    .join('');
}

function outerHtml(element: XmlElement): string {
  const name = element.name.toLowerCase();
  if (isUnseenElement(name)) return '';
  const attributes = [...element.attributes]
    .filter(([key]) => !key.startsWith('xml') && !key.includes(':'))
    .map(([key, value]) => ` ${key}="${escapeAttribute(absoluteValue(key, value, element.base))}"`)
    .join('');
  if (isVoidElement(name) && element.children.length === 0) return `<${element.name}${attributes} />`;
  return `<${element.name}${attributes}>${innerHtml(element)}</${element.name}>`;
}
