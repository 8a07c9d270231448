/** The backend's HTTP interface, one function per call the screens make; paths and shapes come from its own description. */
import createClient from 'openapi-fetch';
import type { SessionRequest, WireError } from '../types/session';
import type { paths } from '../types/wire.gen';
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

type Client = ReturnType<typeof createClient<paths>>;

/** Asks the backend where it is now; throws `ApiError` for every answer but success. */
async function ask<T>(
  question: (client: Client) => Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer;
  try {
    const { url, token } = await backendAddress();
    const headers = token === '' ? {} : { Authorization: `Bearer ${token}` };
    answer = await question(createClient<paths>({ baseUrl: url, headers }));
  } catch {
    throw new ApiError(0, UNREACHABLE);
  }
  const { data, error, response } = answer;
  // A proxy in between answers in its own words when the backend is down.
  if (!response.ok)
    throw new ApiError(response.status, isWireAnswer(error) ? error.error : UNREACHABLE);
  return data as T;
}

function isWireAnswer(value: unknown): value is { error: WireError } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'error' in value &&
    typeof value.error === 'object' &&
    value.error !== null &&
    'code' in value.error
  );
}

const at = (session_id: string) => ({ params: { path: { session_id } } });

export const api = {
  readiness: () => ask((client) => client.GET('/readiness')),
  createSession: (body: SessionRequest) => ask((client) => client.POST('/sessions', { body })),
  sessions: (cursor: string | null) =>
    ask((client) =>
      client.GET('/sessions', { params: { query: { limit: 30, ...(cursor && { cursor }) } } }),
    ),
  session: (id: string) => ask((client) => client.GET('/sessions/{session_id}', at(id))),
  deleteSession: async (id: string): Promise<void> => {
    await ask((client) => client.DELETE('/sessions/{session_id}', at(id)));
  },
  say: (id: string, text: string) =>
    ask((client) => client.POST('/sessions/{session_id}/turns', { ...at(id), body: { text } })),
  endSession: async (id: string): Promise<void> => {
    await ask((client) => client.POST('/sessions/{session_id}/end', at(id)));
  },
  transcript: (id: string) =>
    ask((client) => client.GET('/sessions/{session_id}/transcript', at(id))),
  scorecard: (id: string) =>
    ask((client) => client.GET('/sessions/{session_id}/scorecard', at(id))),
  latency: (id: string) => ask((client) => client.GET('/sessions/{session_id}/latency', at(id))),
  recording: (id: string) =>
    ask((client) =>
      client.GET('/sessions/{session_id}/recording.wav', { ...at(id), parseAs: 'blob' }),
    ),
};

export type Api = typeof api;
