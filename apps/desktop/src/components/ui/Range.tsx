/** A slider over a few named steps (radix Slider; WAI-ARIA slider pattern): the step's name is its value text. */
import { Slider } from 'radix-ui';

interface RangeProps {
  label: string;
  value: number;
  /** Value of the first name; each further name is one more. */
  from: number;
  names: readonly string[];
  onChange: (value: number) => void;
  disabled?: boolean;
}

export function Range({ label, value, from, names, onChange, disabled = false }: RangeProps) {
  const name = names[value - from] ?? String(value);
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-note">
        <span className="font-medium">{label}</span>
        <span className="text-muted">{name}</span>
      </div>
      <Slider.Root
        className="relative flex h-6 touch-none items-center select-none data-[disabled]:opacity-50"
        min={from}
        max={from + names.length - 1}
        step={1}
        value={[value]}
        disabled={disabled}
        onValueChange={([next]) => {
          if (next !== undefined) onChange(next);
        }}
      >
        <Slider.Track className="relative h-1.5 grow rounded-full bg-line forced-colors:border">
          <Slider.Range className="absolute h-full rounded-full bg-accent forced-colors:bg-[Highlight]" />
        </Slider.Track>
        <Slider.Thumb
          aria-label={label}
          aria-valuetext={name}
          className="block size-5 rounded-full border-2 border-accent bg-surface"
        />
      </Slider.Root>
    </div>
  );
}
