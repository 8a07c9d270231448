/** The scorecard of one call, shown at once and filled as soon as the backend has closed the call. */
import { useCall } from '../../hooks/useCall';
import { usePreferences } from '../../hooks/usePreferences';
import { useRecording } from '../../hooks/useRecording';
import { goTo } from '../../hooks/useRoute';
import { useLatency, useScorecard, useSession, useTranscript } from '../../hooks/useSessions';
import { Page } from '../frame/Page';
import { Trouble } from '../frame/Trouble';
import { ScorecardView } from './ScorecardView';

export function ScorecardScreen({ sessionId }: { sessionId: string }) {
  const card = useScorecard(sessionId);
  const session = useSession(sessionId);
  const transcript = useTranscript(sessionId, card.isSuccess);
  const latency = useLatency(sessionId, card.isSuccess);
  const { controller } = useCall();
  const { wishes } = usePreferences();
  const recording = useRecording(sessionId);
  return (
    <Page>
      <h1 className="text-display">Post-Call Scorecard</h1>
      <div className="mt-6">
        {card.isPending && (
          <p role="status" className="text-lead text-muted">
            Going through the call …
          </p>
        )}
        {card.isError && <Trouble error={card.error} onRetry={() => void card.refetch()} />}
        {card.isSuccess && (
          <ScorecardView
            card={card.data}
            session={session.data ?? null}
            utterances={transcript.data?.utterances ?? []}
            recording={recording}
            latency={latency.data ?? null}
            onCallBack={() => {
              void controller.start(session.data?.mode ?? 'voice', wishes, sessionId);
              goTo({ screen: 'call' });
            }}
          />
        )}
      </div>
    </Page>
  );
}
