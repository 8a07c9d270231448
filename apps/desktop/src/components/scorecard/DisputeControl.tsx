/** Says of one criterion that it was judged wrongly, with a note; the score stays, and it can be taken back. */
import { Flag, Undo2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import type { Disputing } from '../../hooks/useDisputes';
import { humanise } from '../../lib/words';
import { Button } from '../ui/Button';

const LONGEST_NOTE = 2_000;

export function DisputeControl({
  criterion,
  disputing,
}: {
  criterion: string;
  disputing: Disputing;
}) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const noteId = useId();
  const next = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  const marked = disputing.list.find((dispute) => dispute.criterion === criterion);
  const name = humanise(criterion);
  const isMarked = marked !== undefined;

  useEffect(() => {
    // What was pressed is gone: the keyboard goes on with what stands in its place.
    if (moved.current) next.current?.focus();
    moved.current = false;
  }, [isMarked, open]);

  const act = async (work: Promise<unknown>) => {
    setBusy(true);
    setTrouble('');
    moved.current = true;
    try {
      await work;
      setOpen(false);
      setNote('');
    } catch (error) {
      moved.current = false;
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    void act(disputing.mark(criterion, note));
  };
  const failed = trouble !== '' && (
    <p role="alert" className="text-note text-danger">
      {trouble}
    </p>
  );

  if (isMarked) {
    return (
      <div className="rounded-xl bg-warn-tint px-4 py-3 text-note">
        <p className="font-medium">You hold this to be judged wrongly. The score stays as it is.</p>
        {marked.note !== '' && <p className="break-words">“{marked.note}”</p>}
        <Button
          ref={next}
          weight="quiet"
          size="small"
          className="-ml-4"
          disabled={busy}
          aria-label={`Take back: ${name}`}
          icon={<Undo2 aria-hidden className="size-4" />}
          onClick={() => void act(disputing.takeBack(marked.dispute_id))}
        >
          Take back
        </Button>
        {failed}
      </div>
    );
  }
  if (!open) {
    return (
      <Button
        ref={next}
        weight="quiet"
        size="small"
        className="-ml-4 justify-self-start text-muted"
        aria-label={`Judged wrongly? ${name}`}
        icon={<Flag aria-hidden className="size-4" />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Judged wrongly?
      </Button>
    );
  }
  return (
    <form onSubmit={send} className="grid gap-2 rounded-xl bg-sunken px-4 py-3">
      <label htmlFor={noteId} className="text-note font-medium">
        What is wrong about “{name}”?
      </label>
      <textarea
        id={noteId}
        autoFocus
        rows={2}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
        className="w-full rounded-xl border border-control-line bg-surface px-3 py-2"
      />
      <p className="text-note text-muted">
        Kept beside the score, which it does not change, and part of every file you save.
      </p>
      {failed}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" disabled={busy}>
          {busy ? 'Saving …' : 'Mark as wrong'}
        </Button>
        <Button
          weight="quiet"
          size="small"
          onClick={() => {
            moved.current = true;
            setOpen(false);
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
