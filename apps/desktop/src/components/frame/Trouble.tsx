/** A screen's content could not be fetched: why, and the way to ask again. */
import { ApiError } from '../../lib/api';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

export function Trouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const hint = error instanceof ApiError ? error.hint : '';
  return (
    <Notice
      tone="danger"
      title={error.message}
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {hint}
    </Notice>
  );
}
