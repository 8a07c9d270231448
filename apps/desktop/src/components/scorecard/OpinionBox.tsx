/** A second opinion by a language model: asked for with one press, told apart from the score, and left with another. */
import { Scale } from 'lucide-react';
import type { SecondOpinion } from '../../hooks/useSecondOpinion';
import { ApiError } from '../../lib/api';
import { opinionOf } from '../../lib/scorecard';
import { humanise, wordingWords } from '../../lib/words';
import type { Scorecard } from '../../types/session';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

export function OpinionBox({ card, opinion }: { card: Scorecard; opinion: SecondOpinion }) {
  const { engines, asked, busy, trouble, ask } = opinion;
  const found = opinionOf(card);
  const back = (
    <Button
      size="small"
      onClick={() => {
        ask(null);
      }}
    >
      {busy ? 'Do not wait for it' : 'Show the score without it'}
    </Button>
  );
  if (asked !== null && trouble !== null) {
    return (
      <Notice tone="warn" title={trouble.message} actions={back}>
        {trouble instanceof ApiError ? trouble.hint : ''}
      </Notice>
    );
  }
  if (asked !== null && busy) {
    return (
      <Notice tone="info" title={`Asking ${wordingWords(asked)} …`} actions={back}>
        One question after the other; with a small model that takes a minute or two.
      </Notice>
    );
  }
  if (found !== null) {
    return (
      <Notice tone="info" title="With a second opinion by a language model" actions={back}>
        <p>
          {found.asked} criteria asked about, {found.unclear} without a clear answer.{' '}
          {found.moved.length === 0
            ? 'Nothing was changed.'
            : `Changed: ${found.moved.map(({ criterion, from, to }) => `${humanise(criterion)} (${humanise(from).toLowerCase()} → ${humanise(to).toLowerCase()})`).join(', ')}.`}{' '}
          {found.totalBefore !== null && `Without it the score is ${found.totalBefore}.`}
        </p>
        {found.unclear === found.asked && (
          <p>The model gave no answer that could be used. A larger one may.</p>
        )}
      </Notice>
    );
  }
  if (engines.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-1.5">
      <div className="flex flex-wrap gap-2">
        {engines.map((engine) => (
          <Button
            key={engine}
            size="small"
            icon={<Scale aria-hidden className="size-4" />}
            onClick={() => {
              ask(engine);
            }}
          >
            Ask {wordingWords(engine)} for a second opinion
          </Button>
        ))}
      </div>
      <p className="text-note text-muted">
        It may move a criterion by one step and the score by six points at most.
      </p>
    </div>
  );
}
