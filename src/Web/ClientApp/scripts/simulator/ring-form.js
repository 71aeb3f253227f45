// The form in which a call is put together: the phone beside it shows who rings whom, and samples can be listened to.
export function ringForm() {
  const form = document.querySelector('[data-ring]');
  if (!form) {
    return;
  }
  showOnPhone(form);
  samples(form.querySelector('[data-samples]'));
}

function showOnPhone(form) {
  const show = name => {
    const choices = form.querySelector(`[data-choices="${name}"]`);
    const chosen = choices.querySelector('input[type="radio"]:checked');
    const typed = chosen?.value === 'typed' ? choices.querySelector('[data-typed-text]').value.trim() : '';
    const title = chosen?.closest('.choice').querySelector('.choice-title').textContent ?? '';
    form.querySelector(`[data-phone-${name}]`).textContent = typed || title;
  };
  const refresh = () => ['from', 'to'].forEach(show);
  form.addEventListener('input', refresh);
  addEventListener('pageshow', refresh);
  refresh();
}

function samples(box) {
  const select = box.querySelector('select');
  const button = box.querySelector('[data-listen]');
  const label = button.querySelector('span');
  const [listen, stop] = [label.textContent, button.dataset.stop];
  const audio = new Audio();
  button.hidden = false;

  const showPlaying = () => {
    button.classList.toggle('playing', !audio.paused);
    label.textContent = audio.paused ? listen : stop;
  };
  for (const name of ['play', 'pause', 'ended', 'error']) {
    audio.addEventListener(name, showPlaying);
  }
  button.addEventListener('click', () => {
    if (!audio.paused) {
      audio.pause();
      return;
    }
    audio.src = `/simulator/samples/${select.value}`;
    // A browser that plays no sound has nothing to tell here.
    audio.play().catch(showPlaying);
  });

  const showText = () => {
    const option = select.selectedOptions[0];
    const text = box.querySelector('[data-transcript]:not(option)');
    text.textContent = option.dataset.transcript;
    text.lang = option.lang;
  };
  select.addEventListener('change', () => {
    audio.pause();
    showText();
  });
  addEventListener('pageshow', showText);
  showText();
}
