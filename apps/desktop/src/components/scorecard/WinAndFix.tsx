/** The two things to remember: what went well, and what to change first. */
import { Check, Hammer } from 'lucide-react';
import type { ReactNode } from 'react';
import { firstWin } from '../../lib/scorecard';
import { humanise } from '../../lib/words';
import type { Scorecard } from '../../types/session';

export function WinAndFix({ card }: { card: Scorecard }) {
  const win = firstWin(card);
  const fix = card.misses[0];
  if (win === null && fix === undefined) return null;
  return (
    <section aria-label="One win and one fix" className="grid gap-4 md:grid-cols-2">
      {win !== null && (
        <Card icon={<Check aria-hidden className="size-5 text-accent" />} title="Keep doing this">
          <p className="font-medium">{humanise(win.criterion)}</p>
          {win.quote !== '' && <blockquote className="text-lead">“{win.quote}”</blockquote>}
          <p className="text-note text-muted">{win.why}</p>
        </Card>
      )}
      {fix !== undefined && (
        <Card icon={<Hammer aria-hidden className="size-5 text-warn" />} title="Fix this first">
          <p className="font-medium">{humanise(fix.criterion)}</p>
          <p className="text-note text-muted">{fix.why}</p>
          {fix.suggestion !== '' && (
            <div>
              <p className="text-note font-medium">Try</p>
              <p className="text-lead">“{fix.suggestion}”</p>
            </div>
          )}
        </Card>
      )}
    </section>
  );
}

function Card({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-3 rounded-card border border-line bg-surface p-6 shadow-soft">
      <h2 className="flex items-center gap-2 text-note font-semibold">
        {icon}
        {title}
      </h2>
      {children}
    </div>
  );
}
