/** How quick the prospect is: the figures of a running call, and of a finished one as the backend sums them up. */
import type { CallLatency, ServerMessage } from '../types/session';

type Metrics = Extract<ServerMessage, { type: 'metrics' }>;

export type LiveAnswer = Omit<Metrics, 'type'>;

/** What waited for what, in the order in which it happens; the backend computes the last one from the others. */
export const STAGES = ['wait_ms', 'stt_ms', 'mind_ms', 'tts_ms', 'transport_ms'] as const;

export const STAGE_WORDS: Record<(typeof STAGES)[number], string> = {
  wait_ms: 'Waiting for the end of your turn',
  stt_ms: 'Understanding your words',
  mind_ms: 'Deciding what to say',
  tts_ms: 'Making the voice',
  transport_ms: 'On the way to your ear',
};

/** An answer more, in its place; the last figure of a turn stands. */
export function withAnswer(answers: readonly LiveAnswer[], metrics: Metrics): LiveAnswer[] {
  const { turn, v2v_ms, stages, voice_engine, wording } = metrics;
  const others = answers.filter((answer) => answer.turn < turn);
  return [...others, { turn, v2v_ms, stages, voice_engine, wording }];
}

/** The middle of some figures; null without any. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** `840` → `0.84 s`. */
export function seconds(ms: number | null): string {
  return ms === null ? 'n/a' : `${(ms / 1000).toFixed(2)} s`;
}

/** Who spoke, in words: `Piper`, `Kokoro and Piper`; null when the call did not say. */
export function engineWords(engines: readonly string[]): string | null {
  if (engines.length === 0) return null;
  return engines.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(' and ');
}

/** One sentence about the slow answers of a call. */
export function blameWords({ slow_turns, slow_after_ms, answers }: CallLatency): string {
  const limit = `${(slow_after_ms / 1000).toFixed(1)} s`;
  if (slow_turns.length === 0) return `No answer took longer than ${limit} by our making.`;
  const count = slow_turns.length === 1 ? 'One answer' : `${slow_turns.length} answers`;
  return `${count} of ${answers.length} took longer than ${limit} by our making.`;
}
