/** Whether PostgreSQL takes the text: it has no NUL and no half character (a surrogate without the other one). */
export const isStorable = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

/** A name or message as PostgreSQL takes it: U+FFFD stands for each NUL and half character. */
export const storableText = (text: string): string =>
  isStorable(text) ? text : text.replaceAll("\0", "\uFFFD").replace(/\p{Surrogate}/gu, "\uFFFD");
