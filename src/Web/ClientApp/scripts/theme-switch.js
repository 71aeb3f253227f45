// <button data-theme-choice="light|dark|auto">: the choice is kept in this browser.
export function themeSwitch() {
  const buttons = [...document.querySelectorAll('[data-theme-choice]:is(button)')];

  function show() {
    const choice = document.documentElement.dataset.themeChoice;
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === choice));
    }
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      try {
        localStorage.setItem('theme', button.dataset.themeChoice);
      } catch {
        // Without storage the choice cannot outlive the page, so it is not offered as taken.
      }
      document.dispatchEvent(new Event('theme-chosen'));
      show();
    });
  }

  for (const group of document.querySelectorAll('[data-theme-switch]')) {
    group.hidden = false;
  }
  show();
}
