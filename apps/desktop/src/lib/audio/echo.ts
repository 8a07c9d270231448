/** Does the microphone hear the speaker? Told from the ring tone, whose two tones are looked for in the microphone. */
import type { EchoRoute } from './audioChoice';
import { RING_TONES_HZ, RING_LOUDNESS } from './ringTone';

export interface EchoHeard {
  route: EchoRoute;
  /** How much weaker the tone is in the microphone than it was played, in dB; null when it is not there. */
  couplingDb: number | null;
}

/** Each tone must stand out of what is around it by this much, or it is not our ringing. */
const STANDS_OUT_DB = 18;
/** Weaker than this is a headset that leaks: nothing that could be taken for somebody speaking. */
const LEAK_DB = -45;
const AROUND_HZ = 60;
const BESIDE_HZ = 8;
/** What an AnalyserNode shows at the peak of a full-scale sine: half of it, through a Blackman window (0.42). */
const SINE_PEAK_DB = 20 * Math.log10(0.42 / 2);

const PLAYED_DB = 20 * Math.log10(RING_LOUDNESS);

/**
 * Judges a spectrum (dB, bins of `binHz` from 0) of what the microphone gave, without echo cancellation, while the
 * phone rang for as long as the spectrum is wide.
 */
export function judgeEcho(spectrumDb: ArrayLike<number>, binHz: number): EchoHeard {
  const tones = RING_TONES_HZ.map((hz) => toneAt(spectrumDb, binHz, hz));
  if (tones.some((tone) => tone === null)) return { route: 'unknown', couplingDb: null };
  const found = tones.flatMap((tone) => (tone === null ? [] : [tone]));
  if (found.some(({ peak, around }) => peak - around < STANDS_OUT_DB))
    return { route: 'headset', couplingDb: null };
  const couplingDb =
    found.reduce((sum, { peak }) => sum + peak, 0) / found.length - SINE_PEAK_DB - PLAYED_DB;
  return { route: couplingDb > LEAK_DB ? 'speaker' : 'headset', couplingDb };
}

/** Highest bin at a tone and the middle of the bins around it; null where the microphone gave nothing at all. */
function toneAt(
  spectrumDb: ArrayLike<number>,
  binHz: number,
  hz: number,
): { peak: number; around: number } | null {
  let peak = -Infinity;
  const around: number[] = [];
  const last = Math.min(spectrumDb.length - 1, Math.round((hz + AROUND_HZ) / binHz));
  for (let bin = Math.max(1, Math.round((hz - AROUND_HZ) / binHz)); bin <= last; bin++) {
    const level = spectrumDb[bin] ?? -Infinity;
    if (Math.abs(bin * binHz - hz) <= BESIDE_HZ / 4) peak = Math.max(peak, level);
    else if (RING_TONES_HZ.every((tone) => Math.abs(bin * binHz - tone) > BESIDE_HZ))
      around.push(level);
  }
  around.sort((a, b) => a - b);
  const middle = around[around.length >> 1] ?? -Infinity;
  return Number.isFinite(peak) && Number.isFinite(middle) ? { peak, around: middle } : null;
}
