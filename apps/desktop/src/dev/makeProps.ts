/** Props of the views as a call would give them; each story overrides what it is about. */
import type { CallViewProps } from '../components/call/CallView';
import type { HomeViewProps } from '../components/home/HomeView';
import type { ScorecardViewProps } from '../components/scorecard/ScorecardView';
import { NO_CALL, type CallState, type Caption } from '../lib/callReducer';
import { aReadiness, aScorecard, aSession, aSummary, aTranscript } from './makeWire';

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
      pushToTalk: nothing,
      press: nothing,
      setPatience: nothing,
      type: () => Promise.resolve(),
    },
    onCaptions: nothing,
    onNoticeClosed: nothing,
    onHangUp: nothing,
  };
}

export function makeHome(changes: Partial<HomeViewProps> = {}): HomeViewProps {
  return {
    wishes: { durationMinutes: 5, difficulty: 3, traineeName: 'Ana' },
    readiness: aReadiness(),
    unreachable: false,
    onChange: nothing,
    onStart: nothing,
    ...changes,
  };
}

export function makeScorecard(changes: Partial<ScorecardViewProps> = {}): ScorecardViewProps {
  return {
    card: aScorecard(),
    session: aSummary(),
    utterances: aTranscript(),
    recording: { playing: null, failed: false, play: nothing },
    ...changes,
  };
}
