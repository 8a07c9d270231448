/** The microphone test before any call: level, a recording to listen to, and whether the microphone hears the speaker. */
import { CALL_RATE_HZ } from '../wire/frames';
import { pairOf, type AudioChoice } from './audioChoice';
import type { AudioDevice } from './devices';
import { EchoProbe, WARM_UP_MS, waited, type EchoTest } from './echoProbe';
import { openMicrophone } from './microphone';
import { MicrophoneLine, type MicrophoneListener } from './microphoneLine';
import type { CaptureToLink } from './ports';
import { SpeakerLine } from './speakerLine';

export const RECORD_MS = 4_000;

export interface MicTest {
  microphone: AudioDevice;
  speaker: AudioDevice;
  /** Names the two devices in what is remembered. */
  pair: string;
  /** Loudness now, 0 to 1. */
  level(): number;
  /** Records for four seconds, exactly what a prospect would hear; false when the test was closed meanwhile. */
  record(): Promise<boolean>;
  /** Plays the recording; answers when it is over. */
  play(): Promise<void>;
  /** Rings once and tells what came back; null when the test was closed meanwhile. Throws `MicrophoneError`. */
  hearEcho(): Promise<EchoTest | null>;
  close(): void;
}

export type OpenMicTest = (listener: MicrophoneListener, choice: AudioChoice) => Promise<MicTest>;

/** Takes the microphone; throws `MicrophoneError`. */
export const openMicTest: OpenMicTest = async (listener, choice) => {
  const line = new MicrophoneLine(
    await openMicrophone(choice.microphone),
    choice.microphone,
    listener,
  );
  const speaker = new SpeakerLine(choice.speaker, () => undefined);
  await line.begin();
  await speaker.begin();
  const over = new AbortController();
  let taken: Int16Array[] | null = null;
  let recording = new Float32Array(0);
  line.port.onmessage = ({ data }: MessageEvent<CaptureToLink>) => {
    taken?.push(data.samples);
  };

  return {
    microphone: line.device,
    speaker: speaker.device,
    pair: pairOf(line.device, speaker.device),
    level: () => line.level,
    record: async () => {
      taken = [];
      const done = await waited(RECORD_MS, over.signal);
      recording = joined(taken);
      taken = null;
      return done;
    },
    play: () =>
      new Promise((resolve) => {
        const { context, input } = speaker;
        const buffer = context.createBuffer(1, Math.max(1, recording.length), CALL_RATE_HZ);
        buffer.copyToChannel(recording, 0);
        const source = new AudioBufferSourceNode(context, { buffer });
        source.connect(input);
        source.onended = () => {
          resolve();
        };
        over.signal.addEventListener('abort', () => {
          resolve();
        });
        source.start();
      }),
    hearEcho: async () => {
      const probe = await EchoProbe.open(choice.microphone);
      try {
        if (!(await waited(WARM_UP_MS, over.signal))) return null;
        speaker.ring(true);
        return await probe.hear(over.signal);
      } finally {
        if (!over.signal.aborted) speaker.ring(false);
        probe.close();
      }
    },
    close: () => {
      over.abort();
      line.close();
      speaker.close();
    },
  };
};

/** Frames as one stretch of float samples. */
function joined(frames: readonly Int16Array[]): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  let at = 0;
  for (const frame of frames) for (const sample of frame) samples[at++] = sample / 32_768;
  return samples;
}
