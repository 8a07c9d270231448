/** The audio of one call: microphone in, prospect out, ringing meanwhile; learns while it rings what it can of the room. */
import playbackWorklet from '../../worklets/playback.worklet.ts?worker&url';
import { pairOf, routeOf, withRoute, type AudioChoice, type EchoRoute } from './audioChoice';
import { deviceFor, listDevices, type AudioDevice } from './devices';
import { EchoProbe } from './echoProbe';
import { NoiseFloor, roomOf, type Room } from './level';
import { openMicrophone } from './microphone';
import { MicrophoneLine, type MicrophoneListener } from './microphoneLine';
import { SpeakerLine } from './speakerLine';

/** Often enough to see the quiet between two sounds. */
const NOISE_EVERY_MS = 50;

export interface CallAudioListener extends MicrophoneListener {
  speakerChanged(device: AudioDevice): void;
  /** How loud the room was while it rang. */
  room(room: Room): void;
}

export interface CallAudio {
  /** Loudness now, 0 to 1 (root mean square). */
  micLevel(): number;
  prospectLevel(): number;
  /** What is known of the two devices in use, from earlier. */
  echo: EchoRoute;
  /** Opens the speaker at the backend's rate, so that nothing needs converting on the way. */
  openSpeaker(rateHz: number): Promise<MessagePort>;
  capturePort: MessagePort;
  ring(on: boolean): void;
  close(): void;
}

/** Where the choice is kept; given by the page. */
export interface ChoiceKeeper {
  get(): AudioChoice;
  change(changed: (before: AudioChoice) => AudioChoice): void;
}

/** Takes the microphone; throws `MicrophoneError`. */
export async function openCallAudio(
  listener: CallAudioListener,
  keeper: ChoiceKeeper,
): Promise<CallAudio> {
  const choice = keeper.get();
  const line = new MicrophoneLine(
    await openMicrophone(choice.microphone),
    choice.microphone,
    listener,
  );
  await line.begin();
  const { speakers, usualSpeaker } = await listDevices();
  const pair = pairOf(line.device, deviceFor(choice.speaker, speakers, usualSpeaker));
  return new OpenCallAudio(line, pair, listener, keeper);
}

class OpenCallAudio implements CallAudio {
  readonly echo: EchoRoute;
  private speaker: SpeakerLine | null = null;
  private probe: EchoProbe | null = null;
  private wantsRing = false;
  private readonly ringing = new AbortController();
  private noise = new NoiseFloor();
  private noiseTimer: ReturnType<typeof setInterval> | undefined;
  private closed = false;

  constructor(
    private readonly microphone: MicrophoneLine,
    private readonly pair: string,
    private readonly listener: CallAudioListener,
    private readonly keeper: ChoiceKeeper,
  ) {
    this.echo = routeOf(keeper.get(), pair);
    // A pair of devices nobody has met: a second ear finds out while it rings, for the calls to come.
    if (this.echo === 'unknown') void this.openProbe();
  }

  get capturePort(): MessagePort {
    return this.microphone.port;
  }

  micLevel(): number {
    return this.microphone.level;
  }

  prospectLevel(): number {
    return this.speaker?.level ?? 0;
  }

  async openSpeaker(rateHz: number): Promise<MessagePort> {
    const speaker = new SpeakerLine(
      this.keeper.get().speaker,
      (device) => {
        this.listener.speakerChanged(device);
      },
      rateHz,
    );
    await speaker.context.audioWorklet.addModule(playbackWorklet);
    await speaker.begin();
    const node = new AudioWorkletNode(speaker.context, 'ringside-playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
    });
    node.connect(speaker.input);
    const { port1, port2 } = new MessageChannel();
    node.port.postMessage({ kind: 'attach', port: port1 }, [port1]);
    this.speaker = speaker;
    if (this.wantsRing) this.startRinging(speaker);
    return port2;
  }

  ring(on: boolean): void {
    const before = this.wantsRing;
    this.wantsRing = on;
    if (on && this.speaker !== null) this.startRinging(this.speaker);
    if (!on && before) this.stopRinging();
  }

  close(): void {
    this.closed = true;
    this.wantsRing = false;
    this.stopRinging();
    this.microphone.close();
    this.speaker?.close();
  }

  private startRinging(speaker: SpeakerLine): void {
    if (this.noiseTimer !== undefined) return;
    speaker.ring(true);
    this.noiseTimer = setInterval(() => {
      this.noise.push(this.microphone.level);
    }, NOISE_EVERY_MS);
    void this.learn();
  }

  private stopRinging(): void {
    this.ringing.abort();
    this.speaker?.ring(false);
    clearInterval(this.noiseTimer);
    this.probe?.close();
    this.probe = null;
    const { db } = this.noise;
    this.noise = new NoiseFloor();
    if (db !== null && !this.closed) this.listener.room(roomOf(db));
  }

  private async openProbe(): Promise<void> {
    // Refused or impossible: the route stays unknown, the call goes on.
    const probe = await EchoProbe.open(this.keeper.get().microphone).catch(() => null);
    if (this.closed || this.ringing.signal.aborted) probe?.close();
    else this.probe = probe;
  }

  private async learn(): Promise<void> {
    const heard = await this.probe?.hear(this.ringing.signal);
    this.probe?.close();
    this.probe = null;
    if (heard && heard.route !== 'unknown')
      this.keeper.change((before) => withRoute(before, this.pair, heard.route));
  }
}
