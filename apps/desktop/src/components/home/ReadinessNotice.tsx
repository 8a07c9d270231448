/** What still stands between the trainee and a voice call; nothing when all is ready. */
import { routeHref } from '../../hooks/useRoute';
import type { Readiness } from '../../types/session';
import { Notice } from '../ui/Notice';

export function ReadinessNotice({
  readiness,
  unreachable,
}: {
  readiness: Readiness | null;
  unreachable: boolean;
}) {
  if (unreachable) {
    return (
      <Notice tone="danger" title="Ringside’s backend does not answer">
        It may still be starting. If it stays so, start Ringside anew.
      </Notice>
    );
  }
  if (readiness === null || readiness.can_call) return null;
  if (readiness.engines.some(({ state }) => state === 'missing' || state === 'failed')) {
    return (
      <Notice tone="warn" title="Something is missing for voice calls">
        You can type a call now.{' '}
        <a className="underline" href={routeHref({ screen: 'models' })}>
          See what is missing
        </a>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title="Getting the voices ready">
      A few seconds more. You can press Start Call already.
    </Notice>
  );
}
