/** Past calls, newest first. */
import { useDeleteSession, useHistory } from '../../hooks/useSessions';
import { Page } from '../frame/Page';
import { Trouble } from '../frame/Trouble';
import { Button } from '../ui/Button';
import { HistoryList } from './HistoryList';

export function HistoryScreen() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useHistory();
  const remove = useDeleteSession();
  const sessions = data?.pages.flatMap((page) => page.sessions);
  return (
    <Page>
      <h1 className="text-display">History</h1>
      <div className="mt-8 grid gap-6">
        {error !== null && <Trouble error={error} onRetry={() => void refetch()} />}
        {remove.error !== null && (
          <Trouble
            error={remove.error}
            onRetry={() => {
              remove.reset();
            }}
          />
        )}
        {isPending && (
          <p role="status" className="text-lead text-muted">
            Looking up your calls …
          </p>
        )}
        {sessions !== undefined && (
          <HistoryList
            sessions={sessions}
            onDelete={(id) => {
              remove.mutate(id);
            }}
          />
        )}
        {hasNextPage && (
          <Button
            className="justify-self-center"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Older calls
          </Button>
        )}
      </div>
    </Page>
  );
}
