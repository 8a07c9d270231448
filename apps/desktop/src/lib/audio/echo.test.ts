/** The ring tone, played into made-up rooms: which of them have a headset? */
import { describe, expect, it } from 'vitest';
import { judgeEcho } from './echo';
import { RING_LOUDNESS, RING_TONES_HZ } from './ringTone';

/** As fine as in the real thing, at a rate that a test can afford. */
const RATE_HZ = 4_000;
const WINDOW = 8_192;
const BIN_HZ = RATE_HZ / WINDOW;

/** What an AnalyserNode would show of `sound` around the ring tone: Blackman window, transform scaled by its length. */
function spectrumOf(sound: Float32Array): Float32Array {
  const spectrum = new Float32Array(WINDOW / 2).fill(-Infinity);
  const windowed = sound.map((sample, i) => {
    const phase = (2 * Math.PI * i) / WINDOW;
    return sample * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
  });
  for (let bin = Math.floor(370 / BIN_HZ); bin <= 550 / BIN_HZ; bin++) {
    // Goertzel's recursion for one bin of the transform.
    const coefficient = 2 * Math.cos((2 * Math.PI * bin) / WINDOW);
    let [last, before] = [0, 0];
    for (const sample of windowed) [last, before] = [sample + coefficient * last - before, last];
    const power = last * last + before * before - coefficient * last * before;
    spectrum[bin] = 10 * Math.log10(power / WINDOW ** 2);
  }
  return spectrum;
}

/** A room with noise that hears the ringing `couplingDb` weaker than it was played; null: not at all. */
function room(couplingDb: number | null, noise: number): Float32Array {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const gain = couplingDb === null ? 0 : RING_LOUDNESS * 10 ** (couplingDb / 20);
  return Float32Array.from({ length: WINDOW }, (_, i) => {
    const tones = RING_TONES_HZ.map((hz) => Math.sin((2 * Math.PI * hz * i) / RATE_HZ));
    return gain * tones.reduce((a, b) => a + b, 0) + noise * random();
  });
}

describe('the microphone', () => {
  it.each([
    [-6, 0.001],
    [-20, 0.01],
    [-40, 0.001],
  ])('hears a speaker %i dB down in noise of %f', (couplingDb, noise) => {
    const heard = judgeEcho(spectrumOf(room(couplingDb, noise)), BIN_HZ);
    expect(heard.route).toBe('speaker');
    expect(Math.abs((heard.couplingDb ?? 0) - couplingDb)).toBeLessThan(1.5);
  });

  it('does not hear a headset', () => {
    expect(judgeEcho(spectrumOf(room(null, 0.003)), BIN_HZ)).toEqual({
      route: 'headset',
      couplingDb: null,
    });
  });

  it('may hear a headset leak, faintly', () => {
    const heard = judgeEcho(spectrumOf(room(-58, 0.0005)), BIN_HZ);
    expect(heard.route).toBe('headset');
    expect(heard.couplingDb).toBeLessThan(-50);
  });

  it('does not take one tone of somebody else for the ringing', () => {
    const whistle = room(null, 0.003).map(
      (sample, i) => sample + 0.05 * Math.sin((2 * Math.PI * 440 * i) / RATE_HZ),
    );
    expect(judgeEcho(spectrumOf(whistle), BIN_HZ).route).toBe('headset');
  });

  it('that gives nothing at all proves nothing', () => {
    expect(judgeEcho(spectrumOf(new Float32Array(WINDOW)), BIN_HZ).route).toBe('unknown');
  });
});
