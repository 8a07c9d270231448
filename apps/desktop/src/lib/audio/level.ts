/** How loud a stretch of sound is, and how long a microphone has given nothing at all. */

/** Root mean square of float samples, 0 to 1. */
export function rms(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** Position of a level on a meter from 0 to 1: -60 dBFS is empty, -6 dBFS is full. */
export function meter(level: number): number {
  if (level <= 0) return 0;
  const db = 20 * Math.log10(level);
  return Math.min(1, Math.max(0, (db + 60) / 54));
}

/**
 * Counts exact zeros: a live microphone always has a little noise, so only a muted or
 * broken device gives nothing but zeros.
 */
export class ZeroWatch {
  private zeros = 0;

  constructor(private readonly rateHz: number) {}

  /** Takes a block (null for no input at all) and tells for how long nothing was heard, in ms. */
  push(block: Float32Array | null, length: number): number {
    if (block?.some((sample) => sample !== 0)) this.zeros = 0;
    else this.zeros += length;
    return (this.zeros * 1000) / this.rateHz;
  }
}

/** Loudness as people read it, in dB below full scale. */
export const dbOf = (level: number): number => 20 * Math.log10(Math.max(level, 1e-6));

/** Samples this close to full scale are taken for cut-off peaks. */
const CLIP_AT = 0.985;

/** Whether a block was cut off at full scale: a single sample may be a loud peak, two are not. */
export function isClipped(block: Float32Array): boolean {
  let at = 0;
  for (const sample of block) if (Math.abs(sample) >= CLIP_AT && ++at > 1) return true;
  return false;
}

/** Tells when a voice is too loud too often, and when that has been over for a while. */
export class ClipWatch {
  private clipped: boolean[] = [];
  private held = 0;

  /** Takes one report; true while there is reason to complain. */
  push(clipped: boolean): boolean {
    this.clipped = [...this.clipped.slice(1 - ClipWatch.WITHIN), clipped];
    const often = this.clipped.filter(Boolean).length >= ClipWatch.OFTEN;
    this.held = often ? ClipWatch.HOLD : Math.max(0, this.held - 1);
    return this.held > 0;
  }

  /** Reports come about twenty times a second: four within two seconds, complained about for five. */
  private static readonly WITHIN = 40;
  private static readonly OFTEN = 4;
  private static readonly HOLD = 100;
}

/** How loud the room is when nobody speaks: what the quieter fifth of the time reaches. */
export class NoiseFloor {
  private readonly levels: number[] = [];

  /** Takes a level, 0 to 1; exact silence is a microphone that is off and says nothing about the room. */
  push(level: number): void {
    if (level > 0) this.levels.push(level);
  }

  /** In dB below full scale; null before a second was heard. */
  get db(): number | null {
    if (this.levels.length < 20) return null;
    const sorted = this.levels.toSorted((a, b) => a - b);
    return dbOf(sorted[Math.floor(sorted.length / 5)] ?? 0);
  }
}

export type Room = 'quiet' | 'noisy' | 'loud';

/** In a noisy room people are still understood; in a loud one words get lost and turns end late. */
export const roomOf = (noiseDb: number): Room =>
  noiseDb > -38 ? 'loud' : noiseDb > -52 ? 'noisy' : 'quiet';
