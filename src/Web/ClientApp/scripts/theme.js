// Loaded before the first paint, so that the page never flashes in the other theme.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function apply() {
    let choice = null;
    try {
      choice = localStorage.getItem('theme');
    } catch {
      // Storage can be forbidden; then the system decides.
    }
    const theme = choice === 'light' || choice === 'dark' ? choice : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.bsTheme = theme;
    document.documentElement.dataset.themeChoice = choice ?? 'auto';
  }

  apply();
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  document.addEventListener('theme-chosen', apply);
})();
