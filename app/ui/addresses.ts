/** Where a code from a letter is typed. */
export const CODE_PAGE = "/c";

/** Where help is, for everybody. */
export const HELP_PAGE = "/help";

/** Where a message is compared with what is known. */
export const REAL_PAGE = "/real";
