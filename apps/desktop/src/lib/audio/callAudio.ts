/** The audio of one call: microphone in, prospect out, levels for the meters, ringing meanwhile. */
import captureWorklet from '../../worklets/capture.worklet.ts?worker&url';
import playbackWorklet from '../../worklets/playback.worklet.ts?worker&url';
import { CALL_RATE_HZ } from '../wire/frames';
import { rms } from './level';
import { openMicrophone } from './microphone';
import type { CaptureToPage } from './ports';
import { startRingTone } from './ringTone';

/** Longer than a breath between words, shorter than anyone's patience with a dead microphone. */
const SILENT_AFTER_MS = 3_000;

export type MicrophoneState = 'ok' | 'silent' | 'lost';

export interface CallAudioListener {
  microphone(state: MicrophoneState): void;
}

export interface CallAudio {
  /** Loudness now, 0 to 1 (root mean square). */
  micLevel(): number;
  prospectLevel(): number;
  /** Opens the speaker at the backend's rate, so that nothing needs converting on the way. */
  openSpeaker(rateHz: number): Promise<MessagePort>;
  capturePort: MessagePort;
  ring(on: boolean): void;
  close(): void;
}

export async function openCallAudio(listener: CallAudioListener): Promise<CallAudio> {
  const microphone = new MicrophoneLine(await openMicrophone(), listener);
  await microphone.begin();
  return new OpenCallAudio(microphone);
}

class OpenCallAudio implements CallAudio {
  private speaker: AudioContext | null = null;
  private analyser: AnalyserNode | null = null;
  /** About as long as one column of the level line. */
  private readonly window = new Float32Array(1024);
  private stopRinging: (() => void) | null = null;
  private wantsRing = false;

  constructor(private readonly microphone: MicrophoneLine) {}

  get capturePort(): MessagePort {
    return this.microphone.port;
  }

  micLevel(): number {
    return this.microphone.level;
  }

  prospectLevel(): number {
    if (this.analyser === null) return 0;
    this.analyser.getFloatTimeDomainData(this.window);
    return rms(this.window);
  }

  async openSpeaker(rateHz: number): Promise<MessagePort> {
    const context = new AudioContext({ sampleRate: rateHz, latencyHint: 'interactive' });
    await context.audioWorklet.addModule(playbackWorklet);
    await context.resume();
    const node = new AudioWorkletNode(context, 'ringside-playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    const analyser = new AnalyserNode(context, { fftSize: this.window.length });
    node.connect(analyser).connect(context.destination);
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage({ kind: 'attach', port: port1 }, [port1]);
    this.speaker = context;
    this.analyser = analyser;
    this.ring(this.wantsRing);
    return port2;
  }

  ring(on: boolean): void {
    this.wantsRing = on;
    if (on && this.speaker !== null) this.stopRinging ??= startRingTone(this.speaker);
    if (!on) {
      this.stopRinging?.();
      this.stopRinging = null;
    }
  }

  close(): void {
    this.ring(false);
    this.microphone.close();
    void this.speaker?.close();
  }
}

/** One capture context for the whole call: microphones may come and go, the sample clock runs on. */
class MicrophoneLine {
  readonly port: MessagePort;
  level = 0;
  private readonly farPort: MessagePort;
  private readonly context = new AudioContext({
    sampleRate: CALL_RATE_HZ,
    latencyHint: 'interactive',
  });
  private node: AudioWorkletNode | null = null;
  private source: MediaStreamAudioSourceNode | null = null;
  private state: MicrophoneState = 'ok';
  private closed = false;

  constructor(
    private stream: MediaStream,
    private readonly listener: CallAudioListener,
  ) {
    const { port1, port2 } = new MessageChannel();
    this.farPort = port1;
    this.port = port2;
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
    this.plugIn(this.stream);
    navigator.mediaDevices.addEventListener('devicechange', this.replug);
  }

  close(): void {
    this.closed = true;
    navigator.mediaDevices.removeEventListener('devicechange', this.replug);
    for (const track of this.stream.getTracks()) track.stop();
    void this.context.close();
  }

  private plugIn(stream: MediaStream): void {
    this.stream = stream;
    this.source?.disconnect();
    this.source = new MediaStreamAudioSourceNode(this.context, { mediaStream: stream });
    if (this.node !== null) this.source.connect(this.node);
    const track = stream.getAudioTracks()[0];
    if (track !== undefined) {
      track.onended = () => {
        this.become('lost');
        this.replug();
      };
    }
  }

  /** After an unplugged microphone: take whatever the system now offers, now or when something is plugged in. */
  private readonly replug = (): void => {
    if (this.closed || this.state !== 'lost') return;
    openMicrophone().then(
      (stream) => {
        this.plugIn(stream);
        this.become('ok');
      },
      () => {
        this.source?.disconnect();
      },
    );
  };

  private hear({ level, zeroMs }: CaptureToPage): void {
    this.level = level;
    if (this.state === 'lost') return;
    this.become(zeroMs >= SILENT_AFTER_MS ? 'silent' : 'ok');
  }

  private become(state: MicrophoneState): void {
    if (state === this.state) return;
    this.state = state;
    this.listener.microphone(state);
  }
}
