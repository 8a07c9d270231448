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
