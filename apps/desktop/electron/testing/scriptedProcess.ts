/** A backend process that the test makes ready and makes die. */
import { BackendFailure, type BackendProcess } from '../backendProcess';

export class ScriptedProcess {
  readonly ready: Promise<{ port: number; pid: number; version: string }>;
  readonly ended: Promise<BackendFailure>;
  stops = 0;
  #ready!: (ready: { port: number; pid: number; version: string }) => void;
  #refuse!: (failure: BackendFailure) => void;
  #end!: (failure: BackendFailure) => void;

  constructor(
    readonly port: number,
    readonly token: string,
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.#ready = resolve;
      this.#refuse = reject;
    });
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.ready.catch(() => undefined);
  }

  becomesReady(port = this.port === 0 ? 50_000 : this.port): Promise<void> {
    this.#ready({ port, pid: 1, version: '1.0' });
    return settled();
  }

  dies(stderr = ''): Promise<void> {
    this.#finish(stderr);
    return settled();
  }

  stop(): Promise<void> {
    this.stops += 1;
    this.#finish('');
    return Promise.resolve();
  }

  #finish(stderr: string): void {
    const failure = new BackendFailure('The backend ended (exit code 1).', stderr);
    this.#refuse(failure);
    this.#end(failure);
  }

  get asProcess(): BackendProcess {
    return this as unknown as BackendProcess;
  }
}

/** Lets everything that waits on settled promises run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
