import type { Fields } from './json.ts';

/** Discord's numbers of the component types. */
export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** A checked component, in Discord's own words, with only the fields its type knows. */
export interface Component {
  readonly type: number;
  readonly id: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly style?: number;
  readonly url?: string;
  readonly emoji?: Fields;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly options?: readonly Fields[];
  readonly min_values?: number;
  readonly max_values?: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly media?: Fields;
  readonly items?: readonly Fields[];
  readonly file?: Fields;
  readonly description?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly [other: string]: unknown;
}

/** A component and all that stand in it, outermost first. */
export function flatten(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...flatten([
      ...(component.components ?? []),
      ...(component.accessory === undefined ? [] : [component.accessory]),
      ...(component.component === undefined ? [] : [component.component]),
    ]),
  ]);
}
