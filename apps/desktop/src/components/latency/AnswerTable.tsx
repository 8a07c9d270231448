/** Every answer of a call with its time and stages, folded away until somebody wants to know. */
import { seconds, STAGE_WORDS, STAGES } from '../../lib/latency';
import type { CallLatency } from '../../types/session';

export function AnswerTable({ latency }: { latency: CallLatency }) {
  return (
    <details>
      <summary className="inline-flex min-h-9 items-center rounded-full px-2 text-note font-medium underline underline-offset-4">
        Every answer
      </summary>
      <div
        tabIndex={0}
        role="region"
        aria-label="Every answer"
        className="mt-3 overflow-x-auto rounded-xl"
      >
        <table className="numerals w-full text-right text-note">
          <thead className="text-muted">
            <tr>
              <th scope="col" className="py-1 pr-4 text-left font-normal">
                To your line
              </th>
              <th scope="col" className="px-3 py-1 font-normal">
                Time
              </th>
              {STAGES.map((stage) => (
                <th key={stage} scope="col" className="px-3 py-1 font-normal">
                  {STAGE_WORDS[stage]}
                </th>
              ))}
              <th scope="col" className="py-1 pl-3 text-left font-normal">
                Voice, words
              </th>
            </tr>
          </thead>
          <tbody>
            {latency.answers.map((answer) => (
              <tr key={answer.turn} className="border-t border-line">
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  {answer.turn}
                </th>
                <td className="px-3 py-1 font-medium">
                  {seconds(answer.v2v_ms)}
                  {answer.slow && <span className="text-warn"> slow, ours</span>}
                </td>
                {STAGES.map((stage) => (
                  <td key={stage} className="px-3 py-1">
                    {seconds(answer.stages[stage] ?? null)}
                  </td>
                ))}
                <td className="py-1 pl-3 text-left">
                  {[answer.voice_engine, answer.wording].filter(Boolean).join(', ') || 'n/a'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
