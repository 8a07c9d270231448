/** The keys that work, on `?`. */
import { useState } from 'react';
import { useShortcuts } from '../../hooks/useShortcuts';
import { Sheet } from '../ui/Sheet';

const KEYS = [
  ['?', 'Show or hide this list'],
  ['S', 'Start a call (on the first screen)'],
  ['M', 'Mute or unmute'],
  ['C', 'Captions on or off'],
  ['P', 'Push to talk on or off'],
  ['Space', 'Hold to talk, once push to talk is on'],
  ['Tab', 'Go to the next control; Enter presses it'],
  ['Esc', 'Close what is open'],
] as const;

export function ShortcutSheet() {
  const [open, setOpen] = useState(false);
  useShortcuts({
    down: {
      '?': () => {
        setOpen(true);
      },
    },
  });
  return (
    <Sheet open={open} onOpenChange={setOpen} title="Keyboard">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-3">
        {KEYS.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-md border border-control-line bg-sunken px-2 py-0.5 text-note">
                {key}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-note text-muted">No key acts while you are typing.</p>
    </Sheet>
  );
}
