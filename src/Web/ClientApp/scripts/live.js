// <form data-live="/url">: while one types, the form is posted to that address, and each element of the answer replaces the one with its id.
// An element with data-placeholder-of="id" data-placeholder="…" also sets what an empty field shows.
export function liveForms() {
  for (const form of document.querySelectorAll('form[data-live]')) {
    let waiting = null;
    let running = null;

    const refresh = async () => {
      running?.abort();
      running = new AbortController();
      try {
        const response = await fetch(form.dataset.live, {
          method: 'POST',
          credentials: 'same-origin',
          body: new URLSearchParams(new FormData(form)),
          signal: running.signal,
        });
        if (!response.ok || response.redirected) {
          return;
        }
        const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
        for (const part of [...answer.body.children]) {
          const shown = part.id && document.getElementById(part.id);
          if (shown && shown.innerHTML !== part.innerHTML) {
            shown.replaceChildren(...part.childNodes);
            shown.className = part.className;
          }
          if (part.dataset.placeholderOf) {
            document.getElementById(part.dataset.placeholderOf).placeholder = part.dataset.placeholder;
          }
        }
      } catch (error) {
        // Overtaken by the next letter, or no network: what is shown stays.
        if (error.name !== 'AbortError' && !(error instanceof TypeError)) {
          throw error;
        }
      }
    };

    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(refresh, 200);
    });
    addEventListener('pageshow', event => event.persisted && refresh());
  }
}
