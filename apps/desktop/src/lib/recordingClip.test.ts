/** A quote's sound is the quote's stretch of the recording, to the sample. */
import { expect, it } from 'vitest';
import { monoWav, rangeOf } from './recordingClip';

it('asks for the bytes between two moments and no more', () => {
  expect(rangeOf(0, 1_000)).toBe('bytes=44-64043');
  expect(rangeOf(4_300, 10_900)).toBe(`bytes=${44 + 4_300 * 64}-${44 + 10_900 * 64 - 1}`);
  expect(rangeOf(500, null)).toBe(`bytes=${44 + 500 * 64}-`);
});

it('asks for something even where a quote is shorter than a millisecond', () => {
  expect(rangeOf(10, 10)).toBe(`bytes=${44 + 640}-${44 + 640 + 3}`);
});

it('puts both sides into one sound without wrapping round', () => {
  const stereo = Int16Array.from([100, -30, 30_000, 30_000, -30_000, -30_000, 7, 0]);
  const wav = monoWav(stereo.buffer);
  expect(new TextDecoder().decode(wav.slice(0, 4))).toBe('RIFF');
  expect(new DataView(wav).getUint32(40, true)).toBe(8);
  expect([...new Int16Array(wav.slice(44))]).toEqual([70, 32_767, -32_768, 7]);
});
