/** Every header field at its place, both ways, and refusal of anything else. */
import { describe, expect, it } from 'vitest';
import {
  decodeProspectPiece,
  decodeTraineeFrame,
  encodeProspectPiece,
  encodeTraineeFrame,
  FRAME_SAMPLES,
  FrameError,
  HEADER_BYTES,
  type ProspectPiece,
  type TraineeFrame,
} from './frames';

const ramp = Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => i * 100 - 25_600);

const frame = (changes: Partial<TraineeFrame> = {}): TraineeFrame => ({
  seq: 0,
  sampleIndex: 0,
  muted: false,
  prospectAudible: false,
  gapBefore: false,
  samples: ramp,
  ...changes,
});

const piece = (changes: Partial<ProspectPiece> = {}): ProspectPiece => ({
  gen: 1,
  startSample: 0,
  first: false,
  last: false,
  samples: Int16Array.of(1, -2, 32_767, -32_768),
  ...changes,
});

const header = (bytes: ArrayBuffer) => [...new Uint8Array(bytes, 0, HEADER_BYTES)];

describe('a trainee frame', () => {
  it('is a 16-byte header and 512 samples', () => {
    expect(encodeTraineeFrame(frame()).byteLength).toBe(16 + 1024);
  });

  it('puts version, type, flags, seq and sample_index in order, little-endian', () => {
    const bytes = encodeTraineeFrame(
      frame({ seq: 0x01020304, sampleIndex: 0x0506_0708_090a, muted: true, gapBefore: true }),
    );
    expect(header(bytes)).toEqual([1, 1, 0b101, 0, 4, 3, 2, 1, 10, 9, 8, 7, 6, 5, 0, 0]);
  });

  it.each([
    ['muted', 0b001],
    ['prospectAudible', 0b010],
    ['gapBefore', 0b100],
  ] as const)('tells %s by flag %i alone', (name, bit) => {
    expect(header(encodeTraineeFrame(frame({ [name]: true })))[2]).toBe(bit);
  });

  it('writes samples as little-endian int16', () => {
    const bytes = encodeTraineeFrame(frame());
    expect(new DataView(bytes).getInt16(HEADER_BYTES, true)).toBe(-25_600);
    expect(new DataView(bytes).getInt16(HEADER_BYTES + 2 * 511, true)).toBe(25_500);
  });

  it('comes back as it went', () => {
    const sent = frame({ seq: 4_294_967_295, sampleIndex: 2 ** 40, prospectAudible: true });
    expect(decodeTraineeFrame(encodeTraineeFrame(sent))).toEqual(sent);
  });

  it('is never of another length', () => {
    expect(() => encodeTraineeFrame(frame({ samples: new Int16Array(511) }))).toThrow(FrameError);
  });
});

describe('a prospect piece', () => {
  it('comes back as it was sent', () => {
    const sent = piece({ gen: 7, startSample: 123_456, first: true, last: true });
    expect(decodeProspectPiece(encodeProspectPiece(sent))).toEqual(sent);
  });

  it('puts gen and start_sample in order, little-endian', () => {
    const bytes = encodeProspectPiece(piece({ gen: 258, startSample: 513, last: true }));
    expect(header(bytes)).toEqual([1, 1, 2, 0, 2, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 0]);
  });

  it('may be empty, to say that it was the last', () => {
    const read = decodeProspectPiece(
      encodeProspectPiece(piece({ last: true, samples: new Int16Array(0) })),
    );
    expect(read.last).toBe(true);
    expect(read.samples).toHaveLength(0);
  });

  it.each([
    ['another version', 0, 2],
    ['another type', 1, 9],
    ['a position beyond what numbers hold', 15, 255],
  ])('is refused with %s', (_, at, value) => {
    const bytes = encodeProspectPiece(piece());
    new DataView(bytes).setUint8(at, value);
    expect(() => decodeProspectPiece(bytes)).toThrow(FrameError);
  });

  it.each([0, 15, 17])('is refused when it has %i bytes', (length) => {
    expect(() => decodeProspectPiece(new ArrayBuffer(length))).toThrow(FrameError);
  });
});
