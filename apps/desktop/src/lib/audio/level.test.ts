/** Loudness on a meter, and the watch for a microphone that gives nothing. */
import { expect, it } from 'vitest';
import { meter, rms, ZeroWatch } from './level';

it('measures a full sine at 0.707', () => {
  const sine = Float32Array.from({ length: 480 }, (_, i) => Math.sin((2 * Math.PI * i) / 48));
  expect(rms(sine)).toBeCloseTo(Math.SQRT1_2, 3);
  expect(rms(new Float32Array(0))).toBe(0);
});

it('shows -60 dBFS as empty, -6 dBFS as full, and stays inside', () => {
  expect(meter(0)).toBe(0);
  expect(meter(0.001)).toBeCloseTo(0, 2);
  expect(meter(0.0316)).toBeCloseTo(0.556, 2);
  expect(meter(0.502)).toBeCloseTo(1, 2);
  expect(meter(4)).toBe(1);
});

it('counts exact zeros only: the faintest noise is a live microphone', () => {
  const watch = new ZeroWatch(16_000);
  expect(watch.push(new Float32Array(1600), 1600)).toBe(100);
  expect(watch.push(null, 1600)).toBe(200);
  expect(watch.push(new Float32Array(1600).fill(1e-6), 1600)).toBe(0);
});
