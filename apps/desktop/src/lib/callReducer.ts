/** The state of a call as one pure function of what happened; the only place that decides what the screen shows. */
import type {
  EndedBy,
  Party,
  ServerMessage,
  SessionCreated,
  Speaker,
  TypedTurn,
} from '../types/session';
import { assertNever } from './assertNever';
import type { Room } from './audio/level';
import type { MicrophoneState } from './audio/microphoneLine';
import type { LinkStatus } from './callLink';
import { backendTrouble, deviceChanged, linkTrouble, loudRoom, type Fault } from './faults';
import { withAnswer, type LiveAnswer } from './latency';

export type CallMode = 'voice' | 'typed';
/** `idle` before a call, `failed` when none came about, `ended` once the backend or the trainee closed it. */
export type CallStage =
  'idle' | 'preparing' | 'connecting' | 'ringing' | 'live' | 'wrapping' | 'ended' | 'failed';

export interface Caption {
  key: string;
  turn: number;
  kind: 'line' | 'nudge' | 'backchannel';
  speaker: Speaker;
  party: Party;
  text: string;
  final: boolean;
  /** False for a prospect line that was cut by an interruption. */
  heard: boolean;
}

export interface CallState {
  stage: CallStage;
  mode: CallMode;
  session: SessionCreated | null;
  /** Page time at which the prospect picked up. */
  liveAtMs: number | null;
  endedAtMs: number | null;
  captions: readonly Caption[];
  speaking: Readonly<Record<Speaker, boolean>>;
  reconnecting: boolean;
  microphone: MicrophoneState;
  muted: boolean;
  showCaptions: boolean;
  pushToTalk: boolean;
  pressed: boolean;
  patience: number;
  /** How quick each answer was, in the order of turns. */
  answers: readonly LiveAnswer[];
  /** A typed line is on its way. */
  awaitingReply: boolean;
  /** Trouble that the call survives. */
  notice: Fault | null;
  /** Trouble that kept the call from happening or going on. */
  fault: Fault | null;
  ended: { reason: string; by: EndedBy } | null;
}

export type CallAction =
  | { type: 'dial'; mode: CallMode; patience: number }
  | { type: 'session_created'; session: SessionCreated; atMs: number }
  | { type: 'server'; message: ServerMessage; atMs: number }
  | { type: 'link'; link: LinkStatus; atMs: number }
  | { type: 'microphone'; state: MicrophoneState }
  | { type: 'mute'; on: boolean }
  | { type: 'device'; which: 'microphone' | 'speaker'; label: string }
  | { type: 'room'; room: Room }
  | { type: 'push_to_talk'; on: boolean }
  | { type: 'press'; down: boolean }
  | { type: 'patience'; level: number }
  | { type: 'captions'; on: boolean }
  | { type: 'typed_line'; text: string }
  | { type: 'typed_answer'; answer: TypedTurn; atMs: number }
  | { type: 'typed_refused'; fault: Fault }
  | { type: 'notice_closed' }
  | { type: 'hang_up'; atMs: number }
  | { type: 'fault'; fault: Fault; atMs: number }
  | { type: 'reset' };

export const NO_CALL: CallState = {
  stage: 'idle',
  mode: 'voice',
  session: null,
  liveAtMs: null,
  endedAtMs: null,
  captions: [],
  speaking: { trainee: false, prospect: false },
  reconnecting: false,
  microphone: 'ok',
  muted: false,
  showCaptions: true,
  pushToTalk: false,
  pressed: false,
  patience: 0,
  answers: [],
  awaitingReply: false,
  notice: null,
  fault: null,
  ended: null,
};

export function callReducer(state: CallState, action: CallAction): CallState {
  switch (action.type) {
    case 'dial':
      return {
        ...NO_CALL,
        stage: 'preparing',
        mode: action.mode,
        showCaptions: action.mode === 'typed' || state.showCaptions,
        patience: action.patience,
      };
    case 'session_created':
      return opened(state, action.session, action.atMs);
    case 'server':
      return heardFromServer(state, action.message, action.atMs);
    case 'link':
      return linkChanged(state, action.link, action.atMs);
    case 'microphone':
      return { ...state, microphone: action.state };
    case 'device':
      return { ...state, notice: deviceChanged(action.which, action.label) };
    case 'room':
      return action.room === 'loud' ? { ...state, notice: loudRoom() } : state;
    case 'mute':
      return { ...state, muted: action.on };
    case 'push_to_talk':
      return { ...state, pushToTalk: action.on, pressed: false };
    case 'press':
      return { ...state, pressed: action.down };
    case 'patience':
      return { ...state, patience: Math.min(2, Math.max(-2, action.level)) };
    case 'captions':
      return { ...state, showCaptions: action.on };
    case 'typed_line':
      return typedLine(state, action.text);
    case 'typed_answer':
      return typedAnswer(state, action.answer, action.atMs);
    case 'typed_refused':
      return { ...state, awaitingReply: false, notice: action.fault };
    case 'notice_closed':
      return { ...state, notice: null };
    case 'hang_up':
      return end(state, { reason: 'trainee_ended', by: 'trainee' }, action.atMs);
    case 'fault':
      return failed(state, action.fault, action.atMs);
    case 'reset':
      return { ...NO_CALL, showCaptions: state.showCaptions, patience: state.patience };
    default:
      return assertNever(action);
  }
}

/** A call is on the line, from dialling to hanging up. */
export function isInCall(state: CallState): boolean {
  return state.stage !== 'idle' && state.stage !== 'failed' && state.stage !== 'ended';
}

function opened(state: CallState, session: SessionCreated, atMs: number): CallState {
  if (!isInCall(state)) return state;
  if (state.mode === 'voice') return { ...state, session, stage: 'connecting' };
  const opening = session.opening;
  const captions: Caption[] =
    opening === null ? [] : [line(opening.index, opening.party, opening.speaker, opening.text)];
  return { ...state, session, stage: 'live', liveAtMs: atMs, captions };
}

function heardFromServer(state: CallState, message: ServerMessage, atMs: number): CallState {
  switch (message.type) {
    case 'phase':
      return phaseChanged(state, message.phase, atMs);
    case 'speaking':
      return { ...state, speaking: { ...state.speaking, [message.who]: message.on } };
    case 'transcript':
      return {
        ...state,
        captions: placed(state.captions, {
          key: `${message.kind}-${message.speaker}-${message.turn}`,
          turn: message.turn,
          kind: message.kind,
          speaker: message.speaker,
          party: message.party,
          text: message.text,
          final: message.final,
          heard: message.heard,
        }),
      };
    case 'ended':
      return end(state, { reason: message.reason, by: message.by }, atMs);
    case 'error':
      return message.fatal
        ? failed(state, backendTrouble(message), atMs)
        : { ...state, notice: backendTrouble(message) };
    case 'metrics':
      return { ...state, answers: withAnswer(state.answers, message) };
    case 'ready':
    case 'state':
    case 'clear':
    case 'duck':
    case 'pong':
      return state;
    default:
      return assertNever(message);
  }
}

function phaseChanged(
  state: CallState,
  phase: 'ringing' | 'live' | 'wrapping' | 'ended',
  atMs: number,
): CallState {
  // `ended` with its reason follows; without it the screen would not know why.
  if (!isInCall(state) || phase === 'ended') return state;
  const liveAtMs = phase === 'ringing' ? state.liveAtMs : (state.liveAtMs ?? atMs);
  return { ...state, stage: phase, liveAtMs };
}

function linkChanged(state: CallState, link: LinkStatus, atMs: number): CallState {
  switch (link.status) {
    case 'connecting':
      return state;
    case 'open':
      return { ...state, reconnecting: false };
    case 'reconnecting':
      return { ...state, reconnecting: true, speaking: NO_CALL.speaking };
    case 'closed':
      return end(state, { reason: 'error', by: 'error' }, atMs);
    case 'lost':
      return failed(state, linkTrouble(link.code), atMs);
    default:
      return assertNever(link);
  }
}

/** The first reason stands: what comes after the end is its echo. */
function end(state: CallState, ended: { reason: string; by: EndedBy }, atMs: number): CallState {
  if (!isInCall(state)) return state;
  return {
    ...state,
    stage: 'ended',
    ended,
    endedAtMs: atMs,
    reconnecting: false,
    awaitingReply: false,
    speaking: NO_CALL.speaking,
  };
}

/** Trouble after the pick-up ends the call, with its scorecard; before it there was no call. */
function failed(state: CallState, fault: Fault, atMs: number): CallState {
  if (!isInCall(state)) return state;
  if (state.liveAtMs === null) return { ...state, stage: 'failed', fault, reconnecting: false };
  const reason = fault.code === 'dropped' ? 'connection_lost' : 'error';
  return { ...end(state, { reason, by: 'error' }, atMs), fault };
}

function typedLine(state: CallState, text: string): CallState {
  if (state.stage !== 'live') return state;
  const turn = Math.max(-1, ...state.captions.map((caption) => caption.turn)) + 1;
  const captions = placed(state.captions, {
    ...line(turn, 'trainee', 'trainee', text),
    final: false,
  });
  return { ...state, captions, awaitingReply: true, notice: null };
}

function typedAnswer(state: CallState, answer: TypedTurn, atMs: number): CallState {
  const said = state.captions.find((caption) => !caption.final)?.text ?? '';
  let captions: readonly Caption[] = state.captions.filter((caption) => caption.final);
  captions = placed(captions, line(answer.turn, 'trainee', 'trainee', said));
  for (const [place, reply] of [answer.reply, answer.then].entries()) {
    if (reply === null) continue;
    captions = placed(captions, line(answer.turn + 1 + place, reply.party, 'prospect', reply.text));
  }
  const answered = { ...state, captions, awaitingReply: false };
  return answer.ended === null ? answered : end(answered, answer.ended, atMs);
}

function line(turn: number, party: Party, speaker: Speaker, text: string): Caption {
  const key = `line-${speaker}-${turn}`;
  return { key, turn, kind: 'line', speaker, party, text, final: true, heard: true };
}

/** Captions in the order of turns; a caption with a known key replaces its older self, an empty one withdraws it. */
function placed(captions: readonly Caption[], caption: Caption): readonly Caption[] {
  const others = captions.filter(
    ({ key, kind, turn }) =>
      key !== caption.key && !(kind === 'line' && caption.kind === 'line' && turn === caption.turn),
  );
  if (caption.text === '' && caption.speaker === 'prospect') return others;
  const at = others.findIndex(({ turn }) => turn > caption.turn);
  return at === -1 ? [...others, caption] : others.toSpliced(at, 0, caption);
}
