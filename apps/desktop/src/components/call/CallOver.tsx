/** The moment after the other side ended the call, before the scorecard. */
import { PhoneOff } from 'lucide-react';
import type { CallState } from '../../lib/callReducer';
import { clock } from '../../lib/format';
import { endedWords } from '../../lib/words';
import { Button } from '../ui/Button';

export function CallOver({ state, onScorecard }: { state: CallState; onScorecard: () => void }) {
  const lasted = state.liveAtMs === null ? 0 : (state.endedAtMs ?? state.liveAtMs) - state.liveAtMs;
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center justify-items-center gap-4 px-6 text-center">
      <PhoneOff aria-hidden className="size-10 text-danger" />
      <div role="status" className="grid gap-2">
        <h1 className="text-display">{endedWords(state.ended?.reason ?? '')}</h1>
        <p className="numerals text-muted">The call lasted {clock(lasted)}.</p>
      </div>
      {state.fault !== null && <p>{state.fault.message}</p>}
      <Button weight="primary" size="large" onClick={onScorecard}>
        See the scorecard
      </Button>
    </main>
  );
}
