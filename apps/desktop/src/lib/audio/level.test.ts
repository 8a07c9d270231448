/** Loudness on a meter, and the watch for a microphone that gives nothing. */
import { expect, it } from 'vitest';
import { ClipWatch, isClipped, meter, NoiseFloor, rms, roomOf, ZeroWatch } from './level';

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

it('takes two samples at full scale for a cut-off peak, one for a loud one', () => {
  expect(isClipped(Float32Array.of(0.2, 1, 0.3))).toBe(false);
  expect(isClipped(Float32Array.of(0.99, -1.2, 0.3))).toBe(true);
});

it('complains about clipping when it happens often, and stops some time after it stopped', () => {
  const watch = new ClipWatch();
  const loud = (times: number) => Array.from({ length: times }, () => watch.push(true)).at(-1);
  const fine = (times: number) => Array.from({ length: times }, () => watch.push(false)).at(-1);
  expect(loud(3)).toBe(false);
  expect(fine(60)).toBe(false);
  expect(loud(4)).toBe(true);
  expect(fine(60)).toBe(true);
  expect(fine(100)).toBe(false);
});

it('takes the quieter moments for the room, whatever is said between them', () => {
  const floor = new NoiseFloor();
  for (let i = 0; i < 100; i++) floor.push(i % 3 === 0 ? 0.001 : 0.2);
  expect(floor.db).toBeCloseTo(-60, 1);
  expect(roomOf(-60)).toBe('quiet');
  expect(roomOf(-45)).toBe('noisy');
  expect(roomOf(-30)).toBe('loud');
});

it('says nothing about a room it has not heard', () => {
  const floor = new NoiseFloor();
  for (let i = 0; i < 100; i++) floor.push(0);
  expect(floor.db).toBeNull();
});
