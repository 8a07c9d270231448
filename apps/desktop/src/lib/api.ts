/** The backend's HTTP interface, one function per call the screens make. */
import type {
  Readiness,
  Scorecard,
  SessionCreated,
  SessionList,
  SessionRequest,
  SessionSummary,
  TypedTurn,
  Utterance,
  WireError,
} from '../types/session';
import { backendAddress } from './connection';

/** An answer other than success; `code` is `unreachable` when there was no answer at all. */
export class ApiError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(
    readonly status: number,
    { code, message, hint }: WireError,
  ) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

const UNREACHABLE: WireError = {
  code: 'unreachable',
  message: 'The backend does not answer.',
  hint: 'Wait a moment and try again. If it stays so, start Ringside anew.',
};

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    const { url, token } = await backendAddress();
    response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, UNREACHABLE);
  }
  if (response.ok) return response;
  throw new ApiError(response.status, await errorBody(response));
}

async function errorBody(response: Response): Promise<WireError> {
  try {
    const { error } = (await response.json()) as { error: WireError };
    return { code: error.code, message: error.message, hint: error.hint };
  } catch {
    // A proxy in between answers in its own words when the backend is down.
    return UNREACHABLE;
  }
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  return (await (await send(method, path, body)).json()) as T;
}

const session = (id: string, rest = ''): string => `/sessions/${encodeURIComponent(id)}${rest}`;

export const api = {
  readiness: () => json<Readiness>('GET', '/readiness'),
  createSession: (request: Partial<SessionRequest> & { duration_minutes: number }) =>
    json<SessionCreated>('POST', '/sessions', request),
  sessions: (cursor: string | null) =>
    json<SessionList>(
      'GET',
      `/sessions?limit=30${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    ),
  session: (id: string) => json<SessionSummary>('GET', session(id)),
  deleteSession: async (id: string) => {
    await send('DELETE', session(id));
  },
  say: (id: string, text: string) => json<TypedTurn>('POST', session(id, '/turns'), { text }),
  endSession: async (id: string) => {
    await send('POST', session(id, '/end'));
  },
  transcript: (id: string) => json<{ utterances: Utterance[] }>('GET', session(id, '/transcript')),
  scorecard: (id: string) => json<Scorecard>('GET', session(id, '/scorecard')),
  recording: async (id: string) => (await send('GET', session(id, '/recording.wav'))).blob(),
};

export type Api = typeof api;
