/** Whether the quotes can be heard, and if not, why. */
import type { Recording } from '../../hooks/useRecording';
import { ApiError } from '../../lib/api';
import type { SessionSummary } from '../../types/session';
import { Notice } from '../ui/Notice';

interface SoundNoticeProps {
  session: SessionSummary | null;
  recording: Recording;
}

export function SoundNotice({ session, recording }: SoundNoticeProps) {
  if (recording.trouble !== null) {
    const { trouble } = recording;
    return (
      <Notice
        tone="warn"
        title={trouble instanceof ApiError ? trouble.message : 'The recording could not be played'}
      >
        {trouble instanceof ApiError ? trouble.hint : 'Try again, or save the sound and open it.'}
      </Notice>
    );
  }
  if (session?.mode !== 'typed') return null;
  return (
    <p className="text-note text-muted">
      This call was typed, so there is no recording: quotes are shown, not played.
    </p>
  );
}
