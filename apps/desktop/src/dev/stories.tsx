/** One story per state, named as a user would name it. */
import type { ReactNode } from 'react';
import { CallFailed } from '../components/call/CallFailed';
import { CallOver } from '../components/call/CallOver';
import { CallView } from '../components/call/CallView';
import { Page } from '../components/frame/Page';
import { HistoryList } from '../components/history/HistoryList';
import { HomeView } from '../components/home/HomeView';
import { ModelsView } from '../components/models/ModelsScreen';
import { ScorecardView } from '../components/scorecard/ScorecardView';
import { backendTrouble, linkTrouble, microphoneTrouble, type Fault } from '../lib/faults';
import { makeCall, makeCallState, makeHome, makeScorecard } from './makeProps';
import { aReadiness, aScorecard, aSummary } from './makeWire';

const nothing = () => undefined;

const titled = (title: string, content: ReactNode) => (
  <Page>
    <h1 className="text-display">{title}</h1>
    <div className="mt-8 grid gap-10">{content}</div>
  </Page>
);

const failed = (fault: Fault) => (
  <CallFailed fault={fault} onRetry={nothing} onTypeInstead={nothing} onHome={nothing} />
);

const over = (reason: string, by: 'prospect' | 'limit') => (
  <CallOver
    state={makeCallState({ stage: 'ended', ended: { reason, by } })}
    onScorecard={nothing}
  />
);

const card = (changes: Parameters<typeof makeScorecard>[0] = {}) =>
  titled('Post-Call Scorecard', <ScorecardView {...makeScorecard(changes)} />);

const loading = aReadiness({
  can_call: false,
  engines: [{ purpose: 'Voice', name: 'Piper', state: 'loading', detail: '', hint: '' }],
});
const missing = aReadiness({
  can_call: false,
  engines: [
    {
      purpose: 'Speech to text',
      name: 'faster-whisper',
      state: 'missing',
      detail: 'whisper-base is not on disk.',
      hint: 'Run: python3 ringside.py setup',
    },
    { purpose: 'Voice', name: 'Piper', state: 'ready', detail: '', hint: '' },
  ],
});

export const STORIES: Record<string, () => ReactNode> = {
  home: () => <HomeView {...makeHome()} />,
  homeLoading: () => <HomeView {...makeHome({ readiness: loading })} />,
  homeModelMissing: () => <HomeView {...makeHome({ readiness: missing })} />,
  homeBackendGone: () => <HomeView {...makeHome({ readiness: null, unreachable: true })} />,
  preparing: () => (
    <CallView {...makeCall({ stage: 'preparing', session: null, liveAtMs: null, captions: [] })} />
  ),
  ringing: () => <CallView {...makeCall({ stage: 'ringing', liveAtMs: null, captions: [] })} />,
  prospectSpeaking: () => (
    <CallView {...makeCall({ speaking: { trainee: false, prospect: true } })} />
  ),
  traineeSpeaking: () => (
    <CallView {...makeCall({ speaking: { trainee: true, prospect: false } })} />
  ),
  muted: () => <CallView {...makeCall({ muted: true })} />,
  pushToTalk: () => <CallView {...makeCall({ pushToTalk: true })} />,
  captionsOff: () => <CallView {...makeCall({ showCaptions: false })} />,
  reconnecting: () => <CallView {...makeCall({ reconnecting: true })} />,
  micLost: () => <CallView {...makeCall({ microphone: 'lost' })} />,
  micSilent: () => <CallView {...makeCall({ microphone: 'silent' })} />,
  trouble: () => (
    <CallView
      {...makeCall({
        notice: backendTrouble({
          code: 'disk_full',
          message: 'The disk is full: this call is no longer recorded.',
          hint: 'The call goes on. Free some space before the next one.',
        }),
      })}
    />
  ),
  typedCall: () => <CallView {...makeCall({ mode: 'typed' })} />,
  typedWaiting: () => <CallView {...makeCall({ mode: 'typed', awaitingReply: true })} />,
  prospectHungUp: () => over('prospect_hung_up', 'prospect'),
  timeIsUp: () => over('time_limit', 'limit'),
  micDenied: () => failed(microphoneTrouble('mic_denied')),
  micMissing: () => failed(microphoneTrouble('mic_missing')),
  modelMissing: () =>
    failed(
      backendTrouble({
        code: 'model_missing',
        message: 'Speech to text (faster-whisper): missing',
        hint: 'Run: python3 ringside.py setup',
      }),
    ),
  backendGone: () => failed(linkTrouble('unreachable')),
  busy: () => failed(linkTrouble('busy')),
  scorecard: () => card(),
  scorecardPartial: () =>
    card({ card: aScorecard({ status: 'partial', total_score: null, wins: [], misses: [] }) }),
  scorecardTyped: () => card({ session: aSummary({ mode: 'typed' }) }),
  scorecardError: () =>
    card({
      card: aScorecard({
        status: 'error',
        total_score: null,
        dimensions: {},
        wins: [],
        misses: [],
        metrics: {},
      }),
    }),
  history: () =>
    titled(
      'History',
      <HistoryList
        sessions={[
          aSummary(),
          aSummary({ session_id: 's2', total_score: null, score_status: 'partial', mode: 'typed' }),
        ]}
        onDelete={nothing}
      />,
    ),
  historyEmpty: () => titled('History', <HistoryList sessions={[]} onDelete={nothing} />),
  models: () => titled('Models', <ModelsView readiness={aReadiness()} />),
  modelsMissing: () => titled('Models', <ModelsView readiness={missing} />),
};
