/** JSON messages of the call socket: one union each way, read defensively at the border. */
import type { ClientMessage, ServerMessage } from '../../types/session';

const KNOWN: Record<ServerMessage['type'], true> = {
  ready: true,
  phase: true,
  speaking: true,
  transcript: true,
  state: true,
  clear: true,
  duck: true,
  metrics: true,
  ended: true,
  pong: true,
  error: true,
};

/** The message in `text`, or null for a type that this version does not know (newer backends may add some). */
export function parseServerMessage(text: string): ServerMessage | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    throw new TypeError('a server message is an object with a type');
  }
  const { type } = value;
  return typeof type === 'string' && Object.hasOwn(KNOWN, type) ? (value as ServerMessage) : null;
}

export function encodeClientMessage(message: ClientMessage): string {
  return JSON.stringify(message);
}
