// Decodes a recording and draws it as bars. wavesurfer.js would do it with an inline <style>, which our
// Content-Security-Policy forbids; what is needed of it are these few lines.
const shapes = new Map();

export function peaksOf(url, count) {
  if (!shapes.has(url)) {
    const shape = load(url, count);
    shape.catch(() => shapes.delete(url));
    shapes.set(url, shape);
  }
  return shapes.get(url);
}

async function load(url, count) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`The recording answered ${response.status}`);
  }
  const audio = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await response.arrayBuffer());
  const samples = audio.getChannelData(0);
  const width = Math.max(1, Math.floor(samples.length / count));
  const peaks = Array.from({ length: count }, (_, bar) => {
    let peak = 0;
    for (let i = bar * width; i < (bar + 1) * width && i < samples.length; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
    }
    return peak;
  });
  const loudest = Math.max(...peaks) || 1;
  return { peaks: peaks.map(peak => peak / loudest), duration: audio.duration };
}

export function draw(canvas, peaks, played) {
  const ratio = devicePixelRatio || 1;
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);

  const context = canvas.getContext('2d');
  const look = getComputedStyle(canvas);
  const step = canvas.width / peaks.length;
  peaks.forEach((peak, bar) => {
    const tall = Math.max(2 * ratio, peak * canvas.height * 0.9);
    context.fillStyle = (bar + 0.5) / peaks.length <= played ? look.color : look.getPropertyValue('--rest');
    context.beginPath();
    context.roundRect(bar * step, (canvas.height - tall) / 2, Math.max(1, step * 0.6), tall, step * 0.3);
    context.fill();
  });
}
