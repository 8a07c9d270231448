/** One line of figures during a call, folded away until somebody wants to know. */
import { engineWords, median, seconds, STAGE_WORDS, type LiveAnswer } from '../../lib/latency';

/** What is known while the call is on; the way to the ear is worked out afterwards. */
const LIVE_STAGES = ['wait_ms', 'stt_ms', 'mind_ms', 'tts_ms'] as const;

export function LiveLatency({ answers }: { answers: readonly LiveAnswer[] }) {
  const last = answers.at(-1);
  if (last === undefined) return null;
  const known = answers.flatMap(({ v2v_ms }) => (v2v_ms === null ? [] : [v2v_ms]));
  const engine = engineWords(last.voice_engine == null ? [] : [last.voice_engine]);
  return (
    <details className="text-center text-note text-muted short:hidden">
      <summary className="numerals inline-flex min-h-7 items-center rounded-full px-3">
        Answer in {seconds(last.v2v_ms)}
      </summary>
      <p className="numerals">
        Middle of this call {seconds(median(known))}, slowest {seconds(Math.max(...known, 0))}.{' '}
        {LIVE_STAGES.map((stage) => `${STAGE_WORDS[stage]} ${seconds(last.stages[stage] ?? null)}`)
          .join(', ')
          .toLowerCase()}
        .{engine !== null && ` Voice: ${engine}.`}
        {last.wording != null && ` Words: ${last.wording}.`}
      </p>
    </details>
  );
}
