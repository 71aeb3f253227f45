// The message of the last action: it can be closed, and is written again so that screen readers announce it.
export function toasts() {
  for (const button of document.querySelectorAll('[data-dismiss]')) {
    button.hidden = false;
    button.addEventListener('click', () => button.closest('.toasts').remove());
  }

  for (const text of document.querySelectorAll('[data-status-text]')) {
    const sentence = text.textContent;
    text.textContent = '';
    setTimeout(() => (text.textContent = sentence), 150);
  }
}
