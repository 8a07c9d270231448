/** Finds the backend's ready line: the first line on its stdout, in whatever pieces it arrives. */

export interface Ready {
  port: number;
  pid: number;
  version: string;
}

const NEWLINE = 0x0a;
/** The line has about 80 bytes; what grows past this is no ready line. */
const LONGEST_BYTES = 4096;

export class ReadyLine {
  #seen = Buffer.alloc(0);

  /** The ready line once it is whole, else null; throws when the first line is something else. */
  push(piece: Uint8Array): Ready | null {
    this.#seen = Buffer.concat([this.#seen, piece]);
    const end = this.#seen.indexOf(NEWLINE);
    if (end === -1 && this.#seen.length <= LONGEST_BYTES) return null;
    return parse(this.#seen.subarray(0, end === -1 ? LONGEST_BYTES : end).toString('utf8'));
  }
}

function parse(line: string): Ready {
  try {
    const { status, port, pid, version } = JSON.parse(line) as Partial<Record<string, unknown>>;
    if (
      status === 'ready' &&
      isWhole(port, 1, 65_535) &&
      isWhole(pid, 1, 2 ** 32) &&
      typeof version === 'string'
    ) {
      return { port, pid, version };
    }
  } catch {
    // Said below, with the line.
  }
  throw new Error(`Its first line is not the ready line: ${line.slice(0, 200)}`);
}

function isWhole(value: unknown, low: number, high: number): value is number {
  return Number.isInteger(value) && low <= (value as number) && (value as number) <= high;
}
