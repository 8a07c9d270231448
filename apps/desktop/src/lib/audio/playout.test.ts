/** The prospect's voice on invented time: what is played, what is counted, and that nothing clicks. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProspectPiece } from '../wire/frames';
import { PlayoutQueue } from './playout';

const RATE = 16_000;
const BLOCK = 128;
const LOUD = 16_384;

let played: [gen: number, samples: number][];
let audible: boolean[];
let queue: PlayoutQueue;

beforeEach(() => {
  played = [];
  audible = [];
  queue = new PlayoutQueue(RATE, {
    played: (gen, samples) => played.push([gen, samples]),
    audible: (on) => audible.push(on),
  });
});

function piece(
  gen: number,
  startSample: number,
  length: number,
  more: Partial<ProspectPiece> = {},
): ProspectPiece {
  const samples = new Int16Array(length).fill(LOUD);
  return { gen, startSample, first: startSample === 0, last: false, samples, ...more };
}

/** Renders `samples` of output, block by block. */
function render(samples: number): Float32Array {
  const out = new Float32Array(samples);
  for (let at = 0; at < samples; at += BLOCK) {
    queue.render(out.subarray(at, Math.min(at + BLOCK, samples)));
  }
  return out;
}

const ms = (time: number) => (time * RATE) / 1000;
/** The largest step between neighbouring samples, the last one `before` included. */
const steepest = (out: Float32Array, before = 0) =>
  out.reduce((most, sample, i) => Math.max(most, Math.abs(sample - (out[i - 1] ?? before))), 0);
const loudSamples = (out: Float32Array) => out.filter((sample) => sample > 0.4).length;

describe('playing', () => {
  it('is silent and reports nothing while there is nothing', () => {
    expect(render(ms(500)).every((sample) => sample === 0)).toBe(true);
    expect(played).toEqual([]);
    expect(audible).toEqual([]);
  });

  it('starts at once and plays every sample in order', () => {
    const samples = Int16Array.from({ length: ms(300) }, (_, i) => i * 6);
    queue.push(piece(1, 0, 0, { samples, last: true }));
    const out = render(ms(300));
    for (let i = ms(10); i < out.length; i++) expect(out[i]).toBeCloseTo((i * 6) / 32_768, 6);
  });

  it('reports every 100 ms while audible, and once when drained', () => {
    queue.push(piece(1, 0, ms(250), { last: true }));
    render(ms(600));
    expect(played).toEqual([
      [1, ms(100)],
      [1, ms(200)],
      [1, ms(250)],
    ]);
    expect(audible).toEqual([true, false]);
  });

  it('reports the end too when it comes as an empty piece', () => {
    queue.push(piece(1, 0, ms(50)));
    queue.push(piece(1, ms(50), 0, { last: true }));
    render(ms(100));
    expect(played.at(-1)).toEqual([1, ms(50)]);
    expect(played).toHaveLength(1);
  });

  it('goes from one utterance straight to the next', () => {
    queue.push(piece(1, 0, ms(40), { last: true }));
    queue.push(piece(2, 0, ms(40), { last: true }));
    render(ms(80));
    expect(played).toEqual([
      [1, ms(40)],
      [2, ms(40)],
    ]);
  });
});

describe('placing pieces', () => {
  it('drops what was sent before', () => {
    queue.push(piece(1, 0, ms(60)));
    queue.push(piece(1, ms(20), ms(60), { last: true }));
    const out = render(ms(200));
    expect(loudSamples(out)).toBeLessThanOrEqual(ms(80));
    expect(played.at(-1)).toEqual([1, ms(80)]);
  });

  it('jumps over samples that never came, and counts their place', () => {
    queue.push(piece(1, 0, ms(40)));
    queue.push(piece(1, ms(100), ms(40), { last: true }));
    render(ms(200));
    expect(played.at(-1)).toEqual([1, ms(140)]);
  });

  it('drops an older utterance that comes late', () => {
    queue.push(piece(2, 0, ms(40), { last: true }));
    queue.push(piece(1, 0, ms(40), { last: true }));
    render(ms(200));
    expect(played.map(([gen]) => gen)).toEqual([2]);
  });
});

describe('a drop-out', () => {
  it('fades instead of clicking, counts nothing meanwhile, and goes on where it was', () => {
    queue.push(piece(1, 0, ms(50)));
    const first = render(ms(150));
    expect(played).toEqual([[1, ms(50)]]);
    queue.push(piece(1, ms(50), ms(100), { last: true }));
    const second = render(ms(200));
    expect(played.at(-1)).toEqual([1, ms(150)]);
    expect(steepest(first)).toBeLessThan(0.05);
    expect(steepest(second)).toBeLessThan(0.05);
    expect(audible).toEqual([true, false, true, false]);
  });

  it('waits for a little stock before it goes on', () => {
    queue.push(piece(1, 0, ms(50)));
    render(ms(64));
    queue.push(piece(1, ms(50), ms(20)));
    expect(loudSamples(render(ms(16)))).toBe(0);
    queue.push(piece(1, ms(70), ms(60)));
    expect(loudSamples(render(ms(32)))).toBeGreaterThan(0);
  });

  it('does not hold back samples for ever', () => {
    queue.push(piece(1, 0, ms(50)));
    render(ms(64));
    queue.push(piece(1, ms(50), ms(20)));
    render(ms(300));
    expect(played.at(-1)).toEqual([1, ms(70)]);
  });
});

describe('clearing', () => {
  it('is silent within 10 ms, without a click, and reports at once what was played', () => {
    queue.push(piece(1, 0, ms(1000)));
    render(ms(160));
    played.length = 0;
    queue.clear(1);
    expect(played).toEqual([[1, ms(160)]]);
    const out = render(ms(200));
    expect(steepest(out, 0.5)).toBeLessThan(0.05);
    expect(out.subarray(ms(10)).every((sample) => sample === 0)).toBe(true);
    expect(played).toEqual([[1, ms(160)]]);
  });

  it('drops every later piece of that utterance and of older ones', () => {
    queue.clear(3);
    for (const gen of [1, 2, 3]) queue.push(piece(gen, 0, ms(100), { last: true }));
    expect(render(ms(200)).every((sample) => sample === 0)).toBe(true);
    queue.push(piece(4, 0, ms(100), { last: true }));
    render(ms(200));
    expect(played.at(-1)).toEqual([4, ms(100)]);
  });

  it('leaves a newer utterance alone', () => {
    queue.push(piece(1, 0, ms(100), { last: true }));
    queue.push(piece(2, 0, ms(100), { last: true }));
    render(ms(48));
    queue.clear(1);
    render(ms(200));
    expect(played.at(-1)).toEqual([2, ms(100)]);
  });

  it('answers 0 for an utterance that was never played, and the truth for one that was', () => {
    queue.clear(5);
    expect(played.at(-1)).toEqual([5, 0]);
    queue.push(piece(6, 0, ms(40), { last: true }));
    render(ms(100));
    queue.clear(6);
    expect(played.at(-1)).toEqual([6, ms(40)]);
  });

  it('done twice changes nothing', () => {
    queue.push(piece(1, 0, ms(1000)));
    render(ms(64));
    queue.clear(1);
    queue.clear(1);
    expect(new Set(played.map(String))).toEqual(new Set([`1,${ms(64)}`]));
  });
});

describe('ducking', () => {
  it('ramps over 25 ms and covers what is queued', () => {
    queue.push(piece(1, 0, ms(1000)));
    render(ms(96));
    queue.duck(1, -12);
    const ramp = render(ms(32));
    expect(ramp[ms(12)]).toBeGreaterThan(0.2);
    expect(ramp[ms(12)]).toBeLessThan(0.45);
    expect(ramp.at(-1)).toBeCloseTo(0.5 * 10 ** (-12 / 20), 4);
    expect(steepest(ramp, 0.5)).toBeLessThan(0.002);
  });

  it('is lifted by 0 dB', () => {
    queue.push(piece(1, 0, ms(1000)));
    queue.duck(1, -12);
    render(ms(96));
    queue.duck(1, 0);
    expect(render(ms(64)).at(-1)).toBeCloseTo(0.5, 4);
  });

  it('does not touch the next utterance', () => {
    queue.push(piece(1, 0, ms(64), { last: true }));
    queue.push(piece(2, 0, ms(64), { last: true }));
    queue.duck(1, -20);
    expect(render(ms(120)).at(-1)).toBeCloseTo(0.5, 4);
  });

  it('still counts ducked samples as played', () => {
    queue.push(piece(1, 0, ms(100), { last: true }));
    queue.duck(1, -12);
    render(ms(160));
    expect(played.at(-1)).toEqual([1, ms(100)]);
  });
});

it('plays the same sound however the stream was cut and however late its parts came', () => {
  // The pieces' sizes and the blocks between them come from a small generator, so that a failure repeats.
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 50; round++) {
    const reports: number[] = [];
    queue = new PlayoutQueue(RATE, {
      played: (_, samples) => reports.push(samples),
      audible: () => undefined,
    });
    const total = ms(200) + random(ms(400));
    const heard: number[] = [];
    let sent = 0;
    for (let step = 0; step < 2000 && (sent < total || step < 400); step++) {
      if (sent < total && random(3) === 0) {
        const length = Math.min(ms(20) + random(ms(60)), total - sent);
        const samples = Int16Array.from({ length }, (_, i) => 8000 + ((sent + i) % 97));
        queue.push(piece(1, sent, 0, { samples, last: sent + length === total }));
        sent += length;
      }
      heard.push(...render(BLOCK).filter((sample) => sample > 0.24));
    }
    expect(reports.at(-1)).toBe(total);
    expect(reports).toEqual(reports.toSorted((a, b) => a - b));
    expect(heard.length).toBeLessThanOrEqual(total);
  }
});
