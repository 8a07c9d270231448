/** One run of the backend: its own process group, the ready line with a deadline, an end that leaves nothing. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Launch } from './launch';
import { ReadyLine, type Ready } from './readyLine';
import { Tail } from './tail';

export interface Limits {
  readyWithinMs: number;
  /** From the polite request to the other one; a call in progress is stored in that time. */
  stopWithinMs: number;
  stderrBytes: number;
}

export const LIMITS: Limits = { readyWithinMs: 20_000, stopWithinMs: 5_000, stderrBytes: 8_192 };
/** For what is still in the pipes when the process has gone. */
const LAST_WORDS_MS = 500;

/** Why there is no backend: a sentence for people, and the end of what it printed. */
export class BackendFailure extends Error {
  constructor(
    message: string,
    readonly stderr: string,
  ) {
    super(message);
  }
}

export class BackendProcess {
  /** The ready line; rejects with `BackendFailure` when it does not come in time. */
  readonly ready: Promise<Ready>;
  /** Settles when the process and its group are gone and its output is read. */
  readonly ended: Promise<BackendFailure>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #stderr: Tail;
  #gone = false;

  constructor(
    launch: Launch,
    private readonly limits: Limits = LIMITS,
    echo: (piece: Buffer) => void = () => undefined,
  ) {
    this.#stderr = new Tail(limits.stderrBytes);
    this.#child = spawn(launch.command, launch.args, {
      cwd: launch.cwd,
      env: launch.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that whatever it starts ends with it; Windows would open a console for that.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child.stderr.on('data', (piece: Buffer) => {
      this.#stderr.push(piece);
      echo(piece);
    });
    this.ended = this.#awaitEnd();
    this.ready = this.#awaitReady();
    // Whoever stops early does not wait for readiness.
    this.ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Asks it to end, then makes it; resolves when nothing of its group is left. */
  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    const patience = new AbortController();
    const late = pause(this.limits.stopWithinMs, 'late', { signal: patience.signal });
    const first = await Promise.race([this.ended, late.catch(() => 'late')]);
    patience.abort();
    if (first === 'late') this.#signal('SIGKILL');
    await this.ended;
  }

  #awaitReady(): Promise<Ready> {
    return new Promise((resolve, reject) => {
      const line = new ReadyLine();
      const fail = (what: string): void => {
        reject(new BackendFailure(what, this.#stderr.toString()));
      };
      const deadline = setTimeout(() => {
        fail(`The backend was not ready within ${this.limits.readyWithinMs / 1000} s.`);
      }, this.limits.readyWithinMs);
      let found = false;
      this.#child.stdout.on('data', (piece: Buffer) => {
        // After the ready line stdout is read only so that its pipe never fills.
        if (found) return;
        try {
          const ready = line.push(piece);
          if (ready === null) return;
          resolve(ready);
        } catch (error) {
          fail(`The backend did not start as it should. ${(error as Error).message}`);
        }
        found = true;
        clearTimeout(deadline);
      });
      void this.ended.then((failure) => {
        clearTimeout(deadline);
        reject(failure);
      });
    });
  }

  async #awaitEnd(): Promise<BackendFailure> {
    const closed = once(this.#child, 'close').catch(() => undefined);
    const how = await new Promise<string>((resolve) => {
      this.#child.once('exit', (code, signal) => {
        resolve(`The backend ended (${signal ?? `exit code ${code}`}).`);
      });
      this.#child.once('error', (error) => {
        resolve(`The backend cannot be started: ${error.message}.`);
      });
    });
    // The rest of the group, whose number stays taken as long as it has members; a number on Windows does not.
    if (process.platform !== 'win32') this.#signal('SIGKILL');
    this.#gone = true;
    await Promise.race([closed, pause(LAST_WORDS_MS)]);
    return new BackendFailure(how, this.#stderr.toString());
  }

  /** To the whole group; a group that is gone already is what was wanted. */
  #signal(name: 'SIGTERM' | 'SIGKILL'): void {
    const { pid } = this.#child;
    // The number of a process that is gone may be somebody else's by now.
    if (pid === undefined || this.#gone) return;
    if (process.platform === 'win32') {
      // Console programs on Windows hear no polite request.
      const words = ['/pid', String(pid), '/T', '/F'];
      const taskkill = spawn('taskkill', words, { stdio: 'ignore', windowsHide: true });
      taskkill.once('error', () => this.#child.kill());
      return;
    }
    try {
      process.kill(-pid, name);
    } catch (error) {
      // macOS says EPERM of a group whose last member is gone but not yet collected.
      if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
