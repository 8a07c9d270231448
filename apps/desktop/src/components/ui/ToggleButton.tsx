/** A two-state button (radix Toggle): pressed is told by `aria-pressed`, fill and wording, never by colour alone. */
import { Toggle } from 'radix-ui';
import type { ReactNode } from 'react';

interface ToggleButtonProps {
  on: boolean;
  onChange: (on: boolean) => void;
  icon: ReactNode;
  label: string;
  /** What the keyboard does, for example `M`. */
  shortcut?: string;
  disabled?: boolean;
}

export function ToggleButton({
  on,
  onChange,
  icon,
  label,
  shortcut,
  disabled = false,
}: ToggleButtonProps) {
  return (
    <Toggle.Root
      pressed={on}
      onPressedChange={onChange}
      disabled={disabled}
      {...(shortcut === undefined ? {} : { 'aria-keyshortcuts': shortcut })}
      className={
        'inline-flex min-h-11 items-center gap-2 rounded-full border border-control-line bg-surface px-4 ' +
        'text-note font-medium text-ink transition-colors duration-(--quick) hover:bg-sunken ' +
        'data-[state=on]:border-ink data-[state=on]:bg-ink data-[state=on]:text-paper ' +
        'disabled:cursor-not-allowed disabled:opacity-50 ' +
        'forced-colors:data-[state=on]:bg-[Highlight] forced-colors:data-[state=on]:text-[HighlightText]'
      }
    >
      {icon}
      {label}
    </Toggle.Root>
  );
}
