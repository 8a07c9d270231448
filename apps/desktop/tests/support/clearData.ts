/** Takes the calls of the browser tests off the disk again. */
import { rmSync } from 'node:fs';

export default function clearData(): void {
  const folder = process.env.RINGSIDE_E2E_DATA;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
