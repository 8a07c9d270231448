/** Where the window was and whether it can still be seen there. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowState extends Partial<Pick<Box, 'x' | 'y'>> {
  width: number;
  height: number;
  maximized: boolean;
}

export const SMALLEST = { width: 480, height: 560 };
export const USUAL: WindowState = { width: 1180, height: 820, maximized: false };
/** Enough of the title bar to take hold of. */
const GRIP_PX = 64;

/** What was kept, made to fit the work areas of today's displays; anything unreadable counts as never kept. */
export function windowStateFrom(kept: unknown, workAreas: readonly Box[]): WindowState {
  if (!isWindowState(kept)) return USUAL;
  const { maximized } = kept;
  const home = workAreas.find((area) => reachable(kept, area));
  const room = home ?? workAreas[0] ?? { x: 0, y: 0, ...USUAL };
  const width = clamp(kept.width, SMALLEST.width, room.width);
  const height = clamp(kept.height, SMALLEST.height, room.height);
  // Without a place the system centres the window.
  return home === undefined
    ? { width, height, maximized }
    : { x: kept.x, y: kept.y, width, height, maximized };
}

function isWindowState(kept: unknown): kept is Box & { maximized: boolean } {
  if (typeof kept !== 'object' || kept === null) return false;
  const { x, y, width, height, maximized } = kept as Record<string, unknown>;
  return [x, y, width, height].every(Number.isSafeInteger) && typeof maximized === 'boolean';
}

function reachable(box: Box, area: Box): boolean {
  const across = Math.min(box.x + box.width, area.x + area.width) - Math.max(box.x, area.x);
  return across >= GRIP_PX && box.y >= area.y && box.y <= area.y + area.height - GRIP_PX;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
