/** A backend that somebody else started and stops: development with a debugger, and tests. */
import type { BackendAddress } from '../src/types/bridge';
import type { BackendSource, BackendState, StateListener } from './backend';
import { BackendFailure } from './backendProcess';

const ANSWER_WITHIN_MS = 5_000;

/** The address in `RINGSIDE_URL` and `RINGSIDE_TOKEN`, null when none is told; throws unless it is on this machine. */
export function addressTold(env: NodeJS.ProcessEnv): BackendAddress | null {
  const told = env.RINGSIDE_URL;
  if (told === undefined || told === '') return null;
  const { protocol, hostname, origin } = new URL(told);
  if (protocol !== 'http:' || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Error(`RINGSIDE_URL must be http on this machine, not ${told}`);
  }
  return { url: origin, token: env.RINGSIDE_TOKEN ?? '' };
}

export class RunningBackend implements BackendSource {
  state: BackendState = { phase: 'stopped' };

  constructor(
    private readonly address: BackendAddress,
    private readonly changed: StateListener,
  ) {}

  async start(): Promise<void> {
    this.#become({ phase: 'starting' });
    const { url } = this.address;
    try {
      const answer = await fetch(`${url}/health`, {
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      this.#become({ phase: 'ready', address: this.address });
    } catch (error) {
      const why = `The backend at ${url} does not answer.`;
      this.#become({ phase: 'failed', failure: new BackendFailure(why, String(error)) });
    }
  }

  stop(): Promise<void> {
    this.#become({ phase: 'stopped' });
    return Promise.resolve();
  }

  #become(state: BackendState): void {
    this.state = state;
    this.changed(state);
  }
}
