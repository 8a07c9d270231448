/** The call screen drawn from props: on the phone, not on a dashboard. */
import type { CallController } from '../../lib/callController';
import type { CallState } from '../../lib/callReducer';
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
  controller: Pick<
    CallController,
    'levels' | 'setMuted' | 'pushToTalk' | 'press' | 'setPatience' | 'type'
  >;
  onCaptions: (on: boolean) => void;
  onNoticeClosed: () => void;
  onHangUp: () => void;
}

export function CallView({
  state,
  controller,
  onCaptions,
  onNoticeClosed,
  onHangUp,
}: CallViewProps) {
  const prospectName = state.session?.briefing.prospect.name ?? null;
  const typed = state.mode === 'typed';
  return (
    <main className="mx-auto grid min-h-dvh max-w-6xl gap-8 px-5 py-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:px-8">
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 lg:max-h-[calc(100dvh-4rem)]">
        <CallHeader state={state} />
        <CallNotices state={state} onClose={onNoticeClosed} />
        {!typed && (
          <div className="grid gap-2">
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
        {state.showCaptions ? (
          <Captions captions={state.captions} prospectName={prospectName} />
        ) : (
          <div className="flex-1" />
        )}
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
          onCaptions={onCaptions}
          onHangUp={onHangUp}
        />
        <LiveRegion state={state} prospectName={prospectName} />
      </div>
      <aside className="lg:overflow-y-auto">
        {state.session === null ? null : <BriefingCard briefing={state.session.briefing} />}
      </aside>
    </main>
  );
}
