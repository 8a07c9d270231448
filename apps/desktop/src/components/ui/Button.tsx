/** A button in one of four weights; the label is always text. */
import type { ComponentProps, ReactNode } from 'react';

type Weight = 'primary' | 'plain' | 'quiet' | 'danger';

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-full font-medium select-none ' +
  'transition-colors duration-(--quick) disabled:opacity-50 disabled:cursor-not-allowed ' +
  'forced-colors:border forced-colors:border-[ButtonText]';

const WEIGHTS: Record<Weight, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  plain: 'bg-surface text-ink border border-control-line hover:bg-sunken',
  quiet: 'text-ink underline-offset-4 hover:underline',
  danger: 'bg-danger-fill text-on-danger hover:bg-danger-hover',
};

const SIZES = {
  small: 'min-h-9 px-4 text-note',
  medium: 'min-h-11 px-5',
  large: 'min-h-14 px-8 text-lead',
};

interface ButtonProps extends ComponentProps<'button'> {
  weight?: Weight;
  size?: keyof typeof SIZES;
  icon?: ReactNode;
}

export function Button({
  weight = 'plain',
  size = 'medium',
  icon,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={`${BASE} ${WEIGHTS[weight]} ${SIZES[size]} ${className}`}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
