/** Tells screen readers the last finished caption; words in progress would flood them. */
import type { CallState } from '../../lib/callReducer';
import { partyWords } from '../../lib/words';

export function LiveRegion({
  state,
  prospectName,
}: {
  state: CallState;
  prospectName: string | null;
}) {
  const last = state.showCaptions
    ? state.captions.findLast(({ final, kind }) => final && kind !== 'backchannel')
    : undefined;
  const who =
    last?.party === 'prospect' ? (prospectName ?? 'Prospect') : last && partyWords(last.party);
  return (
    <p className="sr-only" aria-live="polite" aria-atomic>
      {last === undefined ? '' : `${who ?? ''}: ${last.text}`}
    </p>
  );
}
