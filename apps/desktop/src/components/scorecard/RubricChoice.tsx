/** By which rubric the card is made; another one scores the same call anew, beside the first card. */
import { routeHref } from '../../hooks/useRoute';
import type { Rubric, Scorecard } from '../../types/session';
import { Select } from '../ui/Select';

export interface Rejudging {
  rubrics: readonly Rubric[];
  /** Null is the rubric made for this type of call. */
  chosen: string | null;
  busy: boolean;
  choose: (rubric: string | null) => void;
}

const USUAL = '';

export function RubricChoice({ card, rejudging }: { card: Scorecard; rejudging: Rejudging }) {
  const { rubrics, chosen, busy, choose } = rejudging;
  const own = rubrics.filter(({ id }) => chosen !== null || id !== card.rubric.id);
  return (
    <div className="grid max-w-sm gap-1.5">
      <Select
        label="Judged by"
        value={chosen ?? USUAL}
        options={[
          { value: USUAL, label: 'The rubric for this type of call' },
          ...own.map(({ id, version, name }) => ({
            value: id,
            label: `${name} (${id} ${version})`,
          })),
        ]}
        onChange={(value) => {
          choose(value === USUAL ? null : value);
        }}
      />
      <p role="status" className="text-note text-muted">
        {busy
          ? 'Scoring the call again …'
          : chosen === null
            ? ''
            : 'Scores by different rubrics do not compare; the history keeps the usual one.'}
      </p>
      <a href={routeHref({ screen: 'rubrics' })} className="text-note underline">
        Rubrics of your own
      </a>
    </div>
  );
}
