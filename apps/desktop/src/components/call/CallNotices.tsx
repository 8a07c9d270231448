/** Trouble that the call survives: what it is and what to do, while it lasts. */
import type { MicrophoneState } from '../../lib/audio/microphoneLine';
import type { CallState } from '../../lib/callReducer';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { MicrophoneNotice } from './MicrophoneNotice';

/** Nobody minds these while nothing is to be heard. */
const HEARD: ReadonlySet<MicrophoneState> = new Set(['silent', 'clipping']);

export function CallNotices({ state, onClose }: { state: CallState; onClose: () => void }) {
  return (
    <div className="grid gap-2 empty:hidden">
      {state.reconnecting && (
        <Notice tone="warn" title="Reconnecting to the call">
          The line to the backend dropped. The call goes on if it comes back within 30 seconds.
        </Notice>
      )}
      {state.mode === 'voice' && !(state.muted && HEARD.has(state.microphone)) && (
        <MicrophoneNotice state={state.microphone} />
      )}
      {state.notice !== null && (
        <Notice
          tone="warn"
          title={state.notice.message}
          actions={
            <Button size="small" onClick={onClose}>
              Dismiss
            </Button>
          }
        >
          {state.notice.hint}
        </Notice>
      )}
    </div>
  );
}
