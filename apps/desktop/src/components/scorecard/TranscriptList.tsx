/** The whole call as it was heard. */
import type { Recording } from '../../hooks/useRecording';
import type { Utterance } from '../../types/session';
import { QuoteButton } from './QuoteButton';

interface TranscriptListProps {
  utterances: readonly Utterance[];
  recording: Recording | null;
}

export function TranscriptList({ utterances, recording }: TranscriptListProps) {
  return (
    <section aria-labelledby="transcript" className="grid gap-4">
      <h2 id="transcript" className="text-title">
        Transcript
      </h2>
      {utterances.length === 0 ? (
        <p className="text-muted">Nothing was said.</p>
      ) : (
        <ol className="grid gap-1.5">
          {utterances.map((line) => (
            <li key={line.index}>
              <QuoteButton
                text={line.text}
                speaker={line.speaker}
                startMs={line.start_ms}
                endMs={line.end_ms}
                recording={recording}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
