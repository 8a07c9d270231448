/** What the trainee chose to hear and speak with, and how sound gets from one to the other; kept in this browser only. */
import type { AudioDevice } from './devices';

/** How the prospect's voice reaches the microphone: it does not, through the air, or nobody knows yet. */
export type EchoRoute = 'headset' | 'speaker' | 'unknown';

export interface AudioChoice {
  /** Null: whatever the system uses. */
  microphone: AudioDevice | null;
  speaker: AudioDevice | null;
  /** Measured, by the names of microphone and speaker. */
  routes: Readonly<Record<string, EchoRoute>>;
  /** "I wear a headset", by the same names: stands above what was measured. */
  headsets: readonly string[];
}

export const NOTHING_CHOSEN: AudioChoice = {
  microphone: null,
  speaker: null,
  routes: {},
  headsets: [],
};

const KEY = 'ringside.audio';
/** Old pairs make room: nobody owns more. */
const MOST_PAIRS = 20;

export const pairOf = (microphone: AudioDevice, speaker: AudioDevice): string =>
  `${microphone.label}|${speaker.label}`;

/** What may truthfully be said of a pair of devices. */
export function routeOf({ routes, headsets }: AudioChoice, pair: string): EchoRoute {
  return headsets.includes(pair) ? 'headset' : (routes[pair] ?? 'unknown');
}

export function withRoute(choice: AudioChoice, pair: string, route: EchoRoute): AudioChoice {
  const others = Object.entries(choice.routes).filter(([known]) => known !== pair);
  const kept: [string, EchoRoute][] = [...others, [pair, route]];
  return { ...choice, routes: Object.fromEntries(kept.slice(-MOST_PAIRS)) };
}

export function withHeadset(choice: AudioChoice, pair: string, on: boolean): AudioChoice {
  const others = choice.headsets.filter((known) => known !== pair);
  return { ...choice, headsets: (on ? [...others, pair] : others).slice(-MOST_PAIRS) };
}

/** What was stored, without whatever does not look like it. */
export function parseChoice(text: string | null): AudioChoice {
  try {
    const value = JSON.parse(text ?? '{}') as Partial<Record<keyof AudioChoice, unknown>> | null;
    const routes = Object.entries(value?.routes ?? {}).flatMap(
      ([pair, route]): [string, EchoRoute][] => (isRoute(route) ? [[pair, route]] : []),
    );
    return {
      microphone: isDevice(value?.microphone) ? value.microphone : null,
      speaker: isDevice(value?.speaker) ? value.speaker : null,
      routes: Object.fromEntries(routes),
      headsets: Array.isArray(value?.headsets)
        ? value.headsets.filter((pair): pair is string => typeof pair === 'string')
        : [],
    };
  } catch {
    return NOTHING_CHOSEN;
  }
}

function isDevice(value: unknown): value is AudioDevice {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  );
}

function isRoute(value: unknown): value is EchoRoute {
  return value === 'headset' || value === 'speaker' || value === 'unknown';
}

let current: AudioChoice | null = null;
const listeners = new Set<() => void>();

/** The choice as the whole app sees it: read once, written through, told to whoever listens. */
export const audioChoice = {
  get: (): AudioChoice => {
    return (current ??= parseChoice(localStorage.getItem(KEY)));
  },
  change: (changed: (before: AudioChoice) => AudioChoice): void => {
    current = changed(audioChoice.get());
    localStorage.setItem(KEY, JSON.stringify(current));
    for (const tell of listeners) tell();
  },
  subscribe: (tell: () => void): (() => void) => {
    listeners.add(tell);
    return () => {
      listeners.delete(tell);
    };
  },
};
