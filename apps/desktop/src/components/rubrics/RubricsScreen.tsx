/** Rubrics: the shipped ones to look at and to start from, and one's own. */
import { useState } from 'react';
import { useRubricChanges, useRubrics } from '../../hooks/useRubrics';
import { Page } from '../frame/Page';
import { Trouble } from '../frame/Trouble';
import { RubricEditor, type Draft } from './RubricEditor';
import { RubricList } from './RubricList';

export function RubricsScreen() {
  const { data, error, refetch } = useRubrics();
  const changes = useRubricChanges();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  return (
    <Page>
      <h1 className="text-display">Rubrics</h1>
      <p className="mt-2 max-w-xl text-muted">
        What a call is judged by. A rubric of your own scores any finished call again, beside the
        usual score; scores by different rubrics are never mixed.
      </p>
      <div className="mt-8 grid gap-8">
        {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
        {trouble !== null && (
          <Trouble
            error={trouble}
            onRetry={() => {
              setTrouble(null);
              void refetch();
            }}
          />
        )}
        {draft !== null && (
          <RubricEditor
            key={draft.key}
            draft={draft}
            onCheck={changes.check}
            onSave={async (text) => {
              const kept = await changes.put(draft.id, text);
              setDraft({ ...draft, id: kept.id });
              return kept;
            }}
            onClose={() => {
              setDraft(null);
            }}
          />
        )}
        {draft === null && data !== undefined && (
          <RubricList
            rubrics={data.rubrics}
            onOpen={setDraft}
            onDelete={(id) => {
              setTrouble(null);
              changes.remove(id).catch(setTrouble);
            }}
          />
        )}
      </div>
    </Page>
  );
}
