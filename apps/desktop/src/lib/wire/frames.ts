/**
 * Binary frames of the call socket: a 16-byte little-endian header, then mono int16 samples.
 *
 * Trainee frame: `u8 version · u8 type · u16 flags · u32 seq · u64 sample_index`.
 * Prospect piece: `u8 version · u8 type · u16 flags · u32 gen · u64 start_sample`.
 */

export const WIRE_VERSION = 1;
export const AUDIO_TYPE = 1;
export const HEADER_BYTES = 16;
/** One capture frame: 32 ms at 16 kHz. */
export const FRAME_SAMPLES = 512;
/** Rate of the trainee's audio and of the call's clock. */
export const CALL_RATE_HZ = 16_000;

const MUTED = 1 << 0;
const PROSPECT_AUDIBLE = 1 << 1;
const GAP_BEFORE = 1 << 2;
const FIRST_PIECE = 1 << 0;
const LAST_PIECE = 1 << 1;

export interface TraineeFrame {
  seq: number;
  /** Position of the first sample on the call's clock. */
  sampleIndex: number;
  muted: boolean;
  prospectAudible: boolean;
  /** Samples were lost between the frame before and this one. */
  gapBefore: boolean;
  samples: Int16Array<ArrayBuffer>;
}

export interface ProspectPiece {
  /** Number of the prospect utterance, from 1. */
  gen: number;
  /** Position of the first sample inside its `gen`. */
  startSample: number;
  first: boolean;
  last: boolean;
  samples: Int16Array<ArrayBuffer>;
}

export class FrameError extends Error {}

/** Bytes of one trainee frame; `samples` must be exactly 512 long. */
export function encodeTraineeFrame(frame: TraineeFrame): ArrayBuffer {
  if (frame.samples.length !== FRAME_SAMPLES) {
    throw new FrameError(
      `a trainee frame has ${FRAME_SAMPLES} samples, not ${frame.samples.length}`,
    );
  }
  const flags =
    (frame.muted ? MUTED : 0) |
    (frame.prospectAudible ? PROSPECT_AUDIBLE : 0) |
    (frame.gapBefore ? GAP_BEFORE : 0);
  return encode(flags, frame.seq, frame.sampleIndex, frame.samples);
}

/** The trainee frame in `bytes`; throws `FrameError` on anything else. */
export function decodeTraineeFrame(bytes: ArrayBuffer): TraineeFrame {
  const { flags, number, position, samples } = decode(bytes);
  if (samples.length !== FRAME_SAMPLES) {
    throw new FrameError(`a trainee frame has ${FRAME_SAMPLES} samples, not ${samples.length}`);
  }
  return {
    seq: number,
    sampleIndex: position,
    muted: (flags & MUTED) !== 0,
    prospectAudible: (flags & PROSPECT_AUDIBLE) !== 0,
    gapBefore: (flags & GAP_BEFORE) !== 0,
    samples,
  };
}

/** Bytes of one prospect piece, as the backend sends it. */
export function encodeProspectPiece(piece: ProspectPiece): ArrayBuffer {
  const flags = (piece.first ? FIRST_PIECE : 0) | (piece.last ? LAST_PIECE : 0);
  return encode(flags, piece.gen, piece.startSample, piece.samples);
}

/** The prospect piece in `bytes`, which may hold no samples at all; throws `FrameError` on anything else. */
export function decodeProspectPiece(bytes: ArrayBuffer): ProspectPiece {
  const { flags, number, position, samples } = decode(bytes);
  return {
    gen: number,
    startSample: position,
    first: (flags & FIRST_PIECE) !== 0,
    last: (flags & LAST_PIECE) !== 0,
    samples,
  };
}

function encode(flags: number, number: number, position: number, samples: Int16Array): ArrayBuffer {
  const bytes = new ArrayBuffer(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes);
  view.setUint8(0, WIRE_VERSION);
  view.setUint8(1, AUDIO_TYPE);
  view.setUint16(2, flags, true);
  view.setUint32(4, number, true);
  view.setBigUint64(8, BigInt(position), true);
  samples.forEach((sample, i) => {
    view.setInt16(HEADER_BYTES + i * 2, sample, true);
  });
  return bytes;
}

function decode(bytes: ArrayBuffer) {
  if (bytes.byteLength < HEADER_BYTES || bytes.byteLength % 2 !== 0) {
    throw new FrameError(`${bytes.byteLength} bytes are no frame`);
  }
  const view = new DataView(bytes);
  if (view.getUint8(0) !== WIRE_VERSION) {
    throw new FrameError(`frame version ${view.getUint8(0)} is not ${WIRE_VERSION}`);
  }
  if (view.getUint8(1) !== AUDIO_TYPE) {
    throw new FrameError(`frame type ${view.getUint8(1)} is not audio`);
  }
  const position = Number(view.getBigUint64(8, true));
  if (!Number.isSafeInteger(position)) throw new FrameError('sample position out of range');
  const samples = new Int16Array((bytes.byteLength - HEADER_BYTES) / 2);
  for (let i = 0; i < samples.length; i++) {
    samples[i] = view.getInt16(HEADER_BYTES + i * 2, true);
  }
  return { flags: view.getUint16(2, true), number: view.getUint32(4, true), position, samples };
}
