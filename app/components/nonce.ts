import { createContext, useContext } from "react";

/** The nonce of this response's content security policy, for the scripts and styles that React writes inline. */
export const NonceContext = createContext<string | undefined>(undefined);
export const useNonce = () => useContext(NonceContext);
