// Records from the microphone and puts the message, as telephone-quality WAV, into the form's file field.
import { toWav } from './wav.js';

const rate = 8000;

export function recorder() {
  const box = document.querySelector('[data-recorder]');
  if (!box || !navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) {
    return;
  }
  const button = box.querySelector('[data-record]');
  const label = button.querySelector('span');
  const record = label.textContent;
  const level = box.querySelector('[data-level]');
  const time = box.querySelector('[data-time]');
  const state = box.querySelector('[data-recorder-state]');
  const problem = box.querySelector('[data-recorder-problem]');
  const playback = box.querySelector('[data-playback]');
  const file = box.parentElement.querySelector('input[type="file"]');
  const longest = Number(box.dataset.longest);
  let running = null;
  box.hidden = false;

  button.addEventListener('click', () => (running ? running.stop() : start()));
  file.addEventListener('change', () => (playback.hidden = true));

  async function start() {
    problem.hidden = true;
    button.disabled = true;
    try {
      const microphone = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
      running = listen(microphone);
    } catch {
      problem.textContent = box.dataset.refused;
      problem.hidden = false;
      return;
    } finally {
      button.disabled = false;
    }
    label.textContent = button.dataset.stop;
    state.textContent = state.dataset.recording;
    box.classList.add('recording');
    playback.pause();
  }

  // Started by a press of the button, so the browser lets the sound be measured.
  function listen(microphone) {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(microphone).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const tape = new MediaRecorder(microphone);
    const chunks = [];
    const began = performance.now();
    let frame = 0;

    const measure = () => {
      const seconds = (performance.now() - began) / 1000;
      analyser.getFloatTimeDomainData(samples);
      const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
      level.style.transform = `scaleX(${Math.min(1, loudness * 5)})`;
      time.textContent = clock(seconds);
      if (seconds >= longest) {
        tape.stop();
        return;
      }
      frame = requestAnimationFrame(measure);
    };

    tape.addEventListener('dataavailable', event => chunks.push(event.data));
    tape.addEventListener('stop', async () => {
      cancelAnimationFrame(frame);
      microphone.getTracks().forEach(track => track.stop());
      context.close();
      finish(await samplesOf(new Blob(chunks, { type: tape.mimeType })));
    }, { once: true });
    tape.start();
    measure();
    return tape;
  }

  function finish(samples) {
    running = null;
    const wav = new File([toWav(samples.subarray(0, longest * rate), rate)], 'microphone.wav', { type: 'audio/wav' });
    const files = new DataTransfer();
    files.items.add(wav);
    file.files = files.files;

    URL.revokeObjectURL(playback.src);
    playback.src = URL.createObjectURL(wav);
    playback.hidden = false;
    level.style.transform = '';
    time.textContent = clock(samples.length / rate);
    label.textContent = button.dataset.again ?? record;
    state.textContent = state.dataset.recorded;
    box.classList.remove('recording');
  }
}

// What the browser recorded, at the telephone's rate and with its channels mixed.
async function samplesOf(blob) {
  const audio = await new OfflineAudioContext(1, 1, rate).decodeAudioData(await blob.arrayBuffer());
  const mixed = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel++) {
    audio.getChannelData(channel).forEach((sample, i) => (mixed[i] += sample / audio.numberOfChannels));
  }
  return mixed;
}

function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
