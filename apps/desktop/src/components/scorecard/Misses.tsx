/** Chances walked past: what the prospect had said, what was answered, and a stronger line. */
import type { Recording } from '../../hooks/useRecording';
import { humanise } from '../../lib/words';
import type { Miss, Utterance } from '../../types/session';
import { QuoteButton } from './QuoteButton';

interface MissesProps {
  misses: readonly Miss[];
  utterances: readonly Utterance[];
  recording: Recording | null;
}

export function Misses({ misses, utterances, recording }: MissesProps) {
  if (misses.length === 0) return null;
  return (
    <section aria-labelledby="misses" className="grid gap-4">
      <h2 id="misses" className="text-title">
        Chances missed
      </h2>
      <ol className="grid gap-4">
        {misses.map((miss) => {
          const turns = [miss.chance_turn, miss.turn].filter((turn) => turn !== null);
          const heard = utterances.filter(({ index }) => turns.includes(index));
          return (
            <li
              key={`${miss.criterion}-${String(miss.turn)}-${String(miss.chance_turn)}`}
              className="grid gap-3 rounded-card border border-line bg-surface p-6"
            >
              <h3 className="font-medium">{humanise(miss.criterion)}</h3>
              <p className="text-muted">{miss.why}</p>
              {heard.length === 0 && miss.quote !== '' && (
                <blockquote className="border-l-2 border-line pl-3">“{miss.quote}”</blockquote>
              )}
              {heard.map((line) => (
                <QuoteButton
                  key={line.index}
                  text={line.text}
                  speaker={line.speaker}
                  startMs={line.start_ms}
                  endMs={line.end_ms}
                  recording={recording}
                />
              ))}
              {miss.suggestion !== '' && (
                <p className="rounded-2xl bg-accent-tint px-4 py-3">
                  <span className="block text-note font-medium">Stronger</span>“{miss.suggestion}”
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
