/** A rubric as text: looked over line by line, and kept only when it can work. */
import { useId, useRef, useState } from 'react';
import { ApiError } from '../../lib/api';
import type { Rubric, RubricRemark } from '../../types/session';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

export interface Draft {
  key: string;
  /** The rubric that is changed; null makes a new one. */
  id: string | null;
  text: string;
}

interface RubricEditorProps {
  draft: Draft;
  onCheck: (text: string) => Promise<Rubric>;
  onSave: (text: string) => Promise<Rubric>;
  onClose: () => void;
}

interface Outcome {
  saved: boolean;
  name: string;
  remarks: readonly RubricRemark[];
}

/** A new rubric that takes over all of a shipped one; what differs is written below. */
export function draftFrom({ id, name, call_types }: Rubric): Draft {
  const text = [
    '# Everything as in the rubric it extends; write below what differs.',
    `extends = ${JSON.stringify(id)}`,
    `id = ${JSON.stringify(`my_${id}`)}`,
    'version = "1"',
    `name = ${JSON.stringify(`My ${name.toLowerCase()}`)}`,
    `call_types = ${JSON.stringify(call_types)}`,
    '',
    '# [criteria.reason]',
    '# advice = "Say why you call before anything else."',
    '',
  ].join('\n');
  return { key: `from-${id}`, id: null, text };
}

export function RubricEditor({ draft, onCheck, onSave, onClose }: RubricEditorProps) {
  const [text, setText] = useState(draft.text);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const areaId = useId();

  const run = async (work: (text: string) => Promise<Rubric>, saved: boolean) => {
    setBusy(true);
    setTrouble(null);
    setOutcome(null);
    try {
      const { name, remarks } = await work(text);
      setOutcome({ saved, name, remarks });
    } catch (error) {
      setTrouble(error instanceof Error ? error : new Error(String(error)));
    }
    setBusy(false);
  };
  const show = (line: number) => {
    const lines = text.split('\n');
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.current?.focus();
    area.current?.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  };

  return (
    <section aria-label="Rubric text" className="grid gap-4">
      <label htmlFor={areaId} className="font-medium">
        {draft.id === null ? 'A rubric of your own (TOML or JSON)' : `Changing ${draft.id}`}
      </label>
      <textarea
        ref={area}
        id={areaId}
        autoFocus
        spellCheck={false}
        value={text}
        rows={16}
        maxLength={100_000}
        onChange={(event) => {
          setText(event.target.value);
          setOutcome(null);
        }}
        className="w-full rounded-2xl border border-control-line bg-surface px-4 py-3 font-mono text-note"
      />
      <div className="flex flex-wrap gap-2">
        <Button weight="primary" disabled={busy} onClick={() => void run(onSave, true)}>
          Save
        </Button>
        <Button disabled={busy} onClick={() => void run(onCheck, false)}>
          Look it over
        </Button>
        <Button weight="quiet" onClick={onClose}>
          {outcome?.saved ? 'Back to the list' : 'Leave without saving'}
        </Button>
      </div>
      {trouble !== null && (
        <Notice tone="danger" title={trouble.message}>
          {trouble instanceof ApiError ? trouble.hint : ''}
        </Notice>
      )}
      {outcome !== null && (
        <Notice
          tone="info"
          title={
            outcome.saved
              ? `${outcome.name} is kept. Choose it on the scorecard of any call.`
              : `${outcome.name} can be used.`
          }
        >
          {outcome.remarks.length === 0
            ? 'Nothing to remark on.'
            : 'Worth a second look; nothing of it keeps the rubric from being used:'}
        </Notice>
      )}
      {outcome !== null && outcome.remarks.length > 0 && (
        <ul aria-label="Remarks" className="grid gap-1">
          {outcome.remarks.map(({ line, criterion, problem, hint }) => (
            <li key={`${line}-${criterion}-${problem}`}>
              <button
                type="button"
                className="w-full rounded-xl px-2 py-1.5 text-left text-note hover:bg-sunken"
                onClick={() => {
                  show(line);
                }}
              >
                <span className="numerals font-medium">Line {line}</span>, {criterion}: {problem}{' '}
                <span className="text-muted">{hint}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
