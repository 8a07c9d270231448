/** The conversation as it was heard, following along unless the reader scrolled back. */
import { useEffect, useRef } from 'react';
import type { Caption } from '../../lib/callReducer';
import { partyWords } from '../../lib/words';

interface CaptionsProps {
  captions: readonly Caption[];
  prospectName: string | null;
}

const NEAR_END_PX = 80;

export function Captions({ captions, prospectName }: CaptionsProps) {
  const box = useRef<HTMLDivElement | null>(null);
  const follow = useRef(true);
  useEffect(() => {
    if (box.current !== null && follow.current) box.current.scrollTop = box.current.scrollHeight;
  }, [captions]);

  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label="Captions"
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        follow.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
      }}
      className="min-h-0 flex-1 overflow-y-auto rounded-2xl px-1"
    >
      {captions.length === 0 && <p className="py-6 text-center text-muted">Nothing said yet.</p>}
      <ol className="grid gap-3 py-2">
        {captions.map((caption) => (
          <CaptionLine key={caption.key} caption={caption} prospectName={prospectName} />
        ))}
      </ol>
    </div>
  );
}

function CaptionLine({ caption, prospectName }: { caption: Caption; prospectName: string | null }) {
  const mine = caption.speaker === 'trainee';
  const who =
    caption.party === 'prospect' && prospectName !== null
      ? prospectName
      : partyWords(caption.party);
  const words = caption.text === '' ? '(silence)' : caption.text;
  return (
    <li
      data-speaker={caption.speaker}
      data-final={caption.final}
      data-kind={caption.kind}
      className={`max-w-[85%] ${mine ? 'justify-self-end text-right' : 'justify-self-start'}`}
    >
      <span className="text-note text-muted">{who}</span>
      <p
        className={`rounded-2xl px-4 py-2 text-left ${
          mine ? 'rounded-tr-md bg-accent-tint' : 'rounded-tl-md border border-line bg-surface'
        } ${caption.final ? '' : 'italic'} ${caption.kind === 'line' ? '' : 'text-note text-muted'}`}
      >
        {words}
        {!caption.heard && (
          <>
            <span aria-hidden>&thinsp;—</span>
            <span className="sr-only"> (cut off)</span>
          </>
        )}
      </p>
    </li>
  );
}
