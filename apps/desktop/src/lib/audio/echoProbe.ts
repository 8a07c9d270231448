/** A second ear without echo cancellation: does the microphone hear two seconds of our ringing, and how loud is the room? */
import type { AudioDevice } from './devices';
import { judgeEcho, type EchoHeard } from './echo';
import { dbOf, rms } from './level';
import { closeStream, openMicrophone } from './microphone';
import { RING_ON_MS } from './ringTone';

/** A window of this many samples at this rate is as long as one ring. */
const RATE_HZ = 16_000;
const WINDOW = 32_768;
/** Sound takes a while to the speaker, through the air and back. */
const ROUND_TRIP_MS = 150;
/** The first moments of a stream are often empty. */
export const WARM_UP_MS = 500;
const ROOM_SAMPLES = (RATE_HZ * 300) / 1000;

export interface EchoTest extends EchoHeard {
  /** The room before anything was taken out of it, in dB below full scale; null when it was not listened to. */
  noiseDb: number | null;
}

export class EchoProbe {
  private constructor(
    private readonly stream: MediaStream,
    private readonly context: AudioContext,
    private readonly ear: AnalyserNode,
  ) {}

  /** Throws `MicrophoneError`. */
  static async open(wish: AudioDevice | null): Promise<EchoProbe> {
    const { stream } = await openMicrophone(wish, 'plain');
    const context = new AudioContext({ sampleRate: RATE_HZ });
    const ear = new AnalyserNode(context, { fftSize: WINDOW, smoothingTimeConstant: 0 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(ear);
    await context.resume();
    return new EchoProbe(stream, context, ear);
  }

  /** Call it as the ring begins; null when `stop` came before the ring was over. */
  async hear(stop: AbortSignal): Promise<EchoTest | null> {
    const room = new Float32Array(ROOM_SAMPLES);
    this.ear.getFloatTimeDomainData(room);
    const noise = rms(room);
    if (!(await waited(RING_ON_MS + ROUND_TRIP_MS, stop))) return null;
    const spectrum = new Float32Array(this.ear.frequencyBinCount);
    this.ear.getFloatFrequencyData(spectrum);
    return {
      ...judgeEcho(spectrum, RATE_HZ / WINDOW),
      noiseDb: noise === 0 ? null : dbOf(noise),
    };
  }

  close(): void {
    closeStream(this.stream);
    if (this.context.state !== 'closed') void this.context.close();
  }
}

/** False when `stop` came first. */
export function waited(ms: number, stop: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (stop.aborted) {
      resolve(false);
      return;
    }
    const timer = setTimeout(() => {
      resolve(true);
    }, ms);
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve(false);
      },
      { once: true },
    );
  });
}
