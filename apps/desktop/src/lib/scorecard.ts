/** Reads the open parts of a scorecard: figures and wins carry more or less, depending on the rubric. */
import type { Scorecard } from '../types/session';
import { humanise } from './words';

export interface Figure {
  id: string;
  label: string;
  /** Null when it cannot be known for this call. */
  value: number | null;
  unit: string;
  definition: string;
}

export interface Win {
  criterion: string;
  quote: string;
  why: string;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Figures that come with a value and a definition; anything else in `metrics` is not meant for people. */
export function figuresOf({ metrics }: Pick<Scorecard, 'metrics'>): Figure[] {
  return Object.entries(metrics).flatMap(([id, figure]) => {
    if (!isRecord(figure) || !('value' in figure) || text(figure.definition) === '') return [];
    const { value } = figure;
    return [
      {
        id,
        label: humanise(id),
        value: typeof value === 'number' ? value : null,
        unit: text(figure.unit),
        definition: text(figure.definition),
      },
    ];
  });
}

/** `0.55 share` → `55 %`, `1.5 s`, `n/a`. */
export function figureWords({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  if (value === null) return 'n/a';
  if (unit === 'share') return `${Math.round(value * 100)} %`;
  return unit === 'count' || unit === '' ? String(value) : `${value} ${unit}`;
}

/** The win to show first, if the call has one. */
export function firstWin({ wins }: Pick<Scorecard, 'wins'>): Win | null {
  const [win] = wins;
  if (win === undefined) return null;
  return {
    criterion: text(win.criterion) || text(win.id),
    quote: text(win.quote) || text(win.text),
    why: text(win.why),
  };
}

/** Why a card carries no total, where the rubric says so. */
export function whyPartial(card: Scorecard): string {
  return text(card.why_partial) || 'Too little of the call took place for a total.';
}

export interface Opinion {
  asked: number;
  unclear: number;
  moved: readonly { criterion: string; from: string; to: string }[];
  totalBefore: number | null;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What a second reader did to the card; null for a card that none has read. */
export function opinionOf({ verifier }: Scorecard): Opinion | null {
  if (!isRecord(verifier)) return null;
  const moved = Array.isArray(verifier.moved) ? verifier.moved.filter(isRecord) : [];
  return {
    asked: count(verifier.asked),
    unclear: count(verifier.unclear),
    moved: moved.map(({ criterion, from, to }) => ({
      criterion: text(criterion),
      from: text(from),
      to: text(to),
    })),
    totalBefore: typeof verifier.total_before === 'number' ? verifier.total_before : null,
  };
}

/** Where the total may lie, where a second reader leaves that open. */
export function intervalOf({ interval }: Scorecard): { low: number; high: number } | null {
  if (!isRecord(interval)) return null;
  const { low, high } = interval;
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}
