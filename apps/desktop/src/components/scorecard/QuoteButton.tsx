/** Words of the call; where there is a recording, a click plays them. */
import { Pause, Play } from 'lucide-react';
import type { Recording } from '../../hooks/useRecording';
import { clock } from '../../lib/format';

interface QuoteButtonProps {
  text: string;
  speaker: 'trainee' | 'prospect';
  startMs: number | null;
  endMs: number | null;
  recording: Recording | null;
}

export function QuoteButton({ text, speaker, startMs, endMs, recording }: QuoteButtonProps) {
  const who = speaker === 'trainee' ? 'You' : 'Prospect';
  const words = (
    <>
      <span className="text-note text-muted">{who}: </span>“{text}”
    </>
  );
  if (recording === null || startMs === null) {
    return <blockquote className="border-l-2 border-line pl-3">{words}</blockquote>;
  }
  const key = `${startMs}-${text}`;
  const playing = recording.playing === key;
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      onClick={() => {
        recording.play(key, startMs, endMs);
      }}
      className="flex w-full items-start gap-3 rounded-xl px-2 py-1.5 text-left hover:bg-sunken"
    >
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
      <span>
        <span className="sr-only">{playing ? 'Stop: ' : 'Hear it: '}</span>
        {words} <span className="numerals text-note text-muted">{clock(startMs)}</span>
      </span>
    </button>
  );
}
