// <button data-confirm="Delete this voicemail?" data-confirm-detail="…" data-confirm-action="Delete"> in a form asks first.
// <button data-dialog="id"> opens <dialog id="id" class="dialog">; [data-close] in it closes it.
export function dialogs() {
  const question = document.getElementById('confirm-dialog');
  let asking = null;

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-confirm]');
    if (button && question && button !== asking) {
      event.preventDefault();
      asking = button;
      question.querySelector('[data-confirm-title]').textContent = button.dataset.confirm;
      question.querySelector('[data-confirm-text]').textContent = button.dataset.confirmDetail ?? '';
      question.querySelector('[value="yes"]').textContent = button.dataset.confirmAction ?? button.textContent.trim();
      question.returnValue = '';
      question.showModal();
      return;
    }

    const opener = event.target.closest('[data-dialog]');
    if (opener) {
      document.getElementById(opener.dataset.dialog)?.showModal();
    }
    event.target.closest('[data-close]')?.closest('dialog')?.close();
  });

  question?.addEventListener('close', () => {
    const button = asking;
    if (button && question.returnValue === 'yes') {
      button.click();
    }
    asking = null;
    button?.focus();
  });
}
