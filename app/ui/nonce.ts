import { createContext, useContext } from "react";

/** The one-time word that the Content-Security-Policy of this answer accepts on scripts. */
export const NonceContext = createContext("");

/** Browsers hide the nonce from scripts, so hydrating with it would never match. */
export const useNonce = (): string => {
  const nonce = useContext(NonceContext);
  return typeof document === "undefined" ? nonce : "";
};
