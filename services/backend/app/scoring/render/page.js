'use strict';
// Plays the stretch that a button names, exactly: the sound is decoded once and cut by the sample.
const player = document.querySelector('audio');
const buttons = document.querySelectorAll('button[data-start]');
let decoded = null;
let speaker = null;
let current = null;

function bytesOf(address) {
  const text = atob(address.slice(address.indexOf(',') + 1));
  return Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer;
}

function silence() {
  if (current === null) return;
  const { button, source } = current;
  current = null;
  button.setAttribute('aria-pressed', 'false');
  button.textContent = '▶';
  if (source !== null) source.stop();
}

async function hear(button) {
  const again = current !== null && current.button === button;
  silence();
  player.pause();
  if (again) return;
  const mine = (current = { button, source: null });
  button.setAttribute('aria-pressed', 'true');
  button.textContent = '■';
  speaker ??= new AudioContext();
  decoded ??= new OfflineAudioContext(1, 1, 16000).decodeAudioData(bytesOf(player.src));
  const sound = await decoded;
  if (current !== mine) return;
  const start = Number(button.dataset.start) / 1000;
  const source = speaker.createBufferSource();
  source.buffer = sound;
  source.connect(speaker.destination);
  source.onended = () => {
    if (current === mine) silence();
  };
  mine.source = source;
  source.start(0, start, Math.max(0, Number(button.dataset.end) / 1000 - start));
}

for (const button of buttons) {
  button.hidden = false;
  button.addEventListener('click', () => {
    hear(button).catch(silence);
  });
}
player.addEventListener('play', silence);
