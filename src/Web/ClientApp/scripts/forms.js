// A form is sent once, however often the button is pressed; coming back to the page makes it usable again.
export function forms() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'dialog') {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (form.method === 'post' && !form.hasAttribute('data-repeatable')) {
      form.dataset.sent = 'true';
      event.submitter?.setAttribute('aria-busy', 'true');
    }
  });

  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
    }
  });

  // The first field that is wrong, so that one need not look for it.
  document.querySelector('.input-validation-error')?.focus();

  // <select data-submit> and the like send their form when changed.
  document.addEventListener('change', event => {
    if (event.target.matches('[data-submit]')) {
      event.target.form.requestSubmit();
    }
  });

  for (const button of document.querySelectorAll('[data-reveal]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const input = document.getElementById(button.dataset.reveal);
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
    });
  }
}
