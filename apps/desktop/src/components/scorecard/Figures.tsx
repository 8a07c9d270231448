/** Speech figures with the definition of each beside it. */
import { figuresOf, figureWords } from '../../lib/scorecard';
import type { Scorecard } from '../../types/session';

export function Figures({ card }: { card: Scorecard }) {
  const figures = figuresOf(card);
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="figures" className="grid gap-4">
      <h2 id="figures" className="text-title">
        Figures
      </h2>
      <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {figures.map((figure) => (
          <div key={figure.id} className="grid grid-cols-[1fr_auto] gap-x-4">
            <dt className="font-medium">{figure.label}</dt>
            <dd className="numerals text-lead font-semibold">{figureWords(figure)}</dd>
            <dd className="col-span-2 text-note text-muted">{figure.definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
