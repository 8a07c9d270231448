/** The call screen drawn from props: on the phone, not on a dashboard. */
import { useMediaQuery } from '../../hooks/useMediaQuery';
import type { CallController } from '../../lib/callController';
import type { CallState } from '../../lib/callReducer';
import { LiveLatency } from '../latency/LiveLatency';
import { BriefingCard } from './Briefing';
import { CallControls } from './CallControls';
import { CallHeader } from './CallHeader';
import { CallNotices } from './CallNotices';
import { Captions } from './Captions';
import { LevelLine } from './LevelLine';
import { LiveRegion } from './LiveRegion';
import { TypedComposer } from './TypedComposer';

export interface CallViewProps {
  state: CallState;
  controller: Pick<CallController, 'levels' | 'setMuted' | 'setPushToTalk' | 'press' | 'type'>;
  onPatience: (level: number) => void;
  onCaptions: (on: boolean) => void;
  onNoticeClosed: () => void;
  onHangUp: () => void;
}

/** Wide enough for the briefing beside the call; otherwise it is there until the first words. */
const WIDE = '(width >= 64rem)';

export function CallView({
  state,
  controller,
  onPatience,
  onCaptions,
  onNoticeClosed,
  onHangUp,
}: CallViewProps) {
  const wide = useMediaQuery(WIDE);
  const prospectName = state.session?.briefing.prospect.name ?? null;
  const typed = state.mode === 'typed';
  const briefing = state.session && <BriefingCard briefing={state.session.briefing} />;
  const briefingInside = !wide && briefing !== null && state.captions.length === 0;
  return (
    <main className="mx-auto flex max-w-6xl justify-center gap-8 px-5 lg:px-8">
      <div className="flex h-dvh w-full max-w-2xl flex-col gap-5 py-8 short:gap-3 short:py-4">
        <CallHeader state={state} />
        <CallNotices state={state} onClose={onNoticeClosed} />
        {!typed && (
          <div className="grid gap-2 short:gap-0">
            <LevelLine
              side="prospect"
              label={prospectName?.split(' ')[0] ?? 'Prospect'}
              read={controller.levels.prospect}
              active={state.speaking.prospect}
            />
            <LevelLine
              side="trainee"
              label={state.muted ? 'You (muted)' : 'You'}
              read={controller.levels.trainee}
              active={state.speaking.trainee}
            />
          </div>
        )}
        <div className="flex min-h-36 flex-1 flex-col">
          {briefingInside ? (
            <div tabIndex={0} role="region" aria-label="What you know" className="overflow-y-auto">
              {briefing}
            </div>
          ) : (
            state.showCaptions && <Captions captions={state.captions} prospectName={prospectName} />
          )}
        </div>
        {typed && (
          <TypedComposer
            waiting={state.awaitingReply || state.stage !== 'live'}
            onSay={(text) => {
              void controller.type(text);
            }}
          />
        )}
        <CallControls
          state={state}
          controller={controller}
          onPatience={onPatience}
          onCaptions={onCaptions}
          onHangUp={onHangUp}
        />
        {!typed && <LiveLatency answers={state.answers} />}
        <LiveRegion state={state} prospectName={prospectName} />
      </div>
      {wide && (
        <aside aria-label="What you know" className="w-88 shrink-0 py-8">
          {briefing}
        </aside>
      )}
    </main>
  );
}
