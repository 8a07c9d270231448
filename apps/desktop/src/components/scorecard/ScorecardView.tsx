/** A scorecard drawn from props: the outcome, one win and one fix, then everything with its evidence. */
import type { Disputing } from '../../hooks/useDisputes';
import type { Recording } from '../../hooks/useRecording';
import { routeHref } from '../../hooks/useRoute';
import type { SaveFile } from '../../hooks/useSaveFile';
import type { SecondOpinion } from '../../hooks/useSecondOpinion';
import { callTypeWords, endedWords } from '../../lib/words';
import {
  DIMENSIONS,
  type CallLatency,
  type Scorecard,
  type SessionSummary,
  type Utterance,
} from '../../types/session';
import { LatencyCard } from '../latency/LatencyCard';
import { Button } from '../ui/Button';
import { DimensionCard } from './DimensionCard';
import { Figures } from './Figures';
import { KeepCall } from './KeepCall';
import { Misses } from './Misses';
import { OpinionBox } from './OpinionBox';
import { RubricChoice, type Rejudging } from './RubricChoice';
import { SoundNotice } from './SoundNotice';
import { Total } from './Total';
import { TranscriptList } from './TranscriptList';
import { WinAndFix } from './WinAndFix';

export interface ScorecardViewProps {
  card: Scorecard;
  session: SessionSummary | null;
  utterances: readonly Utterance[];
  recording: Recording;
  latency: CallLatency | null;
  /** Null until it is known what is disputed. */
  disputing: Disputing | null;
  rejudging: Rejudging;
  opinion: SecondOpinion;
  files: SaveFile;
  /** Calls the same prospect once more, who remembers. */
  onCallBack: () => void;
}

export function ScorecardView({
  card,
  session,
  utterances,
  recording,
  latency,
  disputing,
  rejudging,
  opinion,
  files,
  onCallBack,
}: ScorecardViewProps) {
  // A typed call has no sound to go back to.
  const sound = session?.mode === 'voice' ? recording : null;
  return (
    <div className="grid gap-12">
      <section aria-label="Outcome" className="grid items-center gap-6 sm:grid-cols-[auto_1fr]">
        <Total card={card} />
        <div className="grid gap-1">
          {session !== null && (
            <>
              <p className="text-lead font-medium">
                {[session.briefing.prospect.name, session.briefing.prospect.title]
                  .filter(Boolean)
                  .join(', ')}
                {' at '}
                {session.briefing.prospect.company}
              </p>
              <p>{endedWords(session.ended?.reason ?? '')}</p>
              <p className="text-note text-muted">
                {callTypeWords(session.call_type)}
                {session.mode === 'typed' ? ', typed' : ''} · level {session.difficulty} · code{' '}
                <span className="numerals select-all">{session.prospect_code}</span>
              </p>
            </>
          )}
          {!card.validated && (
            <p className="text-note text-muted">
              This score is not yet validated against human raters. Rubric {card.rubric.id}{' '}
              {card.rubric.version}.
            </p>
          )}
        </div>
      </section>
      <OpinionBox card={card} opinion={opinion} />
      <SoundNotice session={session} recording={recording} />
      <WinAndFix card={card} />
      <section aria-labelledby="dimensions" className="grid gap-4">
        <h2 id="dimensions" className="text-title">
          Seven skills
        </h2>
        <RubricChoice card={card} rejudging={rejudging} />
        {DIMENSIONS.map((id) => {
          const dimension = card.dimensions[id];
          return (
            dimension !== undefined && (
              <DimensionCard
                key={id}
                id={id}
                dimension={dimension}
                recording={sound}
                disputing={disputing}
              />
            )
          );
        })}
      </section>
      <Misses misses={card.misses} utterances={utterances} recording={sound} />
      <Figures card={card} />
      {latency !== null && <LatencyCard latency={latency} />}
      <TranscriptList utterances={utterances} recording={sound} />
      {session !== null && <KeepCall session={session} files={files} />}
      <p className="flex flex-wrap items-center gap-3">
        <a
          href={routeHref({ screen: 'home' })}
          className="inline-flex min-h-14 items-center rounded-full bg-accent px-8 text-lead font-medium text-on-accent hover:bg-accent-hover"
        >
          Call somebody else
        </a>
        {session?.ended && (
          <Button size="large" onClick={onCallBack}>
            Call them back
          </Button>
        )}
      </p>
    </div>
  );
}
