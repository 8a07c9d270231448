/** A visible state: what happened, and what to do about it. */
import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  tone: 'info' | 'warn' | 'danger';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

const TONES = {
  info: 'bg-accent-tint text-ink border-line',
  warn: 'bg-warn-tint text-ink border-warn',
  danger: 'bg-danger-tint text-ink border-danger',
};

export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div
      role={tone === 'info' ? 'status' : 'alert'}
      className={`flex gap-3 rounded-2xl border px-4 py-3 text-left ${TONES[tone]}`}
    >
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        {children !== undefined && <div className="text-note">{children}</div>}
        {actions !== undefined && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
