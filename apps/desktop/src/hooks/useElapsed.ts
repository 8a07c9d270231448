/** Milliseconds since `sinceMs` (page time), once a second; frozen at `untilMs`. */
import { useEffect, useState } from 'react';

export function useElapsed(sinceMs: number | null, untilMs: number | null = null): number {
  const [now, setNow] = useState(() => performance.now());
  const running = sinceMs !== null && untilMs === null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      setNow(performance.now());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [running]);
  return sinceMs === null ? 0 : Math.max(0, (untilMs ?? now) - sinceMs);
}
