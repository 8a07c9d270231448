/** The backend's HTTP interface, one function per call the screens make; paths and shapes come from its own description. */
import createClient from 'openapi-fetch';
import type {
  DisputeRequest,
  ExportFormat,
  SessionRequest,
  Wording,
  WordingStanding,
  WireError,
} from '../types/session';
import type { paths } from '../types/wire.gen';
import { backendAddress } from './connection';
import { rangeOf } from './recordingClip';

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

function isWording(name: string): name is Wording {
  return name === 'bank' || name === 'ollama' || name === 'llama_cpp';
}

const at = (session_id: string) => ({ params: { path: { session_id } } });

export const api = {
  readiness: () => ask((client) => client.GET('/readiness')),
  wordings: async (): Promise<WordingStanding[]> => {
    const { wordings } = await ask((client) => client.GET('/wordings'));
    return wordings.filter((one): one is WordingStanding => isWording(one.name));
  },
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
  /** By the rubric made for the call or by another one; `verifier` has a language model read it again. */
  scorecard: (
    id: string,
    rubric: string | null = null,
    verifier: 'ollama' | 'llama_cpp' | null = null,
  ) =>
    ask((client) =>
      client.GET('/sessions/{session_id}/scorecard', {
        params: {
          path: { session_id: id },
          query: { ...(rubric !== null && { rubric }), ...(verifier !== null && { verifier }) },
        },
      }),
    ),
  latency: (id: string) => ask((client) => client.GET('/sessions/{session_id}/latency', at(id))),
  disputes: (id: string) => ask((client) => client.GET('/sessions/{session_id}/disputes', at(id))),
  dispute: (id: string, body: DisputeRequest) =>
    ask((client) => client.POST('/sessions/{session_id}/disputes', { ...at(id), body })),
  takeBack: async (session_id: string, dispute_id: string): Promise<void> => {
    const params = { path: { session_id, dispute_id } };
    await ask((client) =>
      client.DELETE('/sessions/{session_id}/disputes/{dispute_id}', { params }),
    );
  },
  recording: (id: string) =>
    ask((client) =>
      client.GET('/sessions/{session_id}/recording.wav', { ...at(id), parseAs: 'blob' }),
    ),
  /** The stereo frames of a stretch of the recording. */
  recordingStretch: (id: string, startMs: number, endMs: number | null) =>
    ask((client) =>
      client.GET('/sessions/{session_id}/recording.wav', {
        ...at(id),
        headers: { Range: rangeOf(startMs, endMs) },
        parseAs: 'arrayBuffer',
      }),
    ),
  exported: (session_id: string, format: ExportFormat) =>
    ask((client) =>
      client.GET('/sessions/{session_id}/export', {
        params: { path: { session_id }, query: { format } },
        parseAs: 'blob',
      }),
    ),
  rubrics: () => ask((client) => client.GET('/rubrics')),
  checkRubric: (text: string) => ask((client) => client.POST('/rubrics/check', { body: { text } })),
  addRubric: (text: string) => ask((client) => client.POST('/rubrics', { body: { text } })),
  changeRubric: (rubric_id: string, text: string) =>
    ask((client) =>
      client.PUT('/rubrics/{rubric_id}', { params: { path: { rubric_id } }, body: { text } }),
    ),
  deleteRubric: async (rubric_id: string): Promise<void> => {
    await ask((client) =>
      client.DELETE('/rubrics/{rubric_id}', { params: { path: { rubric_id } } }),
    );
  },
};

export type Api = typeof api;
