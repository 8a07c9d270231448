/** Fetches something and hands it to the user as a file; says which one is on its way and what went wrong. */
import { useCallback, useState } from 'react';

export interface SaveFile {
  /** Name of the file that is being made. */
  busy: string | null;
  trouble: Error | null;
  save(name: string, fetched: () => Promise<Blob>): void;
}

export function useSaveFile(): SaveFile {
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const save = useCallback((name: string, fetched: () => Promise<Blob>) => {
    setBusy(name);
    setTrouble(null);
    fetched()
      .then((file) => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(file);
        link.download = name;
        link.click();
        // The browser needs the address until it has begun to save.
        setTimeout(() => {
          URL.revokeObjectURL(link.href);
        }, 60_000);
      })
      .catch((error: unknown) => {
        setTrouble(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        setBusy(null);
      });
  }, []);
  return { busy, trouble, save };
}
