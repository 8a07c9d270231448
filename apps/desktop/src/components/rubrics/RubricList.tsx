/** Rubrics as a list, with the ways to one's own: from a shipped one, or from a file. */
import { FileUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { callTypeWords } from '../../lib/words';
import type { Rubric } from '../../types/session';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { draftFrom, type Draft } from './RubricEditor';

interface RubricListProps {
  rubrics: readonly Rubric[];
  onOpen: (draft: Draft) => void;
  onDelete: (id: string) => void;
}

export function RubricList({ rubrics, onOpen, onDelete }: RubricListProps) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <div>
        <input
          ref={file}
          type="file"
          accept=".toml,.json"
          aria-label="Rubric file"
          className="hidden"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen === undefined) return;
            void chosen.text().then((text) => {
              onOpen({ key: chosen.name, id: null, text });
            });
          }}
        />
        <Button
          icon={<FileUp aria-hidden className="size-4" />}
          onClick={() => file.current?.click()}
        >
          Read one from a file
        </Button>
      </div>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {rubrics.map((rubric) => (
          <RubricRow key={rubric.id} rubric={rubric} onOpen={onOpen} onDelete={onDelete} />
        ))}
      </ul>
    </>
  );
}

function RubricRow({
  rubric,
  onOpen,
  onDelete,
}: Omit<RubricListProps, 'rubrics'> & { rubric: Rubric }) {
  const { id, name, version, call_types, ready_made } = rubric;
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4">
      <div className="min-w-48 flex-1">
        <h2 className="font-medium">{name}</h2>
        <p className="text-note text-muted">
          {call_types.map((type) => callTypeWords(type)).join(', ')} · {id} {version} ·{' '}
          {ready_made ? 'shipped' : 'your own'}
        </p>
      </div>
      {ready_made ? (
        <Button
          size="small"
          aria-label={`Make your own from ${name}`}
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => {
            onOpen(draftFrom(rubric));
          }}
        >
          Make your own
        </Button>
      ) : (
        <>
          <Button
            size="small"
            aria-label={`Change ${name}`}
            icon={<Pencil aria-hidden className="size-4" />}
            onClick={() => {
              onOpen({ key: id, id, text: rubric.text });
            }}
          >
            Change
          </Button>
          <Confirm
            trigger={
              <Button
                weight="quiet"
                size="small"
                aria-label={`Delete ${name}`}
                icon={<Trash2 aria-hidden className="size-4" />}
              >
                Delete
              </Button>
            }
            title="Delete this rubric?"
            confirm="Delete for good"
            cancel="Keep it"
            onConfirm={() => {
              onDelete(id);
            }}
          >
            {name} can no longer score calls. Cards that it made stay.
          </Confirm>
        </>
      )}
    </li>
  );
}
