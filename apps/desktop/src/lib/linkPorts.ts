/** What passes between the page and the Worker that owns the socket. */
import type { ClientMessage, ServerMessage } from '../types/session';
import type { LinkStart, LinkStatus } from './callLink';

export type PageToLink =
  | { kind: 'open'; start: LinkStart }
  | { kind: 'capture'; port: MessagePort }
  | { kind: 'playback'; port: MessagePort }
  | { kind: 'send'; message: ClientMessage }
  | { kind: 'close' };

export type LinkToPage =
  { kind: 'message'; message: ServerMessage } | { kind: 'status'; status: LinkStatus };
