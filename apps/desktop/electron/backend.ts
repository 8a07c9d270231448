/** Keeps one backend running: starts it, restarts it once when it dies, tells everybody where it is now. */
import { randomBytes } from 'node:crypto';
import type { BackendAddress } from '../src/types/bridge';
import { BackendFailure, type BackendProcess } from './backendProcess';
import { portIsFree } from './ports';

export type BackendState =
  | { phase: 'starting' }
  | { phase: 'restarting' }
  | { phase: 'ready'; address: BackendAddress }
  | { phase: 'failed'; failure: BackendFailure }
  | { phase: 'stopped' };

/** Where a backend comes from: one of our own, or one that runs already. */
export interface BackendSource {
  readonly state: BackendState;
  /** Begins, or begins again after a failure; how it goes is told to the listener. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export type StateListener = (state: BackendState) => void;

export interface Wishes {
  /** Runs a backend on this port (0: any free one) that wants this token. */
  run: (port: number, token: string) => BackendProcess;
  /**
   * The port of last time, 0 when there was none. Keeping it keeps the page's origin, and with it what the page
   * remembers and the microphone that was chosen.
   */
  usualPort: number;
  portIsFree?: (port: number) => Promise<boolean>;
  changed: StateListener;
}

export class Backend implements BackendSource {
  state: BackendState = { phase: 'stopped' };
  #process: BackendProcess | null = null;
  #port: number;
  #restartsLeft = 1;

  constructor(private readonly wishes: Wishes) {
    this.#port = wishes.usualPort;
  }

  async start(): Promise<void> {
    this.#restartsLeft = 1;
    await this.#begin('starting');
  }

  async stop(): Promise<void> {
    this.#become({ phase: 'stopped' });
    await this.#process?.stop();
  }

  async #begin(phase: 'starting' | 'restarting'): Promise<void> {
    const begun = { phase };
    this.#become(begun);
    await this.#process?.stop();
    const port = (await (this.wishes.portIsFree ?? portIsFree)(this.#port)) ? this.#port : 0;
    // Stopped or begun anew while we looked.
    if (this.state !== begun) return;
    const token = randomBytes(32).toString('base64url');
    const process = this.wishes.run(port, token);
    this.#process = process;
    void process.ended.then((failure) => this.#died(process, failure));
    try {
      const ready = await process.ready;
      if (!this.#isAwaited(process)) return;
      this.#port = ready.port;
      this.#become({
        phase: 'ready',
        address: { url: `http://127.0.0.1:${ready.port}`, token },
      });
    } catch (error) {
      if (!this.#isAwaited(process)) return;
      this.#become({ phase: 'failed', failure: error as BackendFailure });
      await process.stop();
    }
  }

  async #died(process: BackendProcess, failure: BackendFailure): Promise<void> {
    if (this.#process !== process || this.state.phase !== 'ready') return;
    if (this.#restartsLeft === 0) {
      this.#become({ phase: 'failed', failure });
      return;
    }
    this.#restartsLeft -= 1;
    await this.#begin('restarting');
  }

  /** Whether what this run does still matters: nobody stopped it or began another. */
  #isAwaited(process: BackendProcess): boolean {
    return this.#process === process && this.state.phase !== 'stopped';
  }

  #become(state: BackendState): void {
    this.state = state;
    this.wishes.changed(state);
  }
}
