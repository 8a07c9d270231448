/** A call from *Start Call* to the last word, with made-up surroundings. */
import { beforeEach, describe, expect, it } from 'vitest';
import { aReadiness, aSession, aTypedTurn } from '../dev/makeWire';
import type { ClientMessage, SessionRequest } from '../types/session';
import { ApiError } from './api';
import { MicrophoneError } from './audio/microphone';
import { CallController, type CallSurroundings } from './callController';
import { callReducer, NO_CALL, type CallState } from './callReducer';
import type { VoiceLine, VoiceLineListener } from './voiceLine';

const WISHES = {
  durationMinutes: 5,
  difficulty: 3,
  traineeName: 'Ana',
  patience: 1,
  callType: 'gatekeeper' as const,
  wording: 'bank' as const,
};

class FakeLine implements VoiceLine {
  url: string | null = null;
  sent: ClientMessage[] = [];
  silenced = false;
  closed = false;
  constructor(readonly listener: VoiceLineListener) {}
  micLevel = () => 0.25;
  prospectLevel = () => 0.5;
  connect({ url }: { url: string }): void {
    this.url = url;
  }
  send(message: ClientMessage): void {
    this.sent.push(message);
  }
  silence(): void {
    this.silenced = true;
  }
  close(): void {
    this.closed = true;
  }
}

let state: CallState;
let lines: FakeLine[];
let calls: string[];
let asked: { call_type: SessionRequest['call_type']; previous: string | null };
let surroundings: CallSurroundings;
let controller: CallController;
let wake: (() => void)[];

beforeEach(() => {
  state = NO_CALL;
  [lines, calls, wake] = [[], [], []];
  surroundings = {
    api: {
      readiness: () => Promise.resolve(aReadiness()),
      createSession: ({ mode, call_type, previous_session_id }) => {
        calls.push(`create ${mode}`);
        asked = { call_type, previous: previous_session_id ?? null };
        return Promise.resolve(aSession());
      },
      say: () => Promise.resolve(aTypedTurn()),
      endSession: (id) => {
        calls.push(`end ${id}`);
        return Promise.resolve();
      },
    },
    address: () => Promise.resolve({ url: 'http://127.0.0.1:4000', token: 'secret' }),
    openVoiceLine: (listener) => {
      const line = new FakeLine(listener);
      lines.push(line);
      return Promise.resolve(line);
    },
    nowMs: () => 1_000,
    sleep: () => new Promise((resolve) => wake.push(resolve)),
  };
  controller = new CallController(surroundings, (action) => {
    state = callReducer(state, action);
  });
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

async function live(): Promise<FakeLine> {
  await controller.start('voice', WISHES);
  const [line] = lines;
  if (line === undefined) throw new Error('no line was opened');
  line.listener.message({ type: 'phase', phase: 'live' });
  return line;
}

describe('starting by voice', () => {
  it('takes the microphone, places the session and connects with the token', async () => {
    const line = await live();
    expect(calls).toEqual(['create voice']);
    expect(line.url).toBe('ws://127.0.0.1:4000/sessions/s1/call?token=secret');
    expect(state.stage).toBe('live');
    expect(controller.levels.trainee()).toBe(0.25);
  });

  it('asks for who picks up, and for the same prospect when it calls back, also at a second try', async () => {
    await live();
    expect(asked).toEqual({ call_type: 'gatekeeper', previous: null });
    const back = { call_type: 'callback', previous: 's0' };
    await controller.start('voice', WISHES, 's0');
    expect(asked).toEqual(back);
    await controller.again('typed', WISHES);
    expect(asked).toEqual(back);
  });

  it('asks for whose words the prospect shall use, and offers the built-in ones when they cannot be had', async () => {
    let worded: SessionRequest['wording'] = 'bank';
    surroundings.api.createSession = ({ wording }) => {
      worded = wording;
      const hint = 'Start the model server.';
      const error = { code: 'engine_failed', message: 'Nobody answers.', hint };
      return wording === 'ollama'
        ? Promise.reject(new ApiError(503, error))
        : Promise.resolve(aSession());
    };
    await controller.start('voice', { ...WISHES, wording: 'ollama' });
    expect(worded).toBe('ollama');
    expect(state.stage).toBe('failed');
    expect(state.fault).toMatchObject({
      code: 'wording_missing',
      message: 'Nobody answers.',
      hint: 'Start the model server.',
    });
    expect(state.fault?.offers).toContain('built_in_words');
    await controller.again('voice', WISHES);
    expect(worded).toBe('bank');
    expect(state.stage).not.toBe('failed');
  });

  it('creates no session when there is no microphone', async () => {
    surroundings.openVoiceLine = () => Promise.reject(new MicrophoneError('mic_denied'));
    await controller.start('voice', WISHES);
    expect(calls).toEqual([]);
    expect(state).toMatchObject({ stage: 'failed', fault: { code: 'mic_denied' } });
  });

  it('waits while models load', async () => {
    const answers = [
      aReadiness({
        can_call: false,
        engines: [{ purpose: 'voice', name: 'piper', state: 'loading', detail: '', hint: '' }],
      }),
      aReadiness(),
    ];
    surroundings.api.readiness = () => Promise.resolve(answers.shift() ?? aReadiness());
    const started = controller.start('voice', WISHES);
    await settle();
    expect(calls).toEqual([]);
    expect(state.stage).toBe('preparing');
    wake.forEach((run) => {
      run();
    });
    await started;
    expect(calls).toEqual(['create voice']);
  });

  it('says at once what is missing, gives the microphone back and offers to type', async () => {
    surroundings.api.readiness = () =>
      Promise.resolve(
        aReadiness({
          can_call: false,
          engines: [
            { purpose: 'voice', name: 'piper', state: 'missing', detail: '', hint: 'Run setup.' },
          ],
        }),
      );
    await controller.start('voice', WISHES);
    expect(state.fault).toMatchObject({ code: 'model_missing', hint: 'Run setup.' });
    expect(state.fault?.offers).toContain('type_instead');
    expect(lines[0]?.closed).toBe(true);
  });

  it('tells that the backend is gone', async () => {
    surroundings.api.createSession = () =>
      Promise.reject(
        new ApiError(0, { code: 'unreachable', message: 'No answer.', hint: 'Wait.' }),
      );
    await controller.start('voice', WISHES);
    expect(state).toMatchObject({ stage: 'failed', fault: { code: 'unreachable' } });
    expect(lines[0]?.closed).toBe(true);
  });

  it('given up while the session is made ends that session', async () => {
    let made: (session: ReturnType<typeof aSession>) => void = () => undefined;
    surroundings.api.createSession = () => new Promise((resolve) => (made = resolve));
    const started = controller.start('voice', WISHES);
    await settle();
    expect(controller.hangUp()).toBeNull();
    made(aSession());
    await started;
    expect(calls).toEqual(['end s1']);
    expect(lines[0]?.closed).toBe(true);
    expect(lines[0]?.url).toBeNull();
  });
});

describe('hanging up', () => {
  it('goes silent at once, says end, and lets go when the backend has answered', async () => {
    const line = await live();
    expect(controller.hangUp()).toBe('s1');
    expect(state).toMatchObject({ stage: 'ended', ended: { by: 'trainee' } });
    expect(line.silenced).toBe(true);
    expect(line.sent.at(-1)).toEqual({ type: 'end' });
    line.listener.message({
      type: 'ended',
      reason: 'trainee_ended',
      by: 'trainee',
      score_ready: true,
    });
    wake.forEach((run) => {
      run();
    });
    await settle();
    expect(calls).toEqual(['create voice']);
    expect(line.closed).toBe(true);
  });

  it('makes sure over HTTP when the socket stays silent', async () => {
    const line = await live();
    controller.hangUp();
    wake.forEach((run) => {
      run();
    });
    await settle();
    expect(calls).toEqual(['create voice', 'end s1']);
    expect(line.closed).toBe(true);
  });

  it('leaves a call started meanwhile alone', async () => {
    await live();
    controller.hangUp();
    await controller.start('voice', WISHES);
    wake.forEach((run) => {
      run();
    });
    await settle();
    expect(lines.map(({ closed }) => closed)).toEqual([true, false]);
    expect(calls).toEqual(['create voice', 'create voice', 'end s1']);
    expect(state.stage).toBe('connecting');
  });
});

describe('during a call', () => {
  it('passes the switches on', async () => {
    const line = await live();
    controller.setMuted(true);
    controller.setPushToTalk(true);
    controller.press(true);
    controller.setPatience(2);
    expect(line.sent).toEqual([
      { type: 'patience', level: 1 },
      { type: 'mute', on: true },
      { type: 'ptt', down: false, on: true },
      { type: 'ptt', down: true, on: true },
      { type: 'patience', level: 2 },
    ]);
    expect(state).toMatchObject({ muted: true, pushToTalk: true, pressed: true, patience: 2 });
  });

  it('leaves push-to-talk again, with the key up', async () => {
    const line = await live();
    controller.setPushToTalk(true);
    controller.press(true);
    controller.setPushToTalk(false);
    expect(line.sent.at(-1)).toEqual({ type: 'ptt', down: false, on: false });
    expect(state).toMatchObject({ pushToTalk: false, pressed: false });
  });

  it('goes on with another device and says with which', async () => {
    const line = await live();
    line.listener.microphone('lost');
    expect(state.microphone).toBe('lost');
    line.listener.microphone('ok');
    line.listener.microphoneChanged({ id: '', label: 'Built-in' });
    expect(state).toMatchObject({
      stage: 'live',
      microphone: 'ok',
      notice: { message: 'You are heard through Built-in.' },
    });
  });

  it('warns of a loud room, and of no other', async () => {
    const line = await live();
    line.listener.room('noisy');
    expect(state.notice).toBeNull();
    line.listener.room('loud');
    expect(state.notice?.code).toBe('loud_room');
  });

  it('lets go of microphone and line when the connection is lost for good', async () => {
    const line = await live();
    line.listener.link({ status: 'lost', code: 'dropped' });
    expect(line.closed).toBe(true);
    expect(state).toMatchObject({ stage: 'ended', ended: { reason: 'connection_lost' } });
  });
});

describe('typing', () => {
  beforeEach(() => controller.start('typed', WISHES));

  it('needs no microphone', () => {
    expect(lines).toEqual([]);
    expect(calls).toEqual(['create typed']);
    expect(state.stage).toBe('live');
  });

  it('says a line and shows the answer', async () => {
    await controller.type('Hi.');
    expect(state.captions.map(({ text }) => text)).toEqual(['Hi.', 'Who is this?']);
  });

  it('keeps the call when a line was refused', async () => {
    surroundings.api.say = () =>
      Promise.reject(new ApiError(500, { code: 'internal', message: 'Oops.', hint: '' }));
    await controller.type('Hi.');
    expect(state).toMatchObject({
      stage: 'live',
      notice: { message: 'Oops.' },
      awaitingReply: false,
    });
  });
});
