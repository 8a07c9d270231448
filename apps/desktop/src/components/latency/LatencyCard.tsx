/** How quick the prospect was in a call: the middle, the worst, where the time went, and what was our fault. */
import { blameWords, engineWords, seconds, STAGE_WORDS, STAGES } from '../../lib/latency';
import type { CallLatency } from '../../types/session';
import { AnswerTable } from './AnswerTable';

export function LatencyCard({ latency }: { latency: CallLatency }) {
  const { answers, median_ms, worst_ms, unmeasured, stages } = latency;
  if (answers.length === 0) return null;
  const spoke = engineWords(latency.voice_engines);
  const fellBack = latency.wordings.filter((wording) => wording.includes('('));
  return (
    <section aria-labelledby="latency" className="grid gap-4">
      <h2 id="latency" className="text-title">
        How quick the prospect was
      </h2>
      <div className="grid gap-5 rounded-card border border-line bg-surface p-6">
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          <Headline term="Middle" value={seconds(median_ms)} />
          <Headline term="Slowest" value={seconds(worst_ms)} />
          <Headline term="Answers" value={String(answers.length)} />
        </dl>
        <p>
          {blameWords(latency)} Slow answers of ours never count against you.
          {unmeasured > 0 && ` ${unmeasured} could not be measured.`}
        </p>
        <dl className="grid grid-cols-[1fr_auto_auto] gap-x-6 gap-y-1 text-note">
          <dt className="text-muted">Where the time went</dt>
          <dd className="text-right text-muted">middle</dd>
          <dd className="text-right text-muted">worst</dd>
          {STAGES.map((name) => {
            const found = stages.find(({ stage }) => stage === name);
            return (
              <div key={name} className="col-span-3 grid grid-cols-subgrid">
                <dt>{STAGE_WORDS[name]}</dt>
                <dd className="numerals text-right">{seconds(found?.median_ms ?? null)}</dd>
                <dd className="numerals text-right">{seconds(found?.worst_ms ?? null)}</dd>
              </div>
            );
          })}
        </dl>
        <p className="text-note text-muted">
          Measured from your last sound to the first sound of the answer in your ear. Understanding,
          deciding and making the voice happen mostly while Ringside waits to see whether you go on,
          so the parts do not add up.
          {spoke !== null && ` The voice was made by ${spoke}.`}
          {fellBack.length > 0 && ` Some words came from elsewhere: ${fellBack.join('; ')}.`}
        </p>
        <AnswerTable latency={latency} />
      </div>
    </section>
  );
}

function Headline({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="text-note text-muted">{term}</dt>
      <dd className="numerals text-title font-semibold">{value}</dd>
    </div>
  );
}
