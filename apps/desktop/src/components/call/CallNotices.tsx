/** Trouble that the call survives: what it is and what to do, while it lasts. */
import type { CallState } from '../../lib/callReducer';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

export function CallNotices({ state, onClose }: { state: CallState; onClose: () => void }) {
  return (
    <div className="grid gap-2 empty:hidden">
      {state.reconnecting && (
        <Notice tone="warn" title="Reconnecting to the call">
          The line to the backend dropped. The call goes on if it comes back within 30 seconds.
        </Notice>
      )}
      {state.mode === 'voice' && state.microphone === 'lost' && (
        <Notice tone="danger" title="The microphone is gone">
          It was unplugged or taken away. Plug one in and the call goes on with it.
        </Notice>
      )}
      {state.mode === 'voice' && state.microphone === 'silent' && !state.muted && (
        <Notice tone="warn" title="Your microphone gives no sound at all">
          Check the mute switch of the headset and the microphone chosen in the system settings.
        </Notice>
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
