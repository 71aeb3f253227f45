// <button data-speak="id">: the device reads the quotations in that element aloud, each in its own language; once more stops it.
// <html class="can-speak"> says that it has a voice at all.
export function speaking() {
  const voice = window.speechSynthesis;
  if (!voice) {
    return;
  }

  const offer = () => document.documentElement.classList.toggle('can-speak', voice.getVoices().length > 0);
  voice.addEventListener?.('voiceschanged', offer);
  offer();

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-speak]');
    if (!button) {
      return;
    }
    const isSpeaking = voice.speaking;
    voice.cancel();
    if (isSpeaking) {
      return;
    }
    for (const words of document.getElementById(button.dataset.speak).querySelectorAll('blockquote')) {
      const utterance = new SpeechSynthesisUtterance(words.textContent);
      utterance.lang = words.lang === 'en' ? 'en-US' : words.lang;
      voice.speak(utterance);
    }
  });
}
