/** A live line of loudness, drawn outside React: one column for each of the last moments. */
import { useEffect, useRef } from 'react';
import { meter } from '../../lib/audio/level';

interface LevelLineProps {
  label: string;
  /** Loudness now, 0 to 1; asked once per column. */
  read: () => number;
  active: boolean;
  side: 'trainee' | 'prospect';
}

const COLUMNS = 56;
const COLUMN_MS = 64;

export function LevelLine({ label, read, active, side }: LevelLineProps) {
  const canvas = useRef<HTMLCanvasElement | null>(null);

  useEffect(() => {
    const element = canvas.current;
    const paint = element?.getContext('2d');
    if (!element || !paint) return;
    const history = new Float32Array(COLUMNS);
    let peak = 0;
    // A timer, not animation frames: sixty frames a second would take from the models what they need.
    const timer = setInterval(() => {
      const level = read();
      history.copyWithin(0, 1);
      history[COLUMNS - 1] = meter(level);
      if (level > peak) {
        peak = level;
        element.dataset.peak = peak.toFixed(4);
      }
      drawColumns(element, paint, history);
    }, COLUMN_MS);
    return () => {
      clearInterval(timer);
    };
  }, [read]);

  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-center gap-3 text-note">
      <span className={active ? 'font-semibold' : 'text-muted'}>
        {label}
        {active && <span className="sr-only"> is speaking</span>}
      </span>
      <canvas
        ref={canvas}
        aria-hidden
        data-level={side}
        data-peak="0"
        className={`h-9 w-full short:h-7 ${side === 'prospect' ? 'text-ink' : 'text-accent'}`}
      />
    </div>
  );
}

function drawColumns(
  element: HTMLCanvasElement,
  paint: CanvasRenderingContext2D,
  history: Float32Array,
): void {
  const scale = window.devicePixelRatio;
  const [width, height] = [element.clientWidth * scale, element.clientHeight * scale];
  if (element.width !== width || element.height !== height) {
    element.width = width;
    element.height = height;
  }
  paint.clearRect(0, 0, width, height);
  paint.fillStyle = getComputedStyle(element).color;
  const step = width / COLUMNS;
  const thickness = Math.min(step * 0.55, 4 * scale);
  history.forEach((level, i) => {
    const tall = Math.max(thickness, level * height);
    paint.beginPath();
    paint.roundRect(
      i * step + (step - thickness) / 2,
      (height - tall) / 2,
      thickness,
      tall,
      thickness / 2,
    );
    paint.fill();
  });
}
