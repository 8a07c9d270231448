/**
 * The call's connection: owns the socket, stamps frames with the call's clock, and comes back after a drop.
 *
 * Runs inside a Worker (`workers/callLink.worker.ts`); pure enough to run in a test with a made-up socket.
 */
import type { ClientMessage, ServerMessage } from '../types/session';
import type { CaptureToLink, LinkToPlayback } from './audio/ports';
import { CALL_RATE_HZ, decodeProspectPiece, encodeTraineeFrame } from './wire/frames';
import { encodeClientMessage, parseServerMessage } from './wire/messages';

/** A dropped call may come back within this time; after it the backend ends the call. */
export const RESUME_WITHIN_MS = 30_000;
const FIRST_CONTACT_WITHIN_MS = 6_000;
const RETRY_DELAYS_MS = [250, 500, 1_000, 2_000];
const PING_EVERY_MS = 5_000;
const SILENT_FOR_MS = 12_000;
/** One second of frames waiting to be sent: more would only arrive too late. */
const MAX_UNSENT_BYTES = CALL_RATE_HZ * 2;

export type LinkStatus =
  | { status: 'connecting' }
  | { status: 'open' }
  | { status: 'reconnecting' }
  | { status: 'closed' }
  | { status: 'lost'; code: LinkFault };

export type LinkFault =
  'unauthorised' | 'not_found' | 'busy' | 'already_ended' | 'protocol' | 'unreachable' | 'dropped';

export interface Socket {
  binaryType: BinaryType;
  readonly readyState: number;
  readonly bufferedAmount: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string | ArrayBuffer): void;
  close(code?: number): void;
}

export interface LinkSurroundings {
  connect(url: string): Socket;
  nowMs(): number;
  /** Calls back once; the answer cancels. */
  after(ms: number, run: () => void): () => void;
}

export interface LinkListener {
  message(message: ServerMessage): void;
  status(status: LinkStatus): void;
  playback(message: LinkToPlayback): void;
}

export interface LinkStart {
  url: string;
  echo: 'headset' | 'speaker' | 'unknown';
  captions: boolean;
}

const FINAL_CLOSE: Partial<Record<number, LinkFault>> = {
  1008: 'protocol',
  1009: 'protocol',
  4401: 'unauthorised',
  4403: 'unauthorised',
  4404: 'not_found',
  4410: 'already_ended',
};
const OPEN = 1;

export class CallLink {
  private socket: Socket | null = null;
  private start: LinkStart | null = null;
  /** `ready` has come on the present socket: frames may flow. */
  private ready = false;
  private everReady = false;
  private finished = false;
  private downSinceMs = 0;
  private attempts = 0;
  private lastHeardMs = 0;
  private cancelTimer: () => void = () => undefined;

  private seq = 0;
  private origin: number | null = null;
  private expected: number | null = null;
  private muted = false;
  /** The key's position; null while the call listens by itself. */
  private pressed: boolean | null = null;
  private patience: number | null = null;
  private prospectAudible = false;

  constructor(
    private readonly surroundings: LinkSurroundings,
    private readonly listener: LinkListener,
  ) {}

  open(start: LinkStart): void {
    this.start = start;
    this.downSinceMs = this.surroundings.nowMs();
    this.listener.status({ status: 'connecting' });
    this.dial();
  }

  /** A frame from the capture worklet; dropped while there is no line, which the next frame's gap flag tells. */
  frame({ start, samples, gap }: CaptureToLink): void {
    const socket = this.socket;
    if (socket === null || !this.ready || socket.bufferedAmount > MAX_UNSENT_BYTES) return;
    this.origin ??= start;
    const gapBefore = gap || (this.expected !== null && start !== this.expected);
    this.expected = start + samples.length;
    if (this.muted) samples.fill(0);
    socket.send(
      encodeTraineeFrame({
        seq: this.seq++,
        sampleIndex: start - this.origin,
        muted: this.muted,
        prospectAudible: this.prospectAudible,
        gapBefore,
        samples,
      }),
    );
  }

  played(gen: number, samples: number): void {
    this.send({ type: 'played', gen, samples });
  }

  audible(on: boolean): void {
    this.prospectAudible = on;
  }

  /** Sends now, or not at all: nothing said to a dead line arrives late. Switches are told again on return. */
  send(message: ClientMessage): void {
    if (message.type === 'mute') this.muted = message.on;
    if (message.type === 'ptt') this.pressed = message.on ? message.down : null;
    if (message.type === 'patience') this.patience = message.level;
    if (this.socket?.readyState === OPEN && (this.ready || message.type === 'start')) {
      this.socket.send(encodeClientMessage(message));
    }
  }

  close(): void {
    if (this.finished) return;
    this.finish({ status: 'closed' });
  }

  private dial(): void {
    if (this.start === null || this.finished) return;
    const { url, echo, captions } = this.start;
    const socket = this.surroundings.connect(url);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      if (socket !== this.socket) return;
      this.send({ type: 'start', echo, captions });
      this.heard();
      this.watch();
    };
    socket.onmessage = ({ data }) => {
      if (socket === this.socket) this.receive(data);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.socket) this.dropped(code);
    };
    this.socket = socket;
  }

  private receive(data: unknown): void {
    this.heard();
    if (data instanceof ArrayBuffer) {
      this.listener.playback({ kind: 'piece', ...decodeProspectPiece(data) });
      return;
    }
    const message = typeof data === 'string' ? parseServerMessage(data) : null;
    if (message === null) return;
    if (message.type === 'ready') this.becameReady(message.resumed);
    if (message.type === 'clear') this.listener.playback({ kind: 'clear', gen: message.gen });
    if (message.type === 'duck') {
      this.listener.playback({ kind: 'duck', gen: message.gen, db: message.db });
    }
    this.listener.message(message);
    if (message.type === 'ended') this.finish({ status: 'closed' });
  }

  private becameReady(resumed: boolean): void {
    if (!resumed) this.origin = this.expected = null;
    this.ready = this.everReady = true;
    this.attempts = 0;
    this.listener.status({ status: 'open' });
    if (this.muted) this.send({ type: 'mute', on: true });
    if (this.pressed !== null) this.send({ type: 'ptt', down: this.pressed, on: true });
    if (this.patience !== null) this.send({ type: 'patience', level: this.patience });
  }

  private dropped(code: number): void {
    const now = this.surroundings.nowMs();
    if (this.ready) this.downSinceMs = now;
    this.ready = false;
    this.socket = null;
    this.cancelTimer();
    if (this.finished) return;
    const final = FINAL_CLOSE[code] ?? (code === 4409 && !this.everReady ? 'busy' : null);
    if (final !== null) {
      this.finish({ status: 'lost', code: final });
      return;
    }
    if (code === 1000) {
      this.finish({ status: 'closed' });
      return;
    }
    const patience = this.everReady ? RESUME_WITHIN_MS : FIRST_CONTACT_WITHIN_MS;
    if (now - this.downSinceMs >= patience) {
      this.finish({ status: 'lost', code: this.everReady ? 'dropped' : 'unreachable' });
      return;
    }
    if (this.everReady) this.listener.status({ status: 'reconnecting' });
    const delay = RETRY_DELAYS_MS[Math.min(this.attempts++, RETRY_DELAYS_MS.length - 1)] ?? 0;
    this.cancelTimer = this.surroundings.after(delay, () => {
      this.dial();
    });
  }

  private heard(): void {
    this.lastHeardMs = this.surroundings.nowMs();
  }

  /** A backend that hangs closes nothing: ask now and then, and treat long silence as a drop. */
  private watch(): void {
    this.cancelTimer = this.surroundings.after(PING_EVERY_MS, () => {
      const now = this.surroundings.nowMs();
      if (now - this.lastHeardMs >= SILENT_FOR_MS) {
        this.socket?.close();
        this.dropped(1006);
        return;
      }
      this.send({ type: 'ping', t: now });
      this.watch();
    });
  }

  private finish(status: LinkStatus): void {
    this.finished = true;
    this.ready = false;
    this.cancelTimer();
    const socket = this.socket;
    this.socket = null;
    socket?.close(1000);
    this.listener.status(status);
  }
}
