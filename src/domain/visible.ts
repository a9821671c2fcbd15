/** Controls and what turns the direction of a line around; the joiners of Persian, Hindi and emoji are letters there. */
const invisible = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Words without the characters that show nothing by themselves, or change the words around them. */
export function withoutInvisible(words: string): string {
  return words.replace(invisible, '');
}

/** Whether a person sees anything of it. */
export function isVisible(words: string): boolean {
  return visible.test(words);
}
