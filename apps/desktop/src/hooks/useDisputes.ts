/** Criteria of a session's cards that the trainee holds to be judged wrongly. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../lib/api';
import type { Dispute, Scorecard } from '../types/session';

/** What stands against a card, and the ways to change that; both promises fail with what to tell. */
export interface Disputing {
  list: readonly Dispute[];
  mark: (criterion: string, note: string) => Promise<unknown>;
  takeBack: (disputeId: string) => Promise<unknown>;
}

/** For the card that is shown, made by rubric `chosen` (null: the usual one); null until its marks are known. */
export function useDisputes(
  id: string,
  card: Scorecard | undefined,
  chosen: string | null,
): Disputing | null {
  const client = useQueryClient();
  const queryKey = ['disputes', id];
  const found = useQuery({
    queryKey,
    queryFn: () => api.disputes(id),
    enabled: card !== undefined,
  });
  if (card === undefined || found.data === undefined) return null;
  const { id: rubric, version } = card.rubric;
  const refreshed = () => client.invalidateQueries({ queryKey });
  return {
    list: found.data.disputes.filter(
      (dispute) => dispute.rubric_id === rubric && dispute.rubric_version === version,
    ),
    mark: (criterion, note) => api.dispute(id, { criterion, note, rubric: chosen }).then(refreshed),
    takeBack: (disputeId) => api.takeBack(id, disputeId).then(refreshed),
  };
}
