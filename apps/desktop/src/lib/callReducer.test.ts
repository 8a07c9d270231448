/** The state of a call, told as a story of what happened. */
import { describe, expect, it } from 'vitest';
import { aSession, aTypedTurn } from '../dev/makeWire';
import type { ServerMessage } from '../types/session';
import { callReducer, isInCall, NO_CALL, type CallAction, type CallState } from './callReducer';
import { microphoneTrouble } from './faults';

const after = (...actions: CallAction[]): CallState => actions.reduce(callReducer, NO_CALL);
const server = (message: ServerMessage, atMs = 0): CallAction => ({
  type: 'server',
  message,
  atMs,
});
const said = (
  turn: number,
  speaker: 'trainee' | 'prospect',
  text: string,
  more: Partial<Extract<ServerMessage, { type: 'transcript' }>> = {},
): CallAction =>
  server({
    type: 'transcript',
    speaker,
    party: speaker,
    kind: 'line',
    text,
    final: true,
    turn,
    start_ms: 0,
    end_ms: 0,
    heard: true,
    gen: null,
    ...more,
  });

const dialled: CallAction[] = [
  { type: 'dial', mode: 'voice', patience: 0 },
  { type: 'session_created', session: aSession(), atMs: 0 },
];
const live: CallAction[] = [
  ...dialled,
  server({ type: 'phase', phase: 'ringing' }, 100),
  server({ type: 'phase', phase: 'live' }, 3_000),
];
const texts = (state: CallState) => state.captions.map(({ text }) => text);

describe('a voice call', () => {
  it('goes from dialling over ringing to live, and the timer starts at the pick-up', () => {
    expect(after({ type: 'dial', mode: 'voice', patience: 0 }).stage).toBe('preparing');
    expect(after(...dialled).stage).toBe('connecting');
    expect(after(...live)).toMatchObject({ stage: 'live', liveAtMs: 3_000 });
  });

  it('keeps its start when it wraps up', () => {
    const state = after(...live, server({ type: 'phase', phase: 'wrapping' }, 9_000));
    expect(state).toMatchObject({ stage: 'wrapping', liveAtMs: 3_000 });
  });

  it('ends for the first reason it is told', () => {
    const state = after(
      ...live,
      server({ type: 'phase', phase: 'ended' }, 8_000),
      server(
        { type: 'ended', reason: 'prospect_hung_up', by: 'prospect', score_ready: true },
        8_001,
      ),
      { type: 'link', link: { status: 'closed' }, atMs: 8_002 },
      { type: 'hang_up', atMs: 8_003 },
    );
    expect(state).toMatchObject({
      stage: 'ended',
      endedAtMs: 8_001,
      ended: { reason: 'prospect_hung_up', by: 'prospect' },
    });
  });

  it('shows that it reconnects, and that it came back', () => {
    const dropped = after(...live, { type: 'link', link: { status: 'reconnecting' }, atMs: 5_000 });
    expect(dropped.reconnecting).toBe(true);
    const back = callReducer(dropped, { type: 'link', link: { status: 'open' }, atMs: 6_000 });
    expect(back).toMatchObject({ reconnecting: false, stage: 'live' });
  });

  it('that is lost after the pick-up ends with its scorecard; before it there was none', () => {
    const lost: CallAction = {
      type: 'link',
      link: { status: 'lost', code: 'dropped' },
      atMs: 40_000,
    };
    expect(after(...live, lost)).toMatchObject({
      stage: 'ended',
      ended: { reason: 'connection_lost' },
      fault: { code: 'dropped' },
    });
    expect(after(...dialled, lost).stage).toBe('failed');
  });

  it('survives an error that is not fatal', () => {
    const error = { type: 'error', code: 'slow', message: 'm', hint: 'h' } as const;
    expect(after(...live, server({ ...error, fatal: false }))).toMatchObject({
      stage: 'live',
      notice: { message: 'm', hint: 'h' },
    });
    expect(after(...live, server({ ...error, fatal: true })).stage).toBe('ended');
  });

  it('that never began offers to type instead', () => {
    const state = after(
      { type: 'dial', mode: 'voice', patience: 0 },
      { type: 'fault', fault: microphoneTrouble('mic_missing'), atMs: 0 },
    );
    expect(state.stage).toBe('failed');
    expect(state.fault?.offers).toContain('type_instead');
    expect(isInCall(state)).toBe(false);
  });

  it('takes no late news into the next one', () => {
    expect(
      after(...live, { type: 'reset' }, server({ type: 'phase', phase: 'live' }, 9)).stage,
    ).toBe('idle');
  });
});

describe('how quick the prospect was', () => {
  const answered = (turn: number, v2v_ms: number) =>
    server({
      type: 'metrics',
      turn,
      v2v_ms,
      stages: { wait_ms: 480 },
      voice_engine: 'piper',
      wording: null,
    });

  it('is kept answer by answer; a turn taken up again replaces its figure', () => {
    const state = after(...live, answered(1, 900), answered(3, 2_000), answered(3, 700));
    expect(state.answers.map(({ turn, v2v_ms }) => [turn, v2v_ms])).toEqual([
      [1, 900],
      [3, 700],
    ]);
  });

  it('is forgotten with the next call', () => {
    expect(after(...live, answered(1, 900), ...dialled).answers).toEqual([]);
  });
});

describe('captions', () => {
  it('stand in the order of turns, whatever order they come in', () => {
    const state = after(
      ...live,
      said(0, 'prospect', 'Yeah?'),
      said(2, 'prospect', 'Who?'),
      said(1, 'trainee', 'Hi'),
    );
    expect(texts(state)).toEqual(['Yeah?', 'Hi', 'Who?']);
  });

  it('grow in place: the last word for a turn stands', () => {
    const state = after(
      ...live,
      said(1, 'trainee', 'Hi, this', { final: false }),
      said(1, 'trainee', 'Hi, this is Ana.'),
      said(1, 'trainee', 'Hi, this is Ana from Delta.'),
    );
    expect(texts(state)).toEqual(['Hi, this is Ana from Delta.']);
    expect(state.captions[0]?.final).toBe(true);
  });

  it('show a cut line as far as it was heard', () => {
    const state = after(
      ...live,
      said(2, 'prospect', 'We already have somebody for that and', { final: false }),
      said(2, 'prospect', 'We already have', { heard: false }),
    );
    expect(state.captions).toMatchObject([{ text: 'We already have', heard: false, final: true }]);
  });

  it('withdraw a reply of which nothing was heard', () => {
    const state = after(
      ...live,
      said(2, 'prospect', 'Okay.', { final: false }),
      said(2, 'prospect', '', { heard: false }),
    );
    expect(texts(state)).toEqual([]);
  });

  it('give a turn to the trainee when a reopened reply had taken its number', () => {
    const state = after(
      ...live,
      said(2, 'prospect', 'Okay.', { final: false }),
      said(2, 'trainee', 'and also'),
    );
    expect(texts(state)).toEqual(['and also']);
  });

  it('keep backchannels beside the line of the same turn', () => {
    const state = after(
      ...live,
      said(1, 'trainee', 'So we'),
      said(1, 'prospect', 'Mm-hm.', { kind: 'backchannel' }),
    );
    expect(texts(state)).toEqual(['So we', 'Mm-hm.']);
  });
});

describe('switches', () => {
  it('follow the trainee', () => {
    const state = after(
      ...live,
      { type: 'mute', on: true },
      { type: 'captions', on: false },
      { type: 'patience', level: 7 },
    );
    expect(state).toMatchObject({ muted: true, showCaptions: false, patience: 2 });
  });

  it('of captions are kept for the next call, mute is not, patience is as the trainee likes it', () => {
    const state = after(
      ...live,
      { type: 'mute', on: true },
      { type: 'captions', on: false },
      { type: 'reset' },
      { type: 'dial', mode: 'voice', patience: 1 },
    );
    expect(state).toMatchObject({ muted: false, showCaptions: false, patience: 1 });
  });
});

describe('a typed call', () => {
  const opening = {
    index: 0,
    speaker: 'prospect',
    party: 'prospect',
    text: 'Hello?',
    start_ms: 0,
    end_ms: 400,
    heard: true,
  } as const;
  const typed: CallAction[] = [
    { type: 'dial', mode: 'typed', patience: 0 },
    { type: 'session_created', session: aSession({ opening }), atMs: 50 },
  ];

  it('is live at once and begins with the pick-up line', () => {
    expect(after(...typed)).toMatchObject({ stage: 'live', liveAtMs: 50 });
    expect(texts(after(...typed))).toEqual(['Hello?']);
  });

  it('shows a line at once, then the answer', () => {
    const waiting = after(...typed, { type: 'typed_line', text: 'Hi, Ana here.' });
    expect(waiting.awaitingReply).toBe(true);
    const state = callReducer(waiting, {
      type: 'typed_answer',
      answer: aTypedTurn({ turn: 1 }),
      atMs: 60,
    });
    expect(texts(state)).toEqual(['Hello?', 'Hi, Ana here.', 'Who is this?']);
    expect(state.awaitingReply).toBe(false);
    expect(state.captions.every(({ final }) => final)).toBe(true);
  });

  it('ends when the prospect hangs up', () => {
    const answer = aTypedTurn({
      turn: 1,
      reply: null,
      ended: { reason: 'prospect_hung_up', by: 'prospect' },
    });
    const state = after(
      ...typed,
      { type: 'typed_line', text: 'Buy!' },
      { type: 'typed_answer', answer, atMs: 60 },
    );
    expect(state).toMatchObject({ stage: 'ended', ended: { by: 'prospect' } });
    expect(texts(state)).toEqual(['Hello?', 'Buy!']);
  });
});
