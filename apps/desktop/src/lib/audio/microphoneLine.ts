/** One capture context for a whole call: microphones may come and go, the sample clock runs on. */
import captureWorklet from '../../worklets/capture.worklet.ts?worker&url';
import { CALL_RATE_HZ } from '../wire/frames';
import { deviceFor, listDevices, watchDevices, type AudioDevice } from './devices';
import { ClipWatch } from './level';
import {
  closeStream,
  MicrophoneError,
  openMicrophone,
  type MicrophoneFault,
  type OpenMicrophone,
} from './microphone';
import type { CaptureToPage } from './ports';

/** Longer than a breath between words, shorter than anyone's patience with a dead microphone. */
const SILENT_AFTER_MS = 3_000;
/** Plugging in a headset changes several things one after the other. */
const SETTLE_MS = 400;

/** `lost`: none is there; `denied`: the permission was taken away; `silent`: it gives only zeros. */
export type MicrophoneState = 'ok' | 'silent' | 'clipping' | 'lost' | 'denied';

export interface MicrophoneListener {
  microphone(state: MicrophoneState): void;
  /** Another one is used than before. */
  microphoneChanged(device: AudioDevice): void;
}

export class MicrophoneLine {
  /** Gives `CaptureToLink`. */
  readonly port: MessagePort;
  /** Loudness now, 0 to 1 (root mean square). */
  level = 0;
  private readonly farPort: MessagePort;
  private readonly context = new AudioContext({
    sampleRate: CALL_RATE_HZ,
    latencyHint: 'interactive',
  });
  private node: AudioWorkletNode | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private state: MicrophoneState = 'ok';
  private readonly clips = new ClipWatch();
  private closed = false;
  private changing = false;
  private stopWatching: () => void = () => undefined;

  constructor(
    private open: OpenMicrophone,
    private readonly wish: AudioDevice | null,
    private readonly listener: MicrophoneListener,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.farPort = port1;
    this.port = port2;
  }

  get device(): AudioDevice {
    return this.open.device;
  }

  async begin(): Promise<void> {
    await this.context.audioWorklet.addModule(captureWorklet);
    await this.context.resume();
    const node = new AudioWorkletNode(this.context, 'ringside-capture', { numberOfOutputs: 1 });
    node.port.postMessage({ kind: 'attach', port: this.farPort }, [this.farPort]);
    node.port.onmessage = ({ data }: MessageEvent<CaptureToPage>) => {
      this.hear(data);
    };
    // Writes silence; only what reaches the destination is sure to be rendered.
    node.connect(this.context.destination);
    this.node = node;
    this.plugIn(this.open);
    this.stopWatching = watchDevices(() => {
      setTimeout(() => void this.replug(), SETTLE_MS);
    });
  }

  close(): void {
    this.closed = true;
    this.stopWatching();
    closeStream(this.open.stream);
    void this.context.close();
  }

  private plugIn(open: OpenMicrophone): void {
    this.open = open;
    this.source?.disconnect();
    this.source = new MediaStreamAudioSourceNode(this.context, { mediaStream: open.stream });
    if (this.node !== null) this.source.connect(this.node);
    const track = open.stream.getAudioTracks()[0];
    if (track === undefined) return;
    track.onended = () => {
      this.become('lost');
      void this.replug();
    };
  }

  /** Goes to the microphone wished for, or the system's, if that is another one than now or the present one is gone. */
  private async replug(): Promise<void> {
    if (this.closed || this.changing) return;
    this.changing = true;
    try {
      const gone = this.state === 'lost' || this.state === 'denied';
      const { microphones, usualMicrophone } = await listDevices();
      const wanted = deviceFor(this.wish, microphones, usualMicrophone);
      if (!gone && wanted.id === this.device.id && wanted.label === this.device.label) return;
      await this.changeTo(await openMicrophone(this.wish), gone);
    } catch (error) {
      const fault: MicrophoneFault = error instanceof MicrophoneError ? error.fault : 'mic_busy';
      if (this.open.stream.active) return;
      this.source?.disconnect();
      this.become(fault === 'mic_denied' ? 'denied' : 'lost');
    } finally {
      this.changing = false;
    }
  }

  private async changeTo(next: OpenMicrophone, wasGone: boolean): Promise<void> {
    if (this.isClosed()) {
      closeStream(next.stream);
      return;
    }
    const before = this.open;
    this.plugIn(next);
    closeStream(before.stream);
    // What was sent while there was none is nobody's silence.
    if (wasGone) this.node?.port.postMessage({ kind: 'gap' });
    await this.context.resume();
    this.become('ok');
    this.listener.microphoneChanged(next.device);
  }

  /** Asked after a wait, where the compiler still believes what held before. */
  private isClosed(): boolean {
    return this.closed;
  }

  private hear({ level, zeroMs, clipped }: CaptureToPage): void {
    this.level = level;
    const tooLoud = this.clips.push(clipped);
    if (this.state === 'lost' || this.state === 'denied') return;
    this.become(zeroMs >= SILENT_AFTER_MS ? 'silent' : tooLoud ? 'clipping' : 'ok');
  }

  private become(state: MicrophoneState): void {
    if (state === this.state) return;
    this.state = state;
    this.listener.microphone(state);
  }
}
