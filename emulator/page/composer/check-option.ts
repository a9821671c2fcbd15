import { optionType } from '../../option-type.ts';
import type { OptionView } from '../protocol.ts';

const numbers: readonly number[] = [optionType.integer, optionType.number];

/** What a number may be, in words; empty where it may be anything. */
export function boundsText({ type, minValue, maxValue, minLength, maxLength }: OptionView): string {
  const [min, max, unit] = numbers.includes(type)
    ? [minValue, maxValue, '']
    : [minLength, maxLength, ' characters'];
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
  if (min !== undefined) return `at least ${min}${unit}`;
  return max === undefined ? '' : `at most ${max}${unit}`;
}

function numberMistake({ type, minValue, maxValue }: OptionView, text: string): string | undefined {
  const value = Number(text);
  if (!Number.isFinite(value)) return 'takes a number';
  if (type === optionType.integer && !Number.isSafeInteger(value)) return 'takes a whole number';
  if (minValue !== undefined && value < minValue) return `takes at least ${minValue}`;
  return maxValue !== undefined && value > maxValue ? `takes at most ${maxValue}` : undefined;
}

/** Why an option cannot be sent as it stands; the rest is for the server of the page to say. */
export function optionMistake(option: OptionView, text: string): string | undefined {
  if (text.trim() === '') return option.required ? `${option.name} is required` : undefined;
  const mistake =
    numbers.includes(option.type) && option.choices.length === 0 ? numberMistake(option, text) : undefined;
  return mistake === undefined ? undefined : `${option.name} ${mistake}`;
}
