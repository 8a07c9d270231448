/** One skill: its score, and every criterion with the words that prove it. */
import { ChevronDown } from 'lucide-react';
import type { Disputing } from '../../hooks/useDisputes';
import type { Recording } from '../../hooks/useRecording';
import { points } from '../../lib/format';
import { dimensionWords, humanise } from '../../lib/words';
import type { Criterion, Dimension } from '../../types/session';
import { DisputeControl } from './DisputeControl';
import { QuoteButton } from './QuoteButton';

interface DimensionCardProps {
  id: string;
  dimension: Dimension;
  recording: Recording | null;
  disputing: Disputing | null;
}

export function DimensionCard({ id, dimension, recording, disputing }: DimensionCardProps) {
  const { score, state, criteria } = dimension;
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="grid list-none grid-cols-[1fr_auto_auto] items-center gap-x-4 gap-y-2 rounded-card px-6 py-4 [&::-webkit-details-marker]:hidden">
        <h3 className="text-lead font-medium">{dimensionWords(id)}</h3>
        <span className="numerals text-right">
          {score === null || state === 'not_tested' ? (
            <span className="text-muted">Not tested</span>
          ) : (
            <>
              <strong className="text-lead font-semibold">{score}</strong>
              <span className="text-note text-muted"> of 100</span>
            </>
          )}
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 text-muted transition-transform duration-(--quick) group-open:rotate-180"
        />
        <span aria-hidden className="col-span-3 h-1.5 overflow-hidden rounded-full bg-sunken">
          <span
            className="block h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
            style={{ width: `${score ?? 0}%` }}
          />
        </span>
      </summary>
      <ul className="grid gap-5 border-t border-line px-6 py-5">
        {criteria.map((criterion) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            recording={recording}
            disputing={disputing}
          />
        ))}
      </ul>
    </details>
  );
}

const STATES: Record<Criterion['state'], { mark: string; word: string; colour: string }> = {
  met: { mark: '✓', word: 'Met', colour: 'text-accent' },
  partial: { mark: '◐', word: 'Partly', colour: 'text-warn' },
  unmet: { mark: '✕', word: 'Not met', colour: 'text-danger' },
  not_tested: { mark: '–', word: 'Not tested', colour: 'text-muted' },
};

function CriterionRow({
  criterion,
  recording,
  disputing,
}: {
  criterion: Criterion;
  recording: Recording | null;
  disputing: Disputing | null;
}) {
  const { mark, word, colour } = STATES[criterion.state];
  return (
    <li className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="font-medium">{humanise(criterion.id)}</h4>
        <p className="numerals text-note">
          <span className={colour}>
            <span aria-hidden>{mark}</span> {word}
          </span>{' '}
          <span className="text-muted">
            {points(criterion.points)} of {points(criterion.max)}
          </span>
        </p>
      </div>
      {criterion.why !== '' && <p className="text-note text-muted">{criterion.why}</p>}
      {criterion.quotes.map((quote) => (
        <QuoteButton
          key={`${quote.turn}-${quote.start_char}`}
          text={quote.text}
          speaker={quote.speaker}
          startMs={quote.start_ms}
          endMs={quote.end_ms}
          recording={recording}
        />
      ))}
      {disputing !== null && <DisputeControl criterion={criterion.id} disputing={disputing} />}
    </li>
  );
}
