/** The first screen drawn from props. */
import { Phone } from 'lucide-react';
import { routeHref } from '../../hooks/useRoute';
import type { CallWishes } from '../../lib/callController';
import type { CallMode } from '../../lib/callReducer';
import type { Readiness, WordingStanding } from '../../types/session';
import { Page } from '../frame/Page';
import { Button } from '../ui/Button';
import { Range } from '../ui/Range';
import { Select } from '../ui/Select';
import { ReadinessNotice } from './ReadinessNotice';
import { WordingLine } from './WordingLine';

const DIFFICULTY = ['Friendly', 'Open', 'Busy', 'Guarded', 'Hostile'];
const PICKS_UP = [
  { value: 'cold', label: 'The prospect' },
  { value: 'gatekeeper', label: 'A gatekeeper first' },
  { value: 'voicemail', label: 'The voicemail' },
] as const;
const MINUTES = [3, 5, 10, 15, 30];

export interface HomeViewProps {
  wishes: CallWishes;
  readiness: Readiness | null;
  /** How whoever shall word the prospect stands; null until it is known. */
  wording: WordingStanding | null;
  unreachable: boolean;
  onChange: (changes: Partial<CallWishes>) => void;
  onStart: (mode: CallMode) => void;
}

export function HomeView({
  wishes,
  readiness,
  wording,
  unreachable,
  onChange,
  onStart,
}: HomeViewProps) {
  return (
    <Page width="max-w-4xl">
      <div className="grid justify-items-center gap-8 pt-[5vh] text-center">
        <div className="grid gap-3">
          <h1 className="text-display">Somebody new is about to pick up.</h1>
          <p className="mx-auto max-w-md text-lead text-muted">
            A different prospect every time. What you say stays on this computer.
          </p>
        </div>
        <button
          type="button"
          aria-keyshortcuts="S"
          onClick={() => {
            onStart('voice');
          }}
          className="grid size-52 place-content-center justify-items-center gap-3 rounded-full bg-accent text-on-accent shadow-soft transition-[background-color,scale] duration-(--quick) hover:bg-accent-hover active:scale-[0.98] forced-colors:border-4 forced-colors:border-[ButtonText]"
        >
          <Phone aria-hidden className="size-12" strokeWidth={1.75} />
          <span className="text-title font-semibold">Start Call</span>
        </button>
        <Button
          weight="quiet"
          className="underline"
          onClick={() => {
            onStart('typed');
          }}
        >
          No microphone at hand? Type the call
        </Button>
        <a href={routeHref({ screen: 'setup' })} className="-mt-6 text-note underline">
          Check microphone and headset
        </a>
        <div className="grid w-full max-w-md gap-3">
          <ReadinessNotice readiness={readiness} unreachable={unreachable} />
          <WordingLine
            chosen={wishes.wording}
            standing={wording}
            onBuiltIn={() => {
              onChange({ wording: 'bank' });
            }}
          />
        </div>
        <form
          className="grid w-full items-end gap-x-10 gap-y-5 border-t border-line pt-8 text-left sm:grid-cols-2 lg:grid-cols-4"
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <label className="grid min-w-0 gap-1 text-note">
            <span className="font-medium">Your name on the phone</span>
            <input
              value={wishes.traineeName}
              maxLength={80}
              autoComplete="given-name"
              onChange={(event) => {
                onChange({ traineeName: event.target.value });
              }}
              className="min-h-11 w-full min-w-0 rounded-2xl border border-control-line bg-surface px-4 text-body"
            />
          </label>
          <Select
            label="Who picks up"
            value={wishes.callType}
            options={PICKS_UP}
            onChange={(value) => {
              const chosen = PICKS_UP.find((option) => option.value === value);
              if (chosen !== undefined) onChange({ callType: chosen.value });
            }}
          />
          <Range
            label="Prospect"
            value={wishes.difficulty}
            from={1}
            names={DIFFICULTY}
            onChange={(difficulty) => {
              onChange({ difficulty });
            }}
          />
          <Range
            label="Longest call"
            value={nearest(wishes.durationMinutes)}
            from={0}
            names={MINUTES.map((minutes) => `${minutes} minutes`)}
            onChange={(step) => {
              onChange({ durationMinutes: MINUTES[step] ?? 5 });
            }}
          />
        </form>
      </div>
    </Page>
  );
}

function nearest(minutes: number): number {
  const at = MINUTES.findIndex((offered) => offered >= minutes);
  return at === -1 ? MINUTES.length - 1 : at;
}
