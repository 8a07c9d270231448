/** Names for the shapes of the wire; `wire.gen.ts` is generated from the backend and never edited. */
import type { components, operations } from './wire.gen';

type Schemas = components['schemas'];
type ExportQuery = operations['export_sessions__session_id__export_get']['parameters']['query'];

export type ServerMessage = Schemas['ServerMessage'];
export type ClientMessage = Schemas['ClientMessage'];

export type Briefing = Schemas['Briefing'];
export type CallLatency = Schemas['LatencyOut'];
export type CallType = Schemas['SessionRequest']['call_type'];
export type Criterion = Schemas['CriterionOut'];
export type Dimension = Schemas['DimensionOut'];
export type Dispute = Schemas['DisputeOut'];
export type DisputeRequest = Schemas['DisputeIn'];
export type EndedBy = Schemas['EndedMessage']['by'];
export type EngineStatus = Schemas['EngineStatus'];
export type ExportFormat = NonNullable<NonNullable<ExportQuery>['format']>;
export type Miss = Schemas['MissOut'];
export type ModelStatus = Schemas['ModelStatus'];
export type Party = Schemas['UtteranceOut']['party'];
export type Phase = Schemas['PhaseMessage']['phase'];
export type Quote = Schemas['QuoteOut'];
export type Readiness = Schemas['Readiness'];
export type Rubric = Schemas['RubricOut'];
export type RubricRemark = Schemas['RubricRemark'];
export type Scorecard = Schemas['ScorecardOut'];
export type SessionCreated = Schemas['SessionCreated'];
export type SessionList = Schemas['SessionList'];
export type SessionRequest = Schemas['SessionRequest'];
export type SessionSummary = Schemas['SessionOut'];
export type Speaker = Schemas['UtteranceOut']['speaker'];
export type WordingStanding = Schemas['WordingOut'] & { name: Wording };
export type Wording = NonNullable<Schemas['SessionRequest']['wording']>;
export type TypedTurn = Schemas['TypedTurn'];
export type Utterance = Schemas['UtteranceOut'];
export type WireError = Pick<Schemas['ErrorMessage'], 'code' | 'message' | 'hint'>;

/** The seven skills in the order in which a scorecard shows them. */
export const DIMENSIONS = [
  'opener',
  'rapport',
  'discovery',
  'objection_handling',
  'value_articulation',
  'close_quality',
  'talk_listen_balance',
] as const;
