/** The ringing that a caller hears (North American ringback: 440 + 480 Hz, two seconds on, four off). */

/** How long the first ring sounds. */
const ON_S = 2;
export const RING_ON_MS = ON_S * 1000;
const PERIOD_S = 6;
/** Amplitude of each of the two tones. */
export const RING_LOUDNESS = 0.05;
export const RING_TONES_HZ = [440, 480] as const;
const EDGE_S = 0.02;
/** A call rings for a few seconds; this many cadences outlast any of them. */
const CADENCES = 10;

/** Starts to ring at once; the answer stops it without a click. */
export function startRingTone(context: AudioContext): () => void {
  const gain = context.createGain();
  gain.gain.value = 0;
  gain.connect(context.destination);
  const begin = context.currentTime + EDGE_S;
  for (let i = 0; i < CADENCES; i++) {
    const on = begin + i * PERIOD_S;
    gain.gain.setValueAtTime(0, on);
    gain.gain.linearRampToValueAtTime(RING_LOUDNESS, on + EDGE_S);
    gain.gain.setValueAtTime(RING_LOUDNESS, on + ON_S);
    gain.gain.linearRampToValueAtTime(0, on + ON_S + EDGE_S);
  }
  const tones = RING_TONES_HZ.map((frequency) => {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(begin);
    return tone;
  });
  return () => {
    const now = context.currentTime;
    gain.gain.cancelAndHoldAtTime(now);
    gain.gain.setTargetAtTime(0, now, EDGE_S / 4);
    for (const tone of tones) tone.stop(now + EDGE_S * 2);
  };
}
