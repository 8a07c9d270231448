/** Believable wire shapes for tests and the gallery: everything filled in, each part to be overridden. */
import type {
  Briefing,
  CallLatency,
  Dimension,
  Readiness,
  Scorecard,
  SessionCreated,
  SessionSummary,
  TypedTurn,
  Utterance,
  WordingStanding,
} from '../types/session';

export const aBriefing = (changes: Partial<Briefing> = {}): Briefing => ({
  trainee_name: 'Ana',
  seller: {
    company: 'Delta Freight Audit',
    product: 'Carrier invoice checking for warehouses',
    problems: [
      'Carrier invoices that do not match the rate tables',
      'Hours lost in spreadsheets at month end',
    ],
    proof: ['A 40-person distributor recovered 2 % of its freight spend in a quarter'],
    price_hint: 'From 400 a month',
  },
  prospect: {
    name: 'Marcus Osei',
    title: 'Director of Operations',
    company: 'Brightmark Supply',
    industry: 'Wholesale distribution',
    size: '180 people',
    public_facts: ['Opened a third warehouse in March', 'Hiring two invoice clerks'],
  },
  goal: 'Win fifteen minutes in his calendar this week.',
  ...changes,
});

export const aSession = (changes: Partial<SessionCreated> = {}): SessionCreated => ({
  session_id: 's1',
  seed: 1,
  prospect_code: 'KX7-DELTA-19',
  duration_minutes: 5,
  difficulty: 3,
  call_type: 'cold',
  created_at: '2026-03-02T10:30:00Z',
  briefing: aBriefing(),
  opening: null,
  ...changes,
});

export const aSummary = (changes: Partial<SessionSummary> = {}): SessionSummary => ({
  ...aSession(),
  mode: 'voice',
  wording: 'bank',
  phase: 'ended',
  ended: { reason: 'booked', by: 'prospect' },
  assisted: false,
  total_score: 74,
  score_status: 'complete',
  ...changes,
});

export const aTypedTurn = (changes: Partial<TypedTurn> = {}): TypedTurn => ({
  turn: 1,
  reply: { text: 'Who is this?', party: 'prospect' },
  then: null,
  moves: ['ask_who'],
  state: {
    trust: 0.3,
    resistance: 0.5,
    patience: 0.7,
    interest: 0.2,
    phase: 'opening',
    causes: [],
  },
  phase: 'live',
  ended: null,
  ...changes,
});

const LINES: [Utterance['speaker'], string, number, number][] = [
  ['prospect', 'Marcus.', 3_200, 3_700],
  [
    'trainee',
    'Marcus, it is Ana from Delta Freight Audit. You opened a third warehouse in March, and that is why I am calling.',
    4_300,
    10_900,
  ],
  ['prospect', 'Okay. We already have somebody for invoices, though.', 11_500, 14_200],
  [
    'trainee',
    'That makes sense, most people do. Who catches it when a carrier bills the wrong zone?',
    15_700,
    20_100,
  ],
  ['prospect', 'Honestly? My assistant, in a spreadsheet, when she has the time.', 20_600, 24_000],
  [
    'trainee',
    'Then fifteen minutes could be worth it. Thursday at ten, or Friday after lunch?',
    25_000,
    29_500,
  ],
  ['prospect', 'Friday. One thirty.', 30_200, 31_600],
];

export const aTranscript = (): Utterance[] =>
  LINES.map(([speaker, text, start_ms, end_ms], index) => ({
    index,
    speaker,
    party: speaker,
    text,
    start_ms,
    end_ms,
    heard: true,
  }));

function quote(turn: number) {
  const [speaker, text, start_ms, end_ms] = LINES[turn] ?? ['trainee', '', 0, 0];
  return { turn, speaker, text, start_char: 0, end_char: text.length, start_ms, end_ms };
}

const tested = (score: number, criteria: Dimension['criteria']): Dimension => ({
  score,
  points: score,
  max: 100,
  state: 'tested',
  criteria,
});

export const aScorecard = (changes: Partial<Scorecard> = {}): Scorecard => ({
  session_id: 's1',
  status: 'complete',
  total_score: 74,
  dimensions: {
    opener: tested(87, [
      {
        id: 'identifies',
        state: 'met',
        points: 3,
        max: 3,
        quotes: [quote(1)],
        why: 'You said who you are and where you call from.',
      },
      {
        id: 'permission',
        state: 'unmet',
        points: 0,
        max: 3,
        quotes: [],
        why: 'You did not own the interruption.',
      },
    ]),
    rapport: tested(70, [
      {
        id: 'uptake',
        state: 'partial',
        points: 3,
        max: 5,
        quotes: [quote(2), quote(3)],
        why: 'Some of your turns picked up what the prospect had just said.',
      },
    ]),
    discovery: tested(60, []),
    objection_handling: tested(75, []),
    value_articulation: tested(52, []),
    close_quality: tested(100, []),
    talk_listen_balance: { score: null, points: 0, max: 5, state: 'not_tested', criteria: [] },
  },
  misses: [
    {
      criterion: 'consequence',
      turn: 5,
      chance_turn: 4,
      quote: 'in a spreadsheet, when she has the time',
      why: 'The prospect told a problem and you went straight to the meeting.',
      suggestion: 'When she does not have the time, what does a wrong invoice end up costing you?',
    },
  ],
  suggestions: ['When she does not have the time, what does a wrong invoice end up costing you?'],
  wins: [
    {
      criterion: 'objection_explored',
      turn: 3,
      quote: 'Who catches it when a carrier bills the wrong zone?',
      why: 'You asked what was behind the objection.',
    },
  ],
  metrics: {
    talk_share: {
      value: 0.58,
      unit: 'share',
      definition: 'Your voiced time divided by all voiced time.',
    },
    longest_monologue: { value: 6.6, unit: 's', definition: 'Your longest stretch of speech.' },
    interruptions: { value: 0, unit: 'count', definition: 'Times you cut the prospect off.' },
    fillers: { value: null, unit: 'per 100 words', definition: 'Um, uh and the like.' },
  },
  rubric: { id: 'cold_call', version: '1' },
  validated: false,
  ...changes,
});

const answer = (turn: number, v2v_ms: number | null, slow = false) => ({
  turn,
  v2v_ms,
  ours_ms: v2v_ms,
  slow,
  stages: {
    wait_ms: 480,
    stt_ms: 402.5,
    mind_ms: 3.1,
    tts_ms: 143,
    transport_ms: v2v_ms === null ? null : v2v_ms - 560,
  },
  voice_engine: 'piper',
  wording: 'bank',
});

export const aLatency = (changes: Partial<CallLatency> = {}): CallLatency => ({
  slow_after_ms: 1_300,
  answers: [answer(1, 790), answer(3, 1_420, true), answer(5, 640)],
  unmeasured: 0,
  median_ms: 790,
  worst_ms: 1_420,
  slow_turns: [3],
  stages: [
    { stage: 'wait_ms', median_ms: 480, worst_ms: 480 },
    { stage: 'stt_ms', median_ms: 402.5, worst_ms: 402.5 },
    { stage: 'mind_ms', median_ms: 3.1, worst_ms: 3.1 },
    { stage: 'tts_ms', median_ms: 143, worst_ms: 143 },
    { stage: 'transport_ms', median_ms: 230, worst_ms: 860 },
  ],
  voice_engines: ['piper'],
  wordings: ['bank'],
  ...changes,
});

export const theWordings = (): WordingStanding[] => [
  { name: 'bank', ready: true, detail: 'built in', hint: '' },
  {
    name: 'ollama',
    ready: false,
    detail: 'http://127.0.0.1:11434 did not answer: connection refused.',
    hint: 'Start the model server, or use the built-in wording.',
  },
  {
    name: 'llama_cpp',
    ready: false,
    detail: 'No model file for the wording is set.',
    hint: 'Set RINGSIDE_GGUF to a .gguf file you have.',
  },
];

export const aReadiness = (changes: Partial<Readiness> = {}): Readiness => ({
  can_call: true,
  engines: [
    { purpose: 'Speech to text', name: 'faster-whisper', state: 'ready', detail: '', hint: '' },
    { purpose: 'Voice', name: 'Piper', state: 'ready', detail: '', hint: '' },
  ],
  models: [
    {
      id: 'whisper-base',
      purpose: 'Speech to text',
      state: 'ready',
      size_bytes: 145_217_607,
      licence: 'MIT',
      default: true,
    },
    {
      id: 'kokoro-82m-int8',
      purpose: 'More voices',
      state: 'missing',
      size_bytes: 92_361_271,
      licence: 'Apache-2.0',
      default: false,
    },
  ],
  ...changes,
});
