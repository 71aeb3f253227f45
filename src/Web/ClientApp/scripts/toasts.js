export function toasts() {
  document.addEventListener('click', event => {
    event.target.closest('[data-dismiss]')?.closest('.toasts')?.remove();
  });
}
