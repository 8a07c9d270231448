/** Microphone → 512-sample int16 frames, straight to the Worker that owns the socket. */
import { Framer } from '../lib/audio/framer';
import { isClipped, rms, ZeroWatch } from '../lib/audio/level';
import type { Attach, CaptureGap } from '../lib/audio/ports';

const LEVEL_EVERY_BLOCKS = 6;

class CaptureProcessor extends AudioWorkletProcessor {
  private link: MessagePort | null = null;
  private readonly zeros = new ZeroWatch(sampleRate);
  private blocks = 0;
  private clipped = false;
  private gap = false;
  private readonly framer = new Framer(({ start, samples }) => {
    this.link?.postMessage({ kind: 'frame', start, samples, gap: this.gap }, [samples.buffer]);
    this.gap = false;
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Attach | CaptureGap>) => {
      if (data.kind === 'attach') this.link = data.port;
      else this.gap = true;
    };
  }

  process(inputs: Float32Array[][]): boolean {
    const block = inputs[0]?.[0] ?? null;
    // The spec's render quantum; an unconnected input has no block to ask.
    const length = block?.length ?? 128;
    this.framer.push(currentFrame, block, length);
    const zeroMs = this.zeros.push(block, length);
    if (block !== null && isClipped(block)) this.clipped = true;
    if (++this.blocks % LEVEL_EVERY_BLOCKS === 0) {
      const level = block ? rms(block) : 0;
      this.port.postMessage({ kind: 'level', level, zeroMs, clipped: this.clipped });
      this.clipped = false;
    }
    return true;
  }
}

registerProcessor('ringside-capture', CaptureProcessor);
