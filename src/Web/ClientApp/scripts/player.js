// Makes a player out of a plain <audio controls>, which stays when scripts do not run. Its parts are on the page once (_PlayerParts.cshtml).
import { post } from './post.js';
import { draw, peaksOf } from './waveform.js';

const speedKey = 'playback-speed';
const bars = 96;
const flat = { peaks: new Array(bars).fill(0.08), duration: NaN };

export function players() {
  upgradePlayers(document);

  // Only one speaks at a time.
  document.addEventListener('play', event => {
    for (const audio of document.querySelectorAll('audio')) {
      if (audio !== event.target) {
        audio.pause();
      }
    }
  }, true);
}

export function upgradePlayers(scope) {
  for (const element of scope.querySelectorAll('[data-player]')) {
    upgrade(element);
  }
}

function upgrade(player) {
  const audio = player.querySelector('audio');
  const [controls, problem] = document.getElementById('player-parts').content.cloneNode(true).children;
  audio.after(controls);
  player.append(problem);
  const toggle = player.querySelector('[data-player-toggle]');
  const track = player.querySelector('[data-player-track]');
  const canvas = player.querySelector('canvas');
  const time = player.querySelector('[data-player-time]');
  const speed = player.querySelector('[data-player-speed]');
  let shape = flat;
  let asked = false;

  audio.controls = false;
  audio.hidden = true;

  const duration = () => [audio.duration, shape.duration, Number(player.dataset.seconds)].find(Number.isFinite) || 0;

  function show() {
    const whole = duration();
    const played = whole > 0 ? Math.min(1, audio.currentTime / whole) : 0;
    track.max = String(Math.max(1, whole));
    track.value = String(audio.currentTime);
    track.setAttribute('aria-valuetext', `${clock(audio.currentTime)} / ${clock(whole)}`);
    time.textContent = `${clock(audio.currentTime)} / ${clock(whole)}`;
    draw(canvas, shape.peaks, played);
  }

  async function showShape() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      shape = await peaksOf(audio.currentSrc || audio.src, bars);
      show();
    } catch {
      // A format that only <audio> can decode is still played; it has no drawing then.
      asked = false;
    }
  }

  function seek(seconds) {
    audio.currentTime = Math.max(0, Math.min(duration(), seconds));
    show();
  }

  async function play() {
    problem.hidden = true;
    showShape();
    try {
      await audio.play();
    } catch (reason) {
      problem.hidden = reason.name === 'AbortError';
    }
  }

  toggle.addEventListener('click', () => (audio.paused ? play() : audio.pause()));
  track.addEventListener('input', () => seek(Number(track.value)));
  track.addEventListener('keydown', event => {
    const step = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5, PageUp: 10, PageDown: -10 }[event.key];
    if (step) {
      event.preventDefault();
      seek(audio.currentTime + step);
    } else if (event.key === ' ') {
      event.preventDefault();
      toggle.click();
    }
  });
  for (const button of player.querySelectorAll('[data-player-skip]')) {
    button.addEventListener('click', () => seek(audio.currentTime + Number(button.dataset.playerSkip)));
  }

  speed.value = remembered();
  speed.addEventListener('change', () => {
    remember(speed.value);
    for (const other of document.querySelectorAll('[data-player]')) {
      other.querySelector('[data-player-speed]').value = speed.value;
      other.querySelector('audio').playbackRate = Number(speed.value);
    }
  });

  audio.addEventListener('play', () => {
    audio.playbackRate = Number(speed.value);
    player.classList.add('playing');
    toggle.setAttribute('aria-label', toggle.dataset.pause);
    heard(player);
  });
  for (const name of ['pause', 'ended']) {
    audio.addEventListener(name, () => {
      player.classList.remove('playing');
      toggle.setAttribute('aria-label', toggle.dataset.play);
    });
  }
  audio.addEventListener('error', () => (problem.hidden = false));
  for (const name of ['timeupdate', 'loadedmetadata', 'durationchange']) {
    audio.addEventListener(name, show);
  }
  new ResizeObserver(show).observe(canvas);
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  if (player.dataset.eager) {
    showShape();
  }
  show();
}

// Tells the server once that the message was listened to, and the page with it.
async function heard(player) {
  const url = player.dataset.heardUrl;
  if (!url) {
    return;
  }
  delete player.dataset.heardUrl;
  const response = await post(url);
  if (!response.ok) {
    player.dataset.heardUrl = url;
    return;
  }
  const item = player.closest('.item-new');
  item?.classList.remove('item-new');
  for (const count of item ? document.querySelectorAll('[data-new-count]') : []) {
    const left = Number(count.textContent) - 1;
    count.textContent = left > 0 ? String(left) : '';
  }
}

function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const end = `${hours ? String(minutes).padStart(2, '0') : minutes}:${String(whole % 60).padStart(2, '0')}`;
  return hours ? `${hours}:${end}` : end;
}

function remembered() {
  try {
    return localStorage.getItem(speedKey) ?? '1';
  } catch {
    return '1';
  }
}

function remember(value) {
  try {
    localStorage.setItem(speedKey, value);
  } catch {
    // Storage can be forbidden; the speed then holds for this page only.
  }
}
