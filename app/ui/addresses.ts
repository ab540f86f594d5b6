/** Where a code from a letter is typed. */
export const CODE_PAGE = "/c";

/** What was tested for whom, and what does not work yet. */
export const ACCESSIBILITY_PAGE = "/accessibility";

/** Where help is, for everybody. */
export const HELP_PAGE = "/help";

/** Where a message is compared with what is known. */
export const REAL_PAGE = "/real";
