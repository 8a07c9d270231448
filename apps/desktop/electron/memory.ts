/** What the shell remembers between launches: one small JSON file that may be missing or damaged. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class ShellMemory {
  #kept: Record<string, unknown>;

  constructor(private readonly file: string) {
    this.#kept = read(file);
  }

  get window(): unknown {
    return this.#kept.window;
  }

  set window(state: unknown) {
    this.#keep('window', state);
  }

  /** The backend's port of last time; 0 when there is none to go by. */
  get port(): number {
    const { port } = this.#kept;
    return Number.isInteger(port) && 1024 <= (port as number) && (port as number) <= 65_535
      ? (port as number)
      : 0;
  }

  set port(port: number) {
    this.#keep('port', port);
  }

  #keep(name: string, value: unknown): void {
    this.#kept = { ...this.#kept, [name]: value };
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      // Moved into place whole, so that a crash leaves the old one.
      writeFileSync(`${this.file}.new`, JSON.stringify(this.#kept));
      renameSync(`${this.file}.new`, this.file);
    } catch (error) {
      // A full or read-only disk costs the comfort, not the call.
      console.warn(`${this.file} cannot be written: ${String(error)}`);
    }
  }
}

function read(file: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
