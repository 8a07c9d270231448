/** The scorecard of one call, shown at once and filled as soon as the backend has closed the call. */
import { useState } from 'react';
import { useCall } from '../../hooks/useCall';
import { useDisputes } from '../../hooks/useDisputes';
import { usePreferences } from '../../hooks/usePreferences';
import { useRecording } from '../../hooks/useRecording';
import { goTo } from '../../hooks/useRoute';
import { useRubrics } from '../../hooks/useRubrics';
import { useSaveFile } from '../../hooks/useSaveFile';
import { useSecondOpinion } from '../../hooks/useSecondOpinion';
import { useLatency, useScorecard, useSession, useTranscript } from '../../hooks/useSessions';
import { Page } from '../frame/Page';
import { Trouble } from '../frame/Trouble';
import { ScorecardView } from './ScorecardView';

export function ScorecardScreen({ sessionId }: { sessionId: string }) {
  const [rubric, setRubric] = useState<string | null>(null);
  const card = useScorecard(sessionId, rubric);
  const session = useSession(sessionId);
  const transcript = useTranscript(sessionId, card.isSuccess);
  const latency = useLatency(sessionId, card.isSuccess);
  const rubrics = useRubrics();
  const { controller } = useCall();
  const { wishes } = usePreferences();
  const recording = useRecording(sessionId);
  const disputing = useDisputes(sessionId, card.isPlaceholderData ? undefined : card.data, rubric);
  const files = useSaveFile();
  const opinion = useSecondOpinion(sessionId, rubric);
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
        {card.data !== undefined && (
          <ScorecardView
            card={opinion.card ?? card.data}
            session={session.data ?? null}
            utterances={transcript.data?.utterances ?? []}
            recording={recording}
            latency={latency.data ?? null}
            disputing={disputing}
            rejudging={{
              rubrics: rubrics.data?.rubrics ?? [],
              chosen: rubric,
              busy: card.isPlaceholderData,
              choose: setRubric,
            }}
            opinion={opinion}
            files={files}
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
