/** A stretch of a call's recording as a sound of its own: it begins and ends where the words do, both sides in both ears. */

const RATE_HZ = 16_000;
const HEADER_BYTES = 44;
const STEREO_FRAME_BYTES = 4;

const frameAt = (ms: number) => Math.round((Math.max(0, ms) * RATE_HZ) / 1000);

/** The `Range` of the recording (stereo, 16 bit, 16 kHz behind 44 bytes) that holds `startMs` … `endMs`. */
export function rangeOf(startMs: number, endMs: number | null): string {
  const start = frameAt(startMs);
  const first = HEADER_BYTES + start * STEREO_FRAME_BYTES;
  if (endMs === null) return `bytes=${first}-`;
  const stop = Math.max(start + 1, frameAt(endMs));
  return `bytes=${first}-${HEADER_BYTES + stop * STEREO_FRAME_BYTES - 1}`;
}

/** Interleaved stereo frames as a mono WAV file: a voice that sits in one ear alone is tiring to listen to. */
export function monoWav(stereo: ArrayBuffer): ArrayBuffer {
  const from = new DataView(stereo);
  const frames = Math.floor(stereo.byteLength / STEREO_FRAME_BYTES);
  const wav = new DataView(new ArrayBuffer(HEADER_BYTES + frames * 2));
  const words = (at: number, text: string) => {
    for (let i = 0; i < text.length; i++) wav.setUint8(at + i, text.charCodeAt(i));
  };
  words(0, 'RIFF');
  wav.setUint32(4, wav.byteLength - 8, true);
  words(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, RATE_HZ, true);
  wav.setUint32(28, RATE_HZ * 2, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  words(36, 'data');
  wav.setUint32(40, frames * 2, true);
  for (let i = 0; i < frames; i++) {
    const at = i * STEREO_FRAME_BYTES;
    const both = from.getInt16(at, true) + from.getInt16(at + 2, true);
    wav.setInt16(HEADER_BYTES + i * 2, Math.max(-32_768, Math.min(32_767, both)), true);
  }
  return wav.buffer;
}
