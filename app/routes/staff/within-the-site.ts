/** A path of this site to go on to, or the start: never another site, however it is written. */
export function withinTheSite(to: unknown): string {
  if (typeof to !== "string" || !/^\/(?![/\\])/.test(to)) return "/";
  const here = "http://here.invalid";
  return URL.canParse(to, here) && new URL(to, here).origin === here ? to : "/";
}
