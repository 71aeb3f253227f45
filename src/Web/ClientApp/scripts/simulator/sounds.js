// What the caller hears: ringing, the greeting, the tone, the message. Off until it is switched on; words only in real time.
const key = 'simulator-sound';

export function sounds(page) {
  const button = page.querySelector('[data-sound]');
  if (!button || !window.AudioContext) {
    return { play() {} };
  }
  let context = null;
  let silence = () => {};
  let stage = null;
  button.hidden = false;
  press(remembered() === 'on');

  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    remember(on ? 'on' : 'off');
    press(on);
    on ? play(stage) : silence();
  });

  function press(on) {
    button.setAttribute('aria-pressed', String(on));
  }

  function play(next) {
    stage = next;
    silence();
    silence = () => {};
    if (stage && button.getAttribute('aria-pressed') === 'true') {
      context ??= new AudioContext();
      context.resume();
      silence = make(context, stage.dataset) ?? (() => {});
    }
  }

  return { play };
}

// Each returns what stops it.
function make(context, { stage, factor, words, lang, audio }) {
  const pace = Number(factor);
  switch (stage) {
    case 'ringing':
    case 'screening':
      return tones(context, [440, 480], cycles(2 * pace, 4 * pace));
    case 'tone':
      return tones(context, [1000], [[0, Math.max(0.25, 0.6 * pace)]]);
    case 'listening':
      return pace === 1 ? say(words, lang) : undefined;
    case 'recording':
      return pace === 1 && audio ? sound(audio) : undefined;
    case 'ended':
      return tones(context, [480, 620], [[0, 0.2], [0.4, 0.6]]);
    default:
      return undefined;
  }
}

function cycles(on, off) {
  return on > 0 ? Array.from({ length: 30 }, (_, i) => [i * (on + off), i * (on + off) + on]) : [];
}

function tones(context, frequencies, times) {
  const volume = context.createGain();
  volume.gain.value = 0;
  volume.connect(context.destination);
  const now = context.currentTime;
  for (const [from, to] of times) {
    volume.gain.setTargetAtTime(0.06, now + from, 0.01);
    volume.gain.setTargetAtTime(0, now + to, 0.01);
  }
  const pipes = frequencies.map(frequency => {
    const pipe = new OscillatorNode(context, { frequency });
    pipe.connect(volume);
    pipe.start();
    return pipe;
  });
  return () => {
    pipes.forEach(pipe => pipe.stop());
    volume.disconnect();
  };
}

function say(words, lang) {
  const speech = window.speechSynthesis;
  if (!speech || !words) {
    return undefined;
  }
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = lang;
  speech.speak(utterance);
  return () => speech.cancel();
}

function sound(url) {
  const audio = new Audio(url);
  // A browser that does not let a page begin to speak stays silent.
  audio.play().catch(() => {});
  return () => audio.pause();
}

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage can be forbidden; the choice then holds for this page only.
  }
}
