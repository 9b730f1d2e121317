import { useEffect, useState } from "react";

/** A name for one order, made when its form is shown: however often the form is sent, the order is carried out once. */
export function useOrderKey(): string {
  // Made in the browser alone: what the server rendered would be another one.
  const [key, setKey] = useState("");
  useEffect(() => setKey(newOrderKey()), []);
  return key;
}

export const newOrderKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
