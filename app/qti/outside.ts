const ownBytes =
  /^data:(image\/(png|jpeg|gif|webp|svg\+xml)|audio\/[a-z0-9-]+|video\/[a-z0-9-]+);base64,[a-z0-9+/=\s]*$/i;

/** Whether a name points beyond its package: an address or an absolute path. Bytes in the name itself do not. */
export const isFromOutside = (name: string) =>
  !ownBytes.test(name) && (/^[a-z][a-z0-9+.-]*:/i.test(name) || /^[/\\]/.test(name) || name.includes("\\"));
