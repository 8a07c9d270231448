/** What the backend keeps: sessions, scorecards, readiness; fetched, cached and refreshed. */
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ApiError } from '../lib/api';

const SCORE_POLL_MS = 400;
const SCORE_WITHIN_POLLS = 150;

export function useSession(id: string) {
  return useQuery({ queryKey: ['session', id], queryFn: () => api.session(id) });
}

/** The scorecard, waited for while the backend is still closing the call (409); by a `rubric` of choice or the usual one. */
export function useScorecard(id: string, rubric: string | null) {
  return useQuery({
    queryKey: ['scorecard', id, rubric],
    queryFn: () => api.scorecard(id, rubric),
    placeholderData: keepPreviousData,
    retry: (failures, error) =>
      error instanceof ApiError && error.status === 409
        ? failures < SCORE_WITHIN_POLLS
        : failures < 2 && !(error instanceof ApiError && error.status === 404),
    retryDelay: SCORE_POLL_MS,
    staleTime: Infinity,
  });
}

export function useTranscript(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['transcript', id],
    queryFn: () => api.transcript(id),
    enabled: wanted,
    staleTime: Infinity,
  });
}

/** How quick the prospect was, once the call is over. */
export function useLatency(id: string, wanted: boolean) {
  return useQuery({
    queryKey: ['latency', id],
    queryFn: () => api.latency(id),
    enabled: wanted,
    staleTime: Infinity,
  });
}

export function useHistory() {
  return useInfiniteQuery({
    queryKey: ['sessions'],
    queryFn: ({ pageParam }) => api.sessions(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });
}

export function useDeleteSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.deleteSession(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** Who can word the prospect; a model server may come and go. */
export function useWordings() {
  return useQuery({ queryKey: ['wordings'], queryFn: api.wordings, refetchInterval: 15_000 });
}

/** Asked again often while something is loading, now and then otherwise. */
export function useReadiness() {
  return useQuery({
    queryKey: ['readiness'],
    queryFn: api.readiness,
    refetchInterval: ({ state }) => (state.data?.can_call ? 30_000 : 1_500),
    retry: false,
  });
}
