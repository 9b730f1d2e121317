/** Brings a part of the editor into sight and puts the focus there. */
export function goTo(id: string) {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: "center" });
  place?.focus({ preventScroll: true });
}
