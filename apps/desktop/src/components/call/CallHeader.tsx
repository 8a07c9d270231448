/** Who is on the line, what is going on, and for how long. */
import type { CallStage, CallState } from '../../lib/callReducer';
import { clock, initials } from '../../lib/format';
import { useElapsed } from '../../hooks/useElapsed';

const STAGE: Record<CallStage, string> = {
  idle: '',
  preparing: 'Getting ready …',
  connecting: 'Connecting …',
  ringing: 'Ringing …',
  live: 'On the line',
  wrapping: 'Saying goodbye …',
  ended: 'Call ended',
  failed: '',
};

export function CallHeader({ state }: { state: CallState }) {
  const elapsed = useElapsed(state.liveAtMs, state.endedAtMs);
  const prospect = state.session?.briefing.prospect;
  const who = prospect === undefined ? 'Your prospect' : (prospect.name ?? prospect.title);
  const status = state.reconnecting ? 'Reconnecting …' : STAGE[state.stage];
  const ringing = state.stage === 'ringing' || state.stage === 'connecting';
  return (
    <header className="grid justify-items-center gap-3 text-center short:gap-0">
      <p className="text-note font-medium tracking-wide text-muted">Call in progress</p>
      <div
        aria-hidden
        className={`grid size-20 place-items-center rounded-full bg-accent-tint text-title font-semibold text-accent short:hidden ${
          ringing ? 'ringing' : ''
        }`}
      >
        {initials(who)}
      </div>
      <div>
        <h1 className="text-title">{who}</h1>
        {prospect !== undefined && (
          <p className="text-muted">
            {prospect.name === null ? prospect.company : `${prospect.title}, ${prospect.company}`}
          </p>
        )}
      </div>
      <p className="flex items-baseline gap-3">
        <span role="status">{status}</span>
        {state.liveAtMs !== null && (
          <span
            role="timer"
            aria-label="Length of the call"
            className="numerals text-lead font-medium"
          >
            {clock(elapsed)}
          </span>
        )}
      </p>
    </header>
  );
}
