/** Who puts the prospect's decisions into words in the next call: what can be had, and what is missing for the rest. */
import { useId } from 'react';
import { wordingWords } from '../../lib/words';
import type { Wording, WordingStanding } from '../../types/session';

interface WordingChoiceProps {
  wordings: readonly WordingStanding[];
  chosen: Wording;
  onChoose: (wording: Wording) => void;
}

const WHAT: Record<Wording, string> = {
  bank: 'Composed phrases. At once, on any machine, without a model.',
  ollama:
    'A language model on an Ollama-compatible server on this computer. Late or odd lines are replaced by built-in ones.',
  llama_cpp:
    'A language model in a .gguf file, run by Ringside itself. Late or odd lines are replaced by built-in ones.',
};

export function WordingChoice({ wordings, chosen, onChoose }: WordingChoiceProps) {
  const group = useId();
  return (
    <fieldset>
      <legend className="text-title">The prospect’s words</legend>
      <p className="mt-1 max-w-xl text-note text-muted">
        What the prospect decides is the same with each; only the wording differs. Counts from the
        next call on.
      </p>
      <ul className="mt-3 divide-y divide-line rounded-card border border-line bg-surface">
        {wordings.map(({ name, ready, detail, hint }) => (
          <li key={name}>
            <label className="flex gap-4 px-5 py-4">
              <input
                type="radio"
                name={group}
                value={name}
                checked={name === chosen}
                onChange={() => {
                  onChoose(name);
                }}
                className="mt-1.5 size-4 shrink-0 accent-(--accent)"
              />
              <span className="grid gap-0.5">
                <span>
                  <span className="inline-block font-medium first-letter:uppercase">
                    {wordingWords(name)}
                  </span>{' '}
                  <span
                    className={`text-note font-medium ${ready ? 'text-accent' : 'text-danger'}`}
                  >
                    <span aria-hidden>{ready ? '●' : '○'}</span>{' '}
                    {ready ? 'Ready' : 'Cannot be used now'}
                  </span>
                </span>
                <span className="text-note text-muted">{WHAT[name]}</span>
                {name !== 'bank' && (
                  <span className="text-note break-words">
                    {detail} {hint}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
