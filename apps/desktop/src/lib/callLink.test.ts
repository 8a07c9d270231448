/** A call's connection against a made-up socket: the clock, the flags, the acknowledgements, the way back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ServerMessage } from '../types/session';
import type { LinkToPlayback } from './audio/ports';
import { FakeSocket } from '../dev/fakeSocket';
import { CallLink, type LinkStatus } from './callLink';
import { encodeProspectPiece, FRAME_SAMPLES } from './wire/frames';

let sockets: FakeSocket[];
let now: number;
let timers: { at: number; run: () => void }[];
let statuses: LinkStatus[];
let messages: ServerMessage[];
let playback: LinkToPlayback[];
let link: CallLink;

beforeEach(() => {
  [sockets, timers, statuses, messages, playback] = [[], [], [], [], []];
  now = 0;
  link = new CallLink(
    {
      connect: () => {
        const socket = new FakeSocket();
        sockets.push(socket);
        return socket;
      },
      nowMs: () => now,
      after: (ms, run) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    {
      message: (message) => messages.push(message),
      status: (status) => statuses.push(status),
      playback: (message) => playback.push(message),
    },
  );
  link.open({ url: 'ws://here/sessions/s1/call', echo: 'headset', captions: true });
});

function socket(): FakeSocket {
  const last = sockets.at(-1);
  if (last === undefined) throw new Error('nobody has dialled');
  return last;
}

function pass(ms: number): void {
  const until = now + ms;
  for (;;) {
    const next = timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined || next.at > until) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.run();
  }
  now = until;
}

const ready = (resumed = false): ServerMessage => ({
  type: 'ready',
  session_id: 's1',
  out_rate: 22_050,
  resumed,
});

/** Frames from the microphone, each 512 samples after the other, from context position `from`. */
function microphone(from: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const samples = new Int16Array(FRAME_SAMPLES).fill(1000);
    link.frame({ kind: 'frame', gap: false, start: from + i * FRAME_SAMPLES, samples });
  }
}

function connected(): FakeSocket {
  socket().accepts();
  socket().says(ready());
  return socket();
}

describe('the beginning', () => {
  it('says start first, and sends no sound before ready', () => {
    socket().accepts();
    microphone(0, 3);
    expect(socket().texts).toEqual([{ type: 'start', echo: 'headset', captions: true }]);
    expect(socket().frames).toEqual([]);
  });

  it('counts samples from the first frame after ready', () => {
    socket().accepts();
    microphone(0, 3);
    socket().says(ready());
    microphone(3 * 512, 2);
    expect(
      socket().frames.map(({ seq, sampleIndex, gapBefore }) => [seq, sampleIndex, gapBefore]),
    ).toEqual([
      [0, 0, false],
      [1, 512, false],
    ]);
  });

  it.each([
    [4401, 'unauthorised'],
    [4403, 'unauthorised'],
    [4404, 'not_found'],
    [4409, 'busy'],
    [4410, 'already_ended'],
    [1008, 'protocol'],
  ])('takes close code %i as final (%s)', (code, name) => {
    socket().accepts();
    socket().drops(code);
    pass(60_000);
    expect(statuses.at(-1)).toEqual({ status: 'lost', code: name });
    expect(sockets).toHaveLength(1);
  });

  it('tries for some seconds to reach a backend that does not answer', () => {
    for (let i = 0; i < 40 && statuses.at(-1)?.status !== 'lost'; i++) {
      socket().drops(1006);
      pass(2_000);
    }
    expect(statuses.at(-1)).toEqual({ status: 'lost', code: 'unreachable' });
    expect(sockets.length).toBeGreaterThan(3);
    expect(now).toBeLessThan(10_000);
  });
});

describe('frames', () => {
  it('tell a gap of the microphone, and keep their place on the clock', () => {
    const line = connected();
    microphone(0, 1);
    microphone(4096, 2);
    expect(line.frames.map(({ sampleIndex, gapBefore }) => [sampleIndex, gapBefore])).toEqual([
      [0, false],
      [4096, true],
      [4608, false],
    ]);
  });

  it('tell a gap where the microphone was gone, though the clock ran on', () => {
    const line = connected();
    microphone(0, 2);
    const samples = new Int16Array(FRAME_SAMPLES);
    link.frame({ kind: 'frame', start: 2 * FRAME_SAMPLES, samples, gap: true });
    microphone(3 * FRAME_SAMPLES, 1);
    expect(line.frames.map(({ sampleIndex, gapBefore }) => [sampleIndex, gapBefore])).toEqual([
      [0, false],
      [512, false],
      [1024, true],
      [1536, false],
    ]);
  });

  it('are silent and flagged while muted', () => {
    const line = connected();
    link.send({ type: 'mute', on: true });
    microphone(0, 1);
    link.send({ type: 'mute', on: false });
    microphone(512, 1);
    const [muted, open] = line.frames;
    expect(muted?.muted).toBe(true);
    expect(muted?.samples.every((sample) => sample === 0)).toBe(true);
    expect(open?.muted).toBe(false);
    expect(open?.samples.every((sample) => sample === 1000)).toBe(true);
  });

  it('tell whether the prospect is audible here', () => {
    const line = connected();
    link.audible(true);
    microphone(0, 1);
    link.audible(false);
    microphone(512, 1);
    expect(line.frames.map(({ prospectAudible }) => prospectAudible)).toEqual([true, false]);
  });

  it('are dropped, with a gap told, when the line cannot take them', () => {
    const line = connected();
    microphone(0, 1);
    line.bufferedAmount = 1_000_000;
    microphone(512, 5);
    line.bufferedAmount = 0;
    microphone(6 * 512, 1);
    expect(line.frames.map(({ sampleIndex, gapBefore }) => [sampleIndex, gapBefore])).toEqual([
      [0, false],
      [3072, true],
    ]);
  });
});

describe('what comes in', () => {
  it('sends sound, clear and duck straight to the speaker', () => {
    const line = connected();
    const samples = Int16Array.of(1, 2, 3);
    line.delivers(
      encodeProspectPiece({ gen: 1, startSample: 0, first: true, last: false, samples }),
    );
    line.says({ type: 'duck', gen: 1, db: -12 });
    line.says({ type: 'clear', gen: 1 });
    expect(playback).toEqual([
      { kind: 'piece', gen: 1, startSample: 0, first: true, last: false, samples },
      { kind: 'duck', gen: 1, db: -12 },
      { kind: 'clear', gen: 1 },
    ]);
  });

  it('acknowledges what was played', () => {
    const line = connected();
    link.played(1, 2205);
    expect(line.texts.at(-1)).toEqual({ type: 'played', gen: 1, samples: 2205 });
  });

  it('is over with ended, and closes with 1000', () => {
    const line = connected();
    line.says({ type: 'ended', reason: 'goodbye', by: 'prospect', score_ready: true });
    expect(messages.at(-1)?.type).toBe('ended');
    expect(statuses.at(-1)).toEqual({ status: 'closed' });
    expect(line.closedWith).toBe(1000);
    pass(60_000);
    expect(sockets).toHaveLength(1);
  });
});

describe('a dropped line', () => {
  it('comes back, says start again, and goes on with the same clock', () => {
    const first = connected();
    microphone(0, 2);
    first.drops(1006);
    expect(statuses.at(-1)).toEqual({ status: 'reconnecting' });
    microphone(1024, 10);
    pass(300);
    socket().accepts();
    socket().says(ready(true));
    microphone(12 * 512, 1);
    expect(sockets).toHaveLength(2);
    expect(socket().texts[0]).toMatchObject({ type: 'start' });
    expect(socket().frames).toMatchObject([{ seq: 2, sampleIndex: 6144, gapBefore: true }]);
    expect(statuses.at(-1)).toEqual({ status: 'open' });
  });

  it('tells the switches again', () => {
    const first = connected();
    link.send({ type: 'mute', on: true });
    link.send({ type: 'ptt', down: false, on: true });
    link.send({ type: 'patience', level: 2 });
    first.drops(1006);
    pass(300);
    socket().accepts();
    socket().says(ready(true));
    expect(socket().texts.slice(1)).toEqual([
      { type: 'mute', on: true },
      { type: 'ptt', down: false, on: true },
      { type: 'patience', level: 2 },
    ]);
  });

  it('tells what was set before there was a line once it is open, and no key that was put away', () => {
    link.send({ type: 'patience', level: -1 });
    link.send({ type: 'ptt', down: false, on: true });
    link.send({ type: 'ptt', down: false, on: false });
    const line = connected();
    expect(line.texts.slice(1)).toEqual([{ type: 'patience', level: -1 }]);
  });

  it('waits while the backend still holds the old connection', () => {
    connected().drops(1006);
    pass(300);
    socket().accepts();
    socket().drops(4409);
    expect(statuses.at(-1)).toEqual({ status: 'reconnecting' });
    pass(600);
    expect(sockets).toHaveLength(3);
  });

  it('is given up after 30 seconds', () => {
    connected().drops(1006);
    while (statuses.at(-1)?.status === 'reconnecting') {
      pass(2_000);
      socket().drops(1006);
    }
    expect(statuses.at(-1)).toEqual({ status: 'lost', code: 'dropped' });
    expect(now).toBeGreaterThanOrEqual(30_000);
    expect(now).toBeLessThanOrEqual(34_000);
  });

  it('is noticed when the backend hangs without closing', () => {
    const line = connected();
    pass(16_000);
    expect(line.texts).toContainEqual(expect.objectContaining({ type: 'ping' }));
    expect(line.closedWith).toBeUndefined();
    expect(line.readyState).toBe(3);
    expect(sockets.length).toBeGreaterThan(1);
  });

  it('is not suspected while pongs come', () => {
    const line = connected();
    for (let i = 0; i < 20; i++) {
      pass(5_000);
      line.says({ type: 'pong', t: now });
    }
    expect(sockets).toHaveLength(1);
  });
});

it('sends nothing after it was closed from this side', () => {
  const line = connected();
  link.close();
  const sent = line.sent.length;
  microphone(0, 2);
  link.send({ type: 'end' });
  pass(60_000);
  expect(line.sent).toHaveLength(sent);
  expect(line.closedWith).toBe(1000);
  expect(statuses.filter(({ status }) => status === 'closed')).toHaveLength(1);
});
