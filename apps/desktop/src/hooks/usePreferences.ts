/** What the trainee chose last time, kept in this browser only. */
import { useCallback, useState } from 'react';
import type { CallWishes } from '../lib/callController';

const KEY = 'ringside.call-wishes';
const FIRST: CallWishes = {
  durationMinutes: 5,
  difficulty: 3,
  traineeName: '',
  patience: 0,
  callType: 'cold',
  wording: 'bank',
};

const WORDINGS = ['bank', 'ollama', 'llama_cpp'] as const;
const CALL_TYPES = ['cold', 'gatekeeper', 'voicemail'] as const;

function stored(): CallWishes {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<CallWishes>;
    return {
      durationMinutes: within(value.durationMinutes, 1, 60, FIRST.durationMinutes),
      difficulty: within(value.difficulty, 1, 5, FIRST.difficulty),
      traineeName: typeof value.traineeName === 'string' ? value.traineeName : FIRST.traineeName,
      callType: CALL_TYPES.find((type) => type === value.callType) ?? FIRST.callType,
      wording: WORDINGS.find((wording) => wording === value.wording) ?? FIRST.wording,
      patience: within(value.patience, -2, 2, FIRST.patience),
    };
  } catch {
    return FIRST;
  }
}

function within(value: unknown, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
    ? value
    : otherwise;
}

export function usePreferences() {
  const [wishes, setWishes] = useState(stored);
  const change = useCallback((changes: Partial<CallWishes>) => {
    setWishes((before) => {
      const next = { ...before, ...changes };
      localStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, []);
  return { wishes, change };
}
