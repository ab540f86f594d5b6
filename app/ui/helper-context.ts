import { createContext, useContext } from "react";

/** With whom the reader looks along, and what they may do. */
export type LookingAlong = { readonly debtorName: string; readonly rights: "look" | "propose" };

/** Null where the reader is the debtor, or nobody in particular. */
export const HelperContext = createContext<LookingAlong | null>(null);

export const useLookingAlong = (): LookingAlong | null => useContext(HelperContext);
