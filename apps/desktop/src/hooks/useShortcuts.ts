/** Keys that act on the whole screen; none acts while somebody is typing or a dialog is open. */
import { useLayoutEffect, useRef } from 'react';

export interface Shortcuts {
  down: Partial<Record<string, () => void>>;
  up?: Partial<Record<string, () => void>>;
}

/** Keys are named by the character they write (`m`, `?`, ` `), whatever the keyboard's layout. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  // Before the screen is painted: what is seen can be pressed.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      act(event, latest.current.down);
    };
    const up = (event: KeyboardEvent) => {
      act(event, latest.current.up ?? {});
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, []);
}

function act(event: KeyboardEvent, actions: Partial<Record<string, () => void>>): void {
  const action = actions[event.key] ?? actions[event.key.toLowerCase()];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"]',
    ) !== null
  );
}
