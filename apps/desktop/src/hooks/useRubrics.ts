/** The rubrics there are, and the ways to add, change and delete one's own. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../lib/api';

const KEY = ['rubrics'];

export function useRubrics() {
  return useQuery({ queryKey: KEY, queryFn: api.rubrics });
}

/** Each promise fails with what the backend says is wrong. */
export function useRubricChanges() {
  const client = useQueryClient();
  return useMemo(() => {
    // Cards made by an older text of a rubric must not be taken for its newest.
    const refreshed = () =>
      Promise.all([KEY, ['scorecard']].map((queryKey) => client.invalidateQueries({ queryKey })));
    return {
      check: api.checkRubric,
      /** Adds the text as a new rubric, or gives rubric `id` this text. */
      put: (id: string | null, text: string) =>
        (id === null ? api.addRubric(text) : api.changeRubric(id, text)).finally(refreshed),
      remove: (id: string) => api.deleteRubric(id).finally(refreshed),
    };
  }, [client]);
}
