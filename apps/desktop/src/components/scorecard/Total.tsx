/** The headline: a total, or why there is none. */
import { intervalOf, whyPartial } from '../../lib/scorecard';
import type { Scorecard } from '../../types/session';

const RADIUS = 54;
const ROUND = 2 * Math.PI * RADIUS;

export function Total({ card }: { card: Scorecard }) {
  if (card.status === 'error') {
    return (
      <Headline title="No score" note="The call could not be scored. What was said is kept." />
    );
  }
  if (card.total_score === null) {
    return <Headline title="Partial call" note={whyPartial(card)} />;
  }
  const interval = intervalOf(card);
  return (
    <div className="relative grid size-36 place-items-center">
      <svg viewBox="0 0 128 128" aria-hidden className="absolute inset-0 -rotate-90">
        <circle cx="64" cy="64" r={RADIUS} fill="none" strokeWidth="8" className="stroke-line" />
        <circle
          cx="64"
          cy="64"
          r={RADIUS}
          fill="none"
          strokeWidth="8"
          strokeLinecap="round"
          strokeDasharray={`${(card.total_score / 100) * ROUND} ${ROUND}`}
          className="stroke-accent"
        />
      </svg>
      <p className="numerals text-center">
        <span className="sr-only">Total: </span>
        <span className="text-[2.75rem] leading-none font-semibold tracking-tight">
          {card.total_score}
        </span>
        <span className="block text-note text-muted">of 100</span>
        {interval !== null && (
          <span className="block text-note text-muted">
            <span className="sr-only">, between </span>
            {interval.low}–{interval.high}
          </span>
        )}
      </p>
    </div>
  );
}

function Headline({ title, note }: { title: string; note: string }) {
  return (
    <div className="grid gap-1 rounded-card border border-line bg-surface px-6 py-5 sm:max-w-60">
      <p className="text-title font-semibold">{title}</p>
      <p className="text-note text-muted">{note}</p>
    </div>
  );
}
