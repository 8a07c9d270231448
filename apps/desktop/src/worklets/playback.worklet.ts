/** Pieces of the prospect's voice → speaker; acknowledges to the Worker what was really played. */
import { assertNever } from '../lib/assertNever';
import { PlayoutQueue } from '../lib/audio/playout';
import type { Attach, LinkToPlayback } from '../lib/audio/ports';

class PlaybackProcessor extends AudioWorkletProcessor {
  private link: MessagePort | null = null;
  private readonly playout = new PlayoutQueue(sampleRate, {
    played: (gen, samples) => this.link?.postMessage({ kind: 'played', gen, samples }),
    audible: (on) => this.link?.postMessage({ kind: 'audible', on }),
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<Attach>) => {
      this.link = data.port;
      this.link.onmessage = (event: MessageEvent<LinkToPlayback>) => {
        this.receive(event.data);
      };
    };
  }

  private receive(message: LinkToPlayback): void {
    switch (message.kind) {
      case 'piece':
        this.playout.push(message);
        return;
      case 'clear':
        this.playout.clear(message.gen);
        return;
      case 'duck':
        this.playout.duck(message.gen, message.db);
        return;
      default:
        assertNever(message);
    }
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [mono, ...others] = outputs[0] ?? [];
    if (mono === undefined) return true;
    this.playout.render(mono);
    for (const channel of others) channel.set(mono);
    return true;
  }
}

registerProcessor('ringside-playback', PlaybackProcessor);
