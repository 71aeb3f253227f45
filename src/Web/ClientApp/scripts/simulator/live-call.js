// Keeps the page of a call up to date while it runs. The server says when there is something new; the page fetches it.
import { post } from '../post.js';
import { sounds } from './sounds.js';

const pollInterval = 1000;
const mostErrors = 3;

export function liveCall() {
  const page = document.querySelector('[data-call]');
  if (!page) {
    return;
  }
  const url = page.dataset.call;
  const slots = Object.fromEntries([...page.querySelectorAll('[data-slot]')].map(slot => [slot.dataset.slot, slot]));
  const isFinal = () => page.querySelector('[data-final="true"]') !== null;
  const stopClock = clocks(slots.stage);
  const sound = sounds(page);
  let running = null;
  let again = false;

  // One request at a time: what happens meanwhile is asked for right after it.
  async function refresh() {
    if (running) {
      again = true;
      return running;
    }
    let goesOn = false;
    do {
      again = false;
      running = update();
      goesOn = await running.finally(() => (running = null));
    } while (again);
    return goesOn;
  }

  async function update() {
    const shown = slots.lines.querySelectorAll('[data-line]').length;
    const response = await fetch(`${url}/news?after=${shown}`, { credentials: 'same-origin' });
    if (!response.ok) {
      return false;
    }
    const news = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of news.querySelectorAll('[data-part]')) {
      if (part.dataset.part === 'lines') {
        append(slots.lines, part);
      } else if (exchange(slots[part.dataset.part], part) && part.dataset.part === 'stage') {
        sound.play(slots.stage.firstElementChild);
      }
    }
    return true;
  }

  function follow() {
    const source = new EventSource(`${url}/events`);
    let errors = 0;
    source.addEventListener('open', () => (errors = 0));
    source.addEventListener('changed', refresh);
    source.addEventListener('over', () => {
      source.close();
      stopClock();
      refresh();
    });
    source.addEventListener('error', () => {
      if (++errors === mostErrors || source.readyState === EventSource.CLOSED) {
        source.close();
        poll();
      }
    });
  }

  // Where events do not get through; until the program has forgotten the call.
  async function poll() {
    const goesOn = await refresh().catch(() => true);
    if (goesOn && !isFinal()) {
      setTimeout(poll, pollInterval);
    }
  }

  page.addEventListener('submit', event => {
    if (event.target.matches('[data-hang-up]')) {
      event.preventDefault();
      event.submitter.disabled = true;
      post(event.target.action).then(refresh);
    }
  });

  if (!isFinal()) {
    sound.play(slots.stage.firstElementChild);
    follow();
  }
}

// Only what is new moves, and nobody loses the place they read or type at.
function exchange(slot, part) {
  const [shown, next] = [slot.firstElementChild, part.firstElementChild];
  if (shown && next && shown.dataset.key === next.dataset.key) {
    return false;
  }
  const hadFocus = slot.contains(document.activeElement);
  slot.replaceChildren(...part.childNodes);
  if (hadFocus) {
    slot.querySelector('button, a')?.focus();
  }
  return true;
}

function append(list, part) {
  const last = list.lastElementChild;
  // Where the phone stands above the lines, it is the phone that one watches.
  const follows = matchMedia('(min-width: 992px)').matches && last && last.getBoundingClientRect().top < innerHeight;
  const lines = [...part.children];
  lines.forEach(line => line.classList.add('line-new'));
  list.append(...lines);
  if (follows && lines.length > 0) {
    list.lastElementChild.scrollIntoView({ block: 'nearest' });
  }
}

// The phone's clock goes as fast as the call does.
function clocks(slot) {
  let shown = null;
  let began = 0;
  const timer = setInterval(() => {
    const clock = slot.querySelector('[data-clock]');
    if (clock !== shown) {
      shown = clock;
      began = performance.now();
    }
    const factor = Number(clock?.dataset.factor);
    if (factor > 0) {
      const seconds = Math.floor(Number(clock.dataset.from) + (performance.now() - began) / 1000 / factor);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
  }, 100);
  return () => clearInterval(timer);
}
