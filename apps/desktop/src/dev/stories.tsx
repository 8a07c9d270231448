/** One story per state, named as a user would name it. */
import type { ReactNode } from 'react';
import { CallFailed } from '../components/call/CallFailed';
import { CallOver } from '../components/call/CallOver';
import { CallView } from '../components/call/CallView';
import { Page } from '../components/frame/Page';
import { HistoryList } from '../components/history/HistoryList';
import { HomeView } from '../components/home/HomeView';
import { ModelsView } from '../components/models/ModelsScreen';
import { WordingChoice } from '../components/models/WordingChoice';
import { RubricEditor } from '../components/rubrics/RubricEditor';
import { RubricList } from '../components/rubrics/RubricList';
import { ScorecardView } from '../components/scorecard/ScorecardView';
import { SetupView } from '../components/setup/SetupView';
import {
  backendTrouble,
  deviceChanged,
  linkTrouble,
  loudRoom,
  microphoneTrouble,
  type Fault,
} from '../lib/faults';
import { ApiError } from '../lib/api';
import {
  makeCall,
  makeCallState,
  makeDisputing,
  makeHome,
  makeOpinion,
  makeScorecard,
  makeSetup,
  PAIR,
} from './makeProps';
import { aDispute, aRubric, aRubrics } from './makeJudging';
import { aLatency, aReadiness, aScorecard, aSummary, theWordings } from './makeWire';

const nothing = () => undefined;

const titled = (title: string, content: ReactNode) => (
  <Page>
    <h1 className="text-display">{title}</h1>
    <div className="mt-8 grid gap-10">{content}</div>
  </Page>
);

const failed = (fault: Fault) => (
  <CallFailed
    fault={fault}
    onRetry={nothing}
    onTypeInstead={nothing}
    onBuiltInWords={nothing}
    onHome={nothing}
  />
);

const over = (reason: string, by: 'prospect' | 'limit') => (
  <CallOver
    state={makeCallState({ stage: 'ended', ended: { reason, by } })}
    onScorecard={nothing}
  />
);

const card = (changes: Parameters<typeof makeScorecard>[0] = {}) =>
  titled('Post-Call Scorecard', <ScorecardView {...makeScorecard(changes)} />);

const setup = (...changes: Parameters<typeof makeSetup>) =>
  titled('Microphone and speaker', <SetupView {...makeSetup(...changes)} />);

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

const soundGone = new ApiError(404, {
  code: 'not_found',
  message: 'This session has no recording.',
  hint: 'Typed calls and calls that never began have none.',
});

const editor = () =>
  titled(
    'Rubrics',
    <RubricEditor
      draft={{ key: 'ours', id: null, text: 'extends = "cold_call"\nid = "ours"\n' }}
      onCheck={() => Promise.resolve(aRubric())}
      onSave={() => Promise.resolve(aRubric())}
      onClose={nothing}
    />,
  );

export const STORIES: Record<string, () => ReactNode> = {
  home: () => <HomeView {...makeHome()} />,
  homeLoading: () => <HomeView {...makeHome({ readiness: loading })} />,
  homeModelMissing: () => <HomeView {...makeHome({ readiness: missing })} />,
  homeWordingMissing: () => (
    <HomeView
      {...makeHome({
        wishes: { ...makeHome().wishes, wording: 'ollama' },
        wording: theWordings()[1] ?? null,
      })}
    />
  ),
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
  micDeniedInCall: () => <CallView {...makeCall({ microphone: 'denied' })} />,
  micClipping: () => <CallView {...makeCall({ microphone: 'clipping' })} />,
  micChanged: () => (
    <CallView {...makeCall({ notice: deviceChanged('microphone', 'Built-in Microphone') })} />
  ),
  loudRoom: () => <CallView {...makeCall({ notice: loudRoom() })} />,
  latencyInCall: () => <CallView {...makeCall({ answers: aLatency().answers })} />,
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
  scorecardDisputed: () => card({ disputing: makeDisputing({ list: [aDispute()] }) }),
  scorecardScoringAgain: () =>
    card({ rejudging: { rubrics: aRubrics(), chosen: 'ours', busy: true, choose: nothing } }),
  scorecardOpinionOffered: () => card({ opinion: makeOpinion({ engines: ['ollama'] }) }),
  scorecardOpinionAsking: () =>
    card({ opinion: makeOpinion({ engines: ['ollama'], asked: 'ollama', busy: true }) }),
  scorecardOpinion: () =>
    card({
      card: aScorecard({
        verifier: {
          engine: 'ollama',
          asked: 8,
          unclear: 2,
          moved: [{ criterion: 'objection_explored', from: 'partial', to: 'met' }],
          total_before: 71,
        },
        interval: { low: 70, high: 76 },
      }),
      opinion: makeOpinion({ engines: ['ollama'], asked: 'ollama' }),
    }),
  scorecardSoundGone: () =>
    card({ recording: { playing: null, trouble: soundGone, play: nothing } }),
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
  scorecardLatencyFellBack: () =>
    card({
      latency: aLatency({
        voice_engines: ['kokoro', 'piper'],
        wordings: ['ollama', 'bank (ollama late)'],
        unmeasured: 1,
        slow_turns: [],
      }),
    }),
  setup: () => setup({ stage: 'off', pair: null }),
  setupDenied: () => setup({ stage: 'off', pair: null, fault: 'mic_denied' }),
  setupListening: () => setup(),
  setupRecording: () => setup({ stage: 'recording' }),
  setupRecorded: () => setup({ recorded: true }),
  setupRinging: () => setup({ stage: 'ringing' }),
  setupHeadset: () =>
    setup(
      { echo: { route: 'headset', couplingDb: null, noiseDb: -61 } },
      { routes: { [PAIR]: 'headset' } },
    ),
  setupSpeaker: () =>
    setup(
      { echo: { route: 'speaker', couplingDb: -17.4, noiseDb: -34 } },
      { routes: { [PAIR]: 'speaker' } },
    ),
  setupHeadsetTold: () => setup({}, { headsets: [PAIR] }),
  setupSilent: () => setup({ microphone: 'silent' }),
  setupUnplugged: () => setup({}, { microphone: { id: 'gone', label: 'USB Headset' } }),
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
  rubrics: () =>
    titled('Rubrics', <RubricList rubrics={aRubrics()} onOpen={nothing} onDelete={nothing} />),
  rubricNew: () => editor(),
  models: () => titled('Models', <ModelsView readiness={aReadiness()} />),
  modelsWording: () =>
    titled('Models', <WordingChoice wordings={theWordings()} chosen="ollama" onChoose={nothing} />),
  wordingMissing: () =>
    failed(
      backendTrouble({
        code: 'wording_missing',
        message: 'http://127.0.0.1:11434 did not answer: connection refused.',
        hint: 'Start the model server, or use the built-in wording.',
      }),
    ),
  modelsMissing: () => titled('Models', <ModelsView readiness={missing} />),
};
