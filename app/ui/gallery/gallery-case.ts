import type { ReactElement } from "react";

/** One page in one state, with made-up people and amounts, to look at and to test. */
export type GalleryCase = {
  /** Also the name of its file. */
  readonly name: string;
  /** Made anew for every language, inside that language's texts. */
  readonly page: ReactElement;
};
