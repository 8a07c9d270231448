/** Props of the views as a call would give them; each story overrides what it is about. */
import type { CallViewProps } from '../components/call/CallView';
import type { HomeViewProps } from '../components/home/HomeView';
import type { ScorecardViewProps } from '../components/scorecard/ScorecardView';
import type { SetupViewProps } from '../components/setup/SetupView';
import type { Disputing } from '../hooks/useDisputes';
import type { SecondOpinion } from '../hooks/useSecondOpinion';
import type { MicTestState } from '../hooks/useMicTest';
import { NOTHING_CHOSEN, type AudioChoice } from '../lib/audio/audioChoice';
import { NO_CALL, type CallState, type Caption } from '../lib/callReducer';
import { aRubrics } from './makeJudging';
import { aLatency, aReadiness, aScorecard, aSession, aSummary, aTranscript } from './makeWire';

/** Microphone and speaker of the stories about Setup. */
export const PAIR = 'Built-in Microphone|Built-in Speakers';

const nothing = () => undefined;

export const captionsSoFar = (): Caption[] =>
  aTranscript().map(({ index, speaker, party, text, heard }) => ({
    key: `line-${speaker}-${index}`,
    turn: index,
    kind: 'line',
    speaker,
    party,
    text,
    final: true,
    heard,
  }));

/** A loudness that looks like speech and is the same on every run. */
const speechLike = (loudness: number) => {
  let step = 0;
  return () => {
    step++;
    return loudness * Math.abs(Math.sin(step / 7) * Math.sin(step / 31));
  };
};

export function makeCallState(changes: Partial<CallState> = {}): CallState {
  return {
    ...NO_CALL,
    stage: 'live',
    session: aSession(),
    liveAtMs: 0,
    // Frozen, so that a picture of the screen is the same every time.
    endedAtMs: 83_000,
    captions: captionsSoFar(),
    ...changes,
  };
}

export function makeCall(changes: Partial<CallState> = {}): CallViewProps {
  const state = makeCallState(changes);
  return {
    state,
    controller: {
      levels: {
        trainee: speechLike(state.speaking.trainee ? 0.12 : 0),
        prospect: speechLike(state.speaking.prospect ? 0.12 : 0),
      },
      setMuted: nothing,
      setPushToTalk: nothing,
      press: nothing,
      type: () => Promise.resolve(),
    },
    onPatience: nothing,
    onCaptions: nothing,
    onNoticeClosed: nothing,
    onHangUp: nothing,
  };
}

export function makeHome(changes: Partial<HomeViewProps> = {}): HomeViewProps {
  return {
    wishes: {
      durationMinutes: 5,
      difficulty: 3,
      traineeName: 'Ana',
      patience: 0,
      callType: 'cold',
      wording: 'bank',
    },
    readiness: aReadiness(),
    wording: null,
    unreachable: false,
    onChange: nothing,
    onStart: nothing,
    ...changes,
  };
}

export function makeSetup(
  state: Partial<MicTestState> = {},
  choice: Partial<AudioChoice> = {},
): SetupViewProps {
  return {
    state: {
      stage: 'on',
      fault: null,
      microphone: 'ok',
      devices: {
        microphones: [
          { id: 'm1', label: 'Headset Microphone' },
          { id: 'm2', label: 'Built-in Microphone' },
        ],
        speakers: [
          { id: 's1', label: 'Headset Earphones' },
          { id: 's2', label: 'Built-in Speakers' },
        ],
        usualMicrophone: { id: '', label: 'Built-in Microphone' },
        usualSpeaker: { id: '', label: 'Built-in Speakers' },
        canChooseSpeaker: true,
      },
      pair: PAIR,
      recorded: false,
      echo: null,
      ...state,
    },
    choice: { ...NOTHING_CHOSEN, ...choice },
    level: speechLike(0.12),
    onChoose: nothing,
    onStart: nothing,
    onStop: nothing,
    onRecord: nothing,
    onPlay: nothing,
    onEcho: nothing,
    onHeadset: nothing,
  };
}

export function makeDisputing(changes: Partial<Disputing> = {}): Disputing {
  const done = () => Promise.resolve();
  return { list: [], mark: done, takeBack: done, ...changes };
}

export function makeOpinion(changes: Partial<SecondOpinion> = {}): SecondOpinion {
  return { engines: [], asked: null, busy: false, trouble: null, ask: nothing, ...changes };
}

export function makeScorecard(changes: Partial<ScorecardViewProps> = {}): ScorecardViewProps {
  return {
    card: aScorecard(),
    session: aSummary(),
    utterances: aTranscript(),
    recording: { playing: null, trouble: null, play: nothing },
    latency: aLatency(),
    disputing: makeDisputing(),
    rejudging: { rubrics: aRubrics(), chosen: null, busy: false, choose: nothing },
    opinion: makeOpinion(),
    files: { busy: null, trouble: null, save: nothing },
    onCallBack: nothing,
    ...changes,
  };
}
