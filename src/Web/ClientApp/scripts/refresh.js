// <… id="x" data-refresh="/url">: an element that is not finished yet. It is fetched again, less and less often,
// and replaced by the one of that id in the answer, until that asks for it no more. Razor writes an empty data- attribute where there is no URL.
import { upgradePlayers } from './player.js';
import { rowActions } from './row-actions.js';

const waits = [2, 3, 5, 8, 12, 20, 30, 60, 60, 60];

export function refreshing() {
  for (const element of document.querySelectorAll('[data-refresh]:not([data-refresh=""])')) {
    watch(element, element.outerHTML, 0);
  }
}

function watch(element, known, round) {
  if (round === waits.length) {
    return;
  }
  setTimeout(async () => {
    if (document.hidden || inUse(element)) {
      watch(element, known, round);
      return;
    }
    const fresh = await load(element);
    if (!fresh || fresh.outerHTML === known) {
      watch(element, known, round + 1);
      return;
    }
    const html = fresh.outerHTML;
    element.replaceWith(fresh);
    upgradePlayers(fresh);
    rowActions(fresh);
    if (fresh.dataset.refresh) {
      watch(fresh, html, round + 1);
    }
  }, waits[round] * 1000);
}

async function load(element) {
  try {
    const response = await fetch(element.dataset.refresh, { credentials: 'same-origin', headers: { 'X-Requested-With': 'XMLHttpRequest' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return response.ok ? document.adoptNode(page.getElementById(element.id)) : null;
  } catch {
    // The network is away for a moment: the next round tries again.
    return null;
  }
}

// Nothing is taken from under somebody's hands or ears.
function inUse(element) {
  return element.contains(document.activeElement) || element.querySelector('.playing, :checked[data-select]') !== null;
}
