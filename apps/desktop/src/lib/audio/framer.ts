/** Cuts a stream of float samples into 512-sample int16 frames on one sample clock. */
import { FRAME_SAMPLES } from '../wire/frames';

export interface CapturedFrame {
  /** Context position of the first sample, counted since the context started. */
  start: number;
  samples: Int16Array<ArrayBuffer>;
}

/** Microphone gain control may exceed ±1.0: clamp first, or loud peaks wrap round into noise. */
export function floatToInt16(sample: number): number {
  const clamped = sample < -1 ? -1 : sample > 1 ? 1 : sample;
  return Math.round(clamped * 32_767);
}

export class Framer {
  private buffer = new Int16Array(FRAME_SAMPLES);
  private filled = 0;
  private start = 0;

  constructor(private readonly emit: (frame: CapturedFrame) => void) {}

  /**
   * Takes one render block that began at context position `position`; `block` is null when the node has no
   * input, which counts as silence so that the clock runs on without a microphone.
   * A jump in `position` drops the half-filled frame: the jump stays visible in the next frame's `start`.
   */
  push(position: number, block: Float32Array | null, length: number): void {
    if (this.filled > 0 && position !== this.start + this.filled) this.filled = 0;
    for (let i = 0; i < length; i++) {
      if (this.filled === 0) this.start = position + i;
      this.buffer[this.filled++] = block === null ? 0 : floatToInt16(block[i] ?? 0);
      if (this.filled === FRAME_SAMPLES) {
        this.emit({ start: this.start, samples: this.buffer });
        this.buffer = new Int16Array(FRAME_SAMPLES);
        this.filled = 0;
      }
    }
  }
}
