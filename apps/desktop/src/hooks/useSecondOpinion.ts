/** A card read again by a language model on this computer: only when asked for, kept while the window is open. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../lib/api';
import type { Scorecard, Wording } from '../types/session';
import { useWordings } from './useSessions';

export type Verifier = Exclude<Wording, 'bank'>;

export interface SecondOpinion {
  /** Who can be asked right now. */
  engines: readonly Verifier[];
  asked: Verifier | null;
  busy: boolean;
  trouble: Error | null;
  /** Asks an engine, or with null goes back to the card without an opinion. */
  ask: (engine: Verifier | null) => void;
}

export function useSecondOpinion(
  id: string,
  rubric: string | null,
): SecondOpinion & { card: Scorecard | undefined } {
  const [asked, ask] = useState<Verifier | null>(null);
  const wordings = useWordings();
  const opinion = useQuery({
    queryKey: ['opinion', id, rubric, asked],
    queryFn: () => api.scorecard(id, rubric, asked),
    enabled: asked !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const engines = (wordings.data ?? []).flatMap(({ name, ready }) =>
    ready && name !== 'bank' ? [name] : [],
  );
  return {
    engines,
    asked,
    busy: opinion.isFetching,
    trouble: opinion.error,
    ask,
    card: opinion.data,
  };
}
