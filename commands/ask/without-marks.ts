/** What Discord writes into a message for a person, a role, a channel, an emoji, a time. */
const marks = /<(?:@[!&]?|#|a?:\w{1,32}:|t:-?)\d{1,20}(?::[a-z])?>/gi;

/** The words of a question without such marks: their numbers stand in no article. */
export const withoutMarks = (words: string): string => words.replace(marks, ' ').replace(/\s+/g, ' ').trim();
