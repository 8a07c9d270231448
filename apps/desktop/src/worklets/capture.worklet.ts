/** Microphone → 512-sample int16 frames, straight to the Worker that owns the socket. */
import { Framer } from '../lib/audio/framer';
import { rms, ZeroWatch } from '../lib/audio/level';
import type { Attach } from '../lib/audio/ports';

const LEVEL_EVERY_BLOCKS = 6;

class CaptureProcessor extends AudioWorkletProcessor {
  private link: MessagePort | null = null;
  private readonly zeros = new ZeroWatch(sampleRate);
  private blocks = 0;
  private readonly framer = new Framer(({ start, samples }) => {
    this.link?.postMessage({ kind: 'frame', start, samples }, [samples.buffer]);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Attach>) => {
      this.link = data.port;
    };
  }

  process(inputs: Float32Array[][]): boolean {
    const block = inputs[0]?.[0] ?? null;
    // The spec's render quantum; an unconnected input has no block to ask.
    const length = block?.length ?? 128;
    this.framer.push(currentFrame, block, length);
    const zeroMs = this.zeros.push(block, length);
    if (++this.blocks % LEVEL_EVERY_BLOCKS === 0) {
      this.port.postMessage({ kind: 'level', level: block ? rms(block) : 0, zeroMs });
    }
    return true;
  }
}

registerProcessor('ringside-capture', CaptureProcessor);
