/** Frames of 512 samples on one clock, from blocks of any kind. */
import { describe, expect, it } from 'vitest';
import { FRAME_SAMPLES } from '../wire/frames';
import { floatToInt16, Framer, type CapturedFrame } from './framer';

const BLOCK = 128;

function framer() {
  const frames: CapturedFrame[] = [];
  return { frames, framer: new Framer((frame) => frames.push(frame)) };
}

describe('a sample', () => {
  it.each([
    [0, 0],
    [1, 32_767],
    [-1, -32_767],
    [0.5, 16_384],
    [1.7, 32_767],
    [-3, -32_767],
  ])('of %f becomes %i', (float, int) => {
    expect(floatToInt16(float)).toBe(int);
  });
});

describe('frames', () => {
  it('leave every four blocks and follow one another', () => {
    const { frames, framer: f } = framer();
    for (let at = 0; at < 12 * BLOCK; at += BLOCK)
      f.push(at, new Float32Array(BLOCK).fill(0.25), BLOCK);
    expect(frames.map(({ start }) => start)).toEqual([0, 512, 1024]);
    expect(frames.every(({ samples }) => samples.every((sample) => sample === 8192))).toBe(true);
  });

  it('keep the order of samples across blocks', () => {
    const { frames, framer: f } = framer();
    for (let block = 0; block < 4; block++) {
      f.push(
        block * BLOCK,
        Float32Array.from({ length: BLOCK }, (_, i) => (block * BLOCK + i) / 32_767),
        BLOCK,
      );
    }
    expect([...(frames[0]?.samples ?? [])]).toEqual(
      Array.from({ length: FRAME_SAMPLES }, (_, i) => i),
    );
  });

  it('are silent but still come when there is no input', () => {
    const { frames, framer: f } = framer();
    for (let at = 0; at < 512; at += BLOCK) f.push(at, null, BLOCK);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.samples.some((sample) => sample !== 0)).toBe(false);
  });

  it('never hide a jump of the clock inside a frame', () => {
    const { frames, framer: f } = framer();
    f.push(0, new Float32Array(BLOCK), BLOCK);
    for (let at = 1000; at < 1512; at += BLOCK) f.push(at, new Float32Array(BLOCK), BLOCK);
    expect(frames.map(({ start }) => start)).toEqual([1000]);
  });

  it('own their samples: one may be given away while the next fills', () => {
    const { frames, framer: f } = framer();
    for (let at = 0; at < 1024; at += BLOCK) f.push(at, new Float32Array(BLOCK), BLOCK);
    expect(frames[0]?.samples.buffer).not.toBe(frames[1]?.samples.buffer);
  });
});
