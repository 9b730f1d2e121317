// Applies the remembered theme and text size before the first paint, so that nothing flashes. See app/components/look.ts.
(() => {
  try {
    const look = JSON.parse(localStorage.getItem("examhall-look") ?? "{}");
    const { dataset } = document.documentElement;
    if (["light", "dark", "high-contrast", "cream"].includes(look.theme)) dataset.theme = look.theme;
    if (["large", "larger", "largest"].includes(look.text)) dataset.text = look.text;
  } catch {
    // Nothing remembered, or nothing may be: the computer's own look it is.
  }
})();
