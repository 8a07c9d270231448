/** Runs a call from *Start Call* to the last word: asks for what it needs in order, and tells the reducer. */
import type { ClientMessage, Readiness, SessionRequest, Wording } from '../types/session';
import { ApiError, type Api } from './api';
import { MicrophoneError } from './audio/microphone';
import type { CallAction, CallMode } from './callReducer';
import { callSocketUrl } from './connection';
import { backendTrouble, microphoneTrouble, type Fault } from './faults';
import type { OpenVoiceLine, VoiceLine } from './voiceLine';
import type { BackendAddress } from '../types/bridge';

export interface CallSurroundings {
  api: Pick<Api, 'readiness' | 'createSession' | 'say' | 'endSession'>;
  address(): Promise<BackendAddress>;
  openVoiceLine: OpenVoiceLine;
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

export interface CallWishes {
  durationMinutes: number;
  difficulty: number;
  traineeName: string;
  /** How long the prospect lets a pause be, −2 to 2. */
  patience: number;
  /** Who picks up; a call-back is asked for where the earlier call is shown. */
  callType: 'cold' | 'gatekeeper' | 'voicemail';
  /** Who puts the prospect's decisions into words. */
  wording: Wording;
}

const READY_POLL_MS = 500;
/** The models of a call load within seconds; a minute means that something is stuck. */
const READY_WITHIN_MS = 60_000;
/** The socket answers `end` with `ended` at once; past this the HTTP way makes sure. */
const END_GRACE_MS = 1_500;

export class CallController {
  private line: VoiceLine | null = null;
  private sessionId: string | null = null;
  private previous: string | null = null;
  private mode: CallMode = 'voice';
  private over = true;
  /** Tells a stale asynchronous step that another call has begun or this one was given up. */
  private attempt = 0;

  constructor(
    private readonly surroundings: CallSurroundings,
    private readonly dispatch: (action: CallAction) => void,
  ) {}

  /** Loudness now, 0 to 1; read by the meters some fifteen times a second. */
  readonly levels = {
    trainee: () => this.line?.micLevel() ?? 0,
    prospect: () => this.line?.prospectLevel() ?? 0,
  };

  /** `previous` is the session whose prospect is called back. */
  async start(mode: CallMode, wishes: CallWishes, previous: string | null = null): Promise<void> {
    const attempt = ++this.attempt;
    this.close();
    this.previous = previous;
    this.mode = mode;
    this.over = false;
    this.sessionId = null;
    this.dispatch({ type: 'dial', mode, patience: wishes.patience });
    try {
      const line = mode === 'voice' ? await this.openLine(attempt) : null;
      if (attempt !== this.attempt) {
        line?.close();
        return;
      }
      this.line = line;
      if (line !== null) await this.untilReady(attempt);
      await this.place(attempt, line, wishes);
    } catch (error) {
      if (attempt !== this.attempt) return;
      this.close();
      this.dispatch({ type: 'fault', fault: faultOf(error), atMs: this.surroundings.nowMs() });
    }
  }

  /** The same call once more, if need be typed. */
  again(mode: CallMode, wishes: CallWishes): Promise<void> {
    return this.start(mode, wishes, this.previous);
  }

  /** A line of a typed call; empty means silence. */
  async type(text: string): Promise<void> {
    const id = this.sessionId;
    if (id === null || this.over) return;
    this.dispatch({ type: 'typed_line', text });
    try {
      const answer = await this.surroundings.api.say(id, text);
      if (answer.ended !== null) this.over = true;
      this.dispatch({ type: 'typed_answer', answer, atMs: this.surroundings.nowMs() });
    } catch (error) {
      this.dispatch({ type: 'typed_refused', fault: faultOf(error) });
    }
  }

  setMuted(on: boolean): void {
    this.dispatch({ type: 'mute', on });
    this.send({ type: 'mute', on });
  }

  setPushToTalk(on: boolean): void {
    this.dispatch({ type: 'push_to_talk', on });
    this.send({ type: 'ptt', down: false, on });
  }

  press(down: boolean): void {
    this.dispatch({ type: 'press', down });
    this.send({ type: 'ptt', down, on: true });
  }

  setPatience(level: number): void {
    this.dispatch({ type: 'patience', level });
    this.send({ type: 'patience', level });
  }

  /** Ends the call from this side; the answer is the session whose scorecard to show, if there was one. */
  hangUp(): string | null {
    const id = this.sessionId;
    const attempt = ++this.attempt;
    this.dispatch({ type: 'hang_up', atMs: this.surroundings.nowMs() });
    if (id === null || this.over) {
      this.close();
      return id;
    }
    if (this.mode === 'typed') {
      this.over = true;
      void this.makeSureItEnded(id);
      return id;
    }
    this.line?.silence();
    this.send({ type: 'end' });
    void this.surroundings.sleep(END_GRACE_MS).then(async () => {
      const replaced = attempt !== this.attempt;
      if (replaced || !this.over) await this.makeSureItEnded(id);
      if (attempt === this.attempt) this.close();
    });
    return id;
  }

  /** Lets go of microphone, speaker and socket. */
  close(): void {
    this.over = true;
    this.line?.close();
    this.line = null;
  }

  private async openLine(attempt: number): Promise<VoiceLine> {
    const nowMs = this.surroundings.nowMs.bind(this.surroundings);
    const current = () => attempt === this.attempt;
    return this.surroundings.openVoiceLine({
      message: (message) => {
        if (message.type === 'ended' || (message.type === 'error' && message.fatal))
          this.over = true;
        if (current()) this.dispatch({ type: 'server', message, atMs: nowMs() });
        if (message.type === 'ended' && current()) this.line?.silence();
      },
      link: (link) => {
        if (link.status === 'closed') this.over = true;
        if (current()) this.dispatch({ type: 'link', link, atMs: nowMs() });
        if (link.status === 'lost' && current()) this.close();
      },
      microphone: (state) => {
        if (current()) this.dispatch({ type: 'microphone', state });
      },
      microphoneChanged: ({ label }) => {
        if (current()) this.dispatch({ type: 'device', which: 'microphone', label });
      },
      speakerChanged: ({ label }) => {
        if (current()) this.dispatch({ type: 'device', which: 'speaker', label });
      },
      room: (room) => {
        if (current()) this.dispatch({ type: 'room', room });
      },
    });
  }

  /** Engines load for a few seconds after a start: wait for that, but say at once what is missing. */
  private async untilReady(attempt: number): Promise<void> {
    const deadline = this.surroundings.nowMs() + READY_WITHIN_MS;
    for (;;) {
      const readiness = await this.surroundings.api.readiness();
      if (readiness.can_call || attempt !== this.attempt) return;
      const loading = readiness.engines.some(({ state }) => state === 'loading');
      if (!loading || this.surroundings.nowMs() >= deadline) throw notReady(readiness);
      await this.surroundings.sleep(READY_POLL_MS);
    }
  }

  private async place(attempt: number, line: VoiceLine | null, wishes: CallWishes): Promise<void> {
    if (attempt !== this.attempt) return;
    const request: SessionRequest = {
      duration_minutes: wishes.durationMinutes,
      difficulty: wishes.difficulty,
      call_type: this.previous === null ? wishes.callType : 'callback',
      ...(this.previous === null ? {} : { previous_session_id: this.previous }),
      trainee_name: wishes.traineeName,
      assisted: false,
      show_state: false,
      wording: wishes.wording,
      mode: line === null ? 'typed' : 'voice',
    };
    const { api } = this.surroundings;
    const session = await api.createSession(request).catch((error: unknown) => {
      throw wishes.wording === 'bank' ? error : notWorded(error);
    });
    if (attempt !== this.attempt) {
      void api.endSession(session.session_id).catch(() => undefined);
      return;
    }
    this.sessionId = session.session_id;
    this.dispatch({ type: 'session_created', session, atMs: this.surroundings.nowMs() });
    if (line === null) return;
    const url = callSocketUrl(await this.surroundings.address(), session.session_id);
    line.connect({ url, captions: true });
    this.send({ type: 'patience', level: wishes.patience });
  }

  private send(message: ClientMessage): void {
    this.line?.send(message);
  }

  private async makeSureItEnded(id: string): Promise<void> {
    // 409 means that it is over already, which is all that was wanted.
    await this.surroundings.api.endSession(id).catch(() => undefined);
  }
}

function faultOf(error: unknown): Fault {
  if (error instanceof MicrophoneError) return microphoneTrouble(error.fault);
  if (error instanceof ApiError) return backendTrouble(error);
  return backendTrouble({
    code: 'unexpected',
    message: error instanceof Error ? error.message : String(error),
    hint: 'Try again. If it stays so, start Ringside anew.',
  });
}

/** Engines of sound are known to be ready by then: what is refused with 503 is who should word the prospect. */
function notWorded(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.status !== 503) return error;
  return new ApiError(error.status, {
    code: 'wording_missing',
    message: error.message,
    hint: error.hint,
  });
}

function notReady({ engines }: Readiness): ApiError {
  const broken = engines.filter(({ state }) => state !== 'ready');
  return new ApiError(503, {
    code: 'model_missing',
    message: broken.map(({ purpose, name, state }) => `${purpose} (${name}): ${state}`).join('; '),
    hint: broken.find(({ hint }) => hint !== '')?.hint ?? 'See what is missing and how to get it.',
  });
}
