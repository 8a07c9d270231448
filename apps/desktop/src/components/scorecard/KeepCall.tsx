/** The finished call as a file: a page with its sound, a text, the data, or the recording alone. */
import { Download } from 'lucide-react';
import type { SaveFile } from '../../hooks/useSaveFile';
import { api, ApiError } from '../../lib/api';
import type { ExportFormat, SessionSummary } from '../../types/session';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

const FORMATS: { format: ExportFormat; label: string }[] = [
  { format: 'html', label: 'Page with sound' },
  { format: 'md', label: 'Text (Markdown)' },
  { format: 'json', label: 'Data (JSON)' },
];

export function KeepCall({ session, files }: { session: SessionSummary; files: SaveFile }) {
  const { session_id: id, mode } = session;
  const name = `ringside-${id.slice(0, 8)}`;
  const voice = mode === 'voice';
  const button = (file: string, label: string, fetched: () => Promise<Blob>) => (
    <Button
      key={file}
      size="small"
      disabled={files.busy !== null}
      icon={<Download aria-hidden className="size-4" />}
      onClick={() => {
        files.save(file, fetched);
      }}
    >
      {files.busy === file ? 'Making it …' : label}
    </Button>
  );
  return (
    <section aria-labelledby="keep" className="grid gap-4">
      <h2 id="keep" className="text-title">
        Keep or share this call
      </h2>
      <p className="max-w-xl text-note text-muted">
        One file each, made on this computer. {voice ? 'The page plays every quote. ' : ''}For a
        PDF, open the page and print it.
      </p>
      <div className="flex flex-wrap gap-2">
        {FORMATS.map(({ format, label }) =>
          button(`${name}.${format}`, format === 'html' && !voice ? 'Page (HTML)' : label, () =>
            api.exported(id, format),
          ),
        )}
        {voice && button(`${name}.wav`, 'Sound (WAV)', () => api.recording(id))}
      </div>
      {files.trouble !== null && (
        <Notice tone="danger" title={files.trouble.message}>
          {files.trouble instanceof ApiError ? files.trouble.hint : ''}
        </Notice>
      )}
    </section>
  );
}
