/** The speaker: where the prospect and the ringing are heard, and what to do when it is unplugged. */
import { deviceFor, listDevices, watchDevices, type AudioDevice } from './devices';
import { rms } from './level';
import { startRingTone } from './ringTone';

/** Chromium's, not yet in the language's own types. */
interface Routed {
  setSinkId?(id: string): Promise<void>;
}

export class SpeakerLine {
  readonly context: AudioContext;
  /** Whatever is played goes through here. */
  readonly input: AnalyserNode;
  device: AudioDevice = { id: '', label: '' };
  /** About as long as one column of the level line. */
  private readonly window = new Float32Array(1024);
  private stopRinging: (() => void) | null = null;
  private readonly stopWatching: () => void;

  constructor(
    private readonly wish: AudioDevice | null,
    private readonly changed: (device: AudioDevice) => void,
    rateHz?: number,
  ) {
    this.context = new AudioContext({
      latencyHint: 'interactive',
      ...(rateHz === undefined ? {} : { sampleRate: rateHz }),
    });
    this.input = new AnalyserNode(this.context, { fftSize: this.window.length });
    this.input.connect(this.context.destination);
    this.stopWatching = watchDevices(() => void this.route(true));
  }

  async begin(): Promise<void> {
    await this.route(false);
    await this.context.resume();
  }

  /** Loudness now, 0 to 1 (root mean square). */
  get level(): number {
    this.input.getFloatTimeDomainData(this.window);
    return rms(this.window);
  }

  ring(on: boolean): void {
    if (on) {
      this.stopRinging ??= startRingTone(this.context);
      return;
    }
    this.stopRinging?.();
    this.stopRinging = null;
  }

  close(): void {
    this.stopWatching();
    this.ring(false);
    void this.context.close();
  }

  /** To the speaker wished for if it is there, else to the system's. */
  private async route(telling: boolean): Promise<void> {
    const { speakers, usualSpeaker } = await listDevices();
    const wanted = deviceFor(this.wish, speakers, usualSpeaker);
    const other = wanted.id !== this.device.id || wanted.label !== this.device.label;
    if (!other || this.context.state === 'closed') return;
    try {
      if (wanted.id !== this.device.id) await (this.context as Routed).setSinkId?.(wanted.id);
      this.device = wanted;
    } catch {
      // It went away again, or may not be used: the sound stays where it is.
      return;
    }
    if (telling) this.changed(wanted);
  }
}
