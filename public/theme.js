// Before the first paint: the theme this device chose. The rest of the preferences come later.
(() => {
  try {
    const theme = localStorage.getItem('hone-theme');
    if (theme && theme !== 'system') document.documentElement.dataset.theme = theme;
  } catch {
    // Private windows may refuse; the theme is then applied a moment later.
  }
})();
