/** Calls as a list: who, when, what came out, and the way back to the scorecard. */
import { Trash2 } from 'lucide-react';
import { routeHref } from '../../hooks/useRoute';
import { dateTime } from '../../lib/format';
import { callTypeWords } from '../../lib/words';
import type { SessionSummary } from '../../types/session';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';

interface HistoryListProps {
  sessions: readonly SessionSummary[];
  onDelete: (id: string) => void;
}

export function HistoryList({ sessions, onDelete }: HistoryListProps) {
  if (sessions.length === 0) {
    return (
      <p className="text-lead text-muted">
        No calls yet. The first one will be kept here.{' '}
        <a href={routeHref({ screen: 'home' })} className="text-ink underline">
          Call somebody
        </a>
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-card border border-line bg-surface">
      {sessions.map((session) => (
        <HistoryRow key={session.session_id} session={session} onDelete={onDelete} />
      ))}
    </ul>
  );
}

function HistoryRow({
  session,
  onDelete,
}: {
  session: SessionSummary;
  onDelete: (id: string) => void;
}) {
  const { prospect } = session.briefing;
  const who = prospect.name ?? prospect.title;
  const when = dateTime(session.created_at);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4">
      <div className="min-w-48 flex-1">
        <a
          href={routeHref({ screen: 'scorecard', sessionId: session.session_id })}
          className="font-medium underline-offset-4 hover:underline"
        >
          {who}
          <span className="sr-only">, {when}: open the scorecard</span>
        </a>
        <p className="text-note text-muted">
          {prospect.title}, {prospect.company}
        </p>
        <p className="text-note text-muted">
          {when} · {callTypeWords(session.call_type)}
          {session.mode === 'typed' ? ', typed' : ''} · level {session.difficulty}
        </p>
      </div>
      <Result session={session} />
      <Confirm
        trigger={
          <Button
            weight="quiet"
            size="small"
            aria-label={`Delete the call with ${who}, ${when}`}
            icon={<Trash2 aria-hidden className="size-4" />}
          >
            Delete
          </Button>
        }
        title="Delete this call?"
        confirm="Delete for good"
        cancel="Keep it"
        onConfirm={() => {
          onDelete(session.session_id);
        }}
      >
        The call with {who} goes with its recording, transcript and scorecard. This cannot be
        undone.
      </Confirm>
    </li>
  );
}

function Result({ session }: { session: SessionSummary }) {
  if (session.total_score !== null) {
    return (
      <p className="numerals text-title font-semibold">
        {session.total_score}
        <span className="text-note font-normal text-muted"> of 100</span>
      </p>
    );
  }
  return (
    <p className="text-note text-muted">
      {session.ended === null
        ? 'Not finished'
        : session.score_status === 'error'
          ? 'No score'
          : 'Partial call'}
    </p>
  );
}
