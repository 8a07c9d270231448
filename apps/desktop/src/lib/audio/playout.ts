/**
 * The prospect's voice on its way to the speaker: a queue per `gen` that counts what was really played.
 *
 * Pure: `render` is called by the playback worklet for each block and by tests on invented time.
 */
import type { ProspectPiece } from '../wire/frames';

const DUCK_RAMP_MS = 25;
/** Short enough not to be heard as a fade, long enough not to click. */
const EDGE_MS = 5;
const REPORT_EVERY_MS = 100;
/** After a drop-out, play on only when this much is queued … */
const REBUFFER_MS = 60;
/** … or when it does not come: held-back samples would never be acknowledged. */
const REBUFFER_PATIENCE_MS = 120;

export interface PlayoutListener {
  /** `samples` of `gen` have left the queue so far. */
  played(gen: number, samples: number): void;
  /** The prospect began or stopped to be audible. */
  audible(on: boolean): void;
}

interface Queued {
  gen: number;
  start: number;
  samples: Int16Array;
  offset: number;
  last: boolean;
}

export class PlayoutQueue {
  private queue: Queued[] = [];
  /** Last `gen` that was queued, and the end of its samples. */
  private queuedGen = 0;
  private queuedEnd = 0;
  private clearedGen = 0;

  /** The `gen` being played; null between utterances. */
  private gen: number | null = null;
  private readonly positions = new Map<number, number>();
  private sinceReport = 0;
  private isAudible = false;

  private starved = false;
  private starvedFor = 0;

  private duckGen = 0;
  private duckGain = 1;
  private gain = 1;
  private gainTarget = 1;
  private gainStep = 0;
  /** 0 → 1 at the start of sound. */
  private edge = 0;
  /** Samples of a cleared utterance that are faded out. */
  private residue: number[] = [];
  private lastOut = 0;

  constructor(
    private readonly rateHz: number,
    private readonly listener: PlayoutListener,
  ) {}

  /** Places a piece after what is queued; stale, cleared and repeated samples are dropped. */
  push(piece: ProspectPiece): void {
    if (piece.gen <= this.clearedGen || piece.gen < this.queuedGen) return;
    if (piece.gen > this.queuedGen) {
      this.queuedGen = piece.gen;
      this.queuedEnd = 0;
    }
    const repeated = Math.max(0, this.queuedEnd - piece.startSample);
    const samples = piece.samples.subarray(Math.min(repeated, piece.samples.length));
    if (samples.length === 0 && !piece.last) return;
    const start = Math.max(piece.startSample, this.queuedEnd);
    this.queue.push({ gen: piece.gen, start, samples, offset: 0, last: piece.last });
    this.queuedEnd = start + samples.length;
  }

  /** Stops and drops `gen` and older within a few milliseconds, and reports what was played of it. */
  clear(gen: number): void {
    this.clearedGen = Math.max(this.clearedGen, gen);
    const cut = this.gen !== null && this.gen <= gen ? this.gen : null;
    if (cut !== null) {
      this.residue = this.fadeOut();
      this.gen = null;
      this.starved = false;
    }
    this.queue = this.queue.filter((piece) => piece.gen > gen);
    if (cut !== null && cut !== gen) this.report(cut);
    this.report(gen);
  }

  /** Lowers `gen` by `db` ≤ 0, queued sound included; 0 lifts it. */
  duck(gen: number, db: number): void {
    this.duckGen = gen;
    this.duckGain = 10 ** (Math.min(0, db) / 20);
  }

  /** Fills one block of output. */
  render(out: Float32Array): void {
    let heard = false;
    for (let i = 0; i < out.length; i++) {
      const sample = this.next();
      if (sample === null) {
        this.edge = 0;
        this.lastOut = this.trail();
      } else {
        heard = true;
        this.edge = Math.min(1, this.edge + 1000 / (EDGE_MS * this.rateHz));
        this.lastOut = sample * this.nextGain() * this.edge + (this.residue.shift() ?? 0);
      }
      out[i] = this.lastOut;
    }
    if (heard !== this.isAudible) {
      this.isAudible = heard;
      this.listener.audible(heard);
    }
  }

  /** The next real sample, or null while there is none to play. */
  private next(): number | null {
    for (;;) {
      const head = this.queue[0];
      if (head === undefined) {
        if (this.gen !== null && !this.starved) this.starve(this.gen);
        if (this.starved) this.starvedFor++;
        return null;
      }
      if (this.starved && !this.mayGoOn()) return null;
      if (head.gen !== this.gen) this.begin(head.gen);
      if (head.offset < head.samples.length) {
        const sample = (head.samples[head.offset++] ?? 0) / 32_768;
        this.advance(head.gen, head.start + head.offset);
        if (head.offset === head.samples.length) this.leave(head);
        return sample;
      }
      this.leave(head);
    }
  }

  private leave(head: Queued): void {
    this.queue.shift();
    if (!head.last) return;
    this.report(head.gen);
    this.gen = null;
  }

  private begin(gen: number): void {
    if (this.gen !== null) this.report(this.gen);
    this.gen = gen;
    this.starved = false;
    this.edge = 0;
    this.sinceReport = 0;
    this.positions.set(gen, 0);
    this.gain = this.gainTarget = this.targetGain();
  }

  private advance(gen: number, position: number): void {
    this.positions.set(gen, position);
    this.sinceReport++;
    if (this.sinceReport * 1000 >= REPORT_EVERY_MS * this.rateHz) this.report(gen);
  }

  private starve(gen: number): void {
    this.starved = true;
    this.starvedFor = 0;
    this.report(gen);
  }

  private mayGoOn(): boolean {
    const queued = this.queue.reduce((sum, piece) => sum + piece.samples.length - piece.offset, 0);
    const complete = this.queue.some((piece) => piece.last || piece.gen !== this.gen);
    this.starvedFor++;
    const enough = queued * 1000 >= REBUFFER_MS * this.rateHz;
    const waitedLong = this.starvedFor * 1000 >= REBUFFER_PATIENCE_MS * this.rateHz;
    this.starved = !(enough || complete || waitedLong);
    return !this.starved;
  }

  private report(gen: number): void {
    if (gen === this.gen) this.sinceReport = 0;
    this.listener.played(gen, this.positions.get(gen) ?? 0);
  }

  private targetGain(): number {
    return this.gen === this.duckGen ? this.duckGain : 1;
  }

  private nextGain(): number {
    const target = this.targetGain();
    if (target !== this.gainTarget) {
      this.gainTarget = target;
      this.gainStep = ((target - this.gain) * 1000) / (DUCK_RAMP_MS * this.rateHz);
    }
    const left = target - this.gain;
    this.gain = Math.abs(left) <= Math.abs(this.gainStep) ? target : this.gain + this.gainStep;
    return this.gain;
  }

  /** What comes next of the utterance being cut, faded to nothing. */
  private fadeOut(): number[] {
    const length = Math.round((EDGE_MS * this.rateHz) / 1000);
    const faded: number[] = [];
    for (const piece of this.queue) {
      if (piece.gen !== this.gen) break;
      for (let i = piece.offset; i < piece.samples.length && faded.length < length; i++) {
        const share = 1 - (faded.length + 1) / length;
        faded.push(((piece.samples[i] ?? 0) / 32_768) * this.gain * this.edge * share);
      }
    }
    return faded;
  }

  /** Sound after the last real sample: the rest of a fade, then the last value dying away. */
  private trail(): number {
    const rest = this.residue.shift();
    if (rest !== undefined) return rest;
    const decayed = this.lastOut * (1 - 1000 / (EDGE_MS * 0.2 * this.rateHz));
    return Math.abs(decayed) < 1e-5 ? 0 : decayed;
  }
}
