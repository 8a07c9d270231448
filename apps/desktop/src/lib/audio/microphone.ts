/** The microphone: asking for it, and saying in one word what went wrong. */
import { deviceFor, listDevices, type AudioDevice } from './devices';

export type MicrophoneFault = 'mic_denied' | 'mic_missing' | 'mic_busy' | 'mic_unsupported';

export class MicrophoneError extends Error {
  constructor(readonly fault: MicrophoneFault) {
    super(fault);
  }
}

/** A microphone that is on, and which one it is. */
export interface OpenMicrophone {
  stream: MediaStream;
  device: AudioDevice;
}

const FAULT_OF: Partial<Record<string, MicrophoneFault>> = {
  NotAllowedError: 'mic_denied',
  SecurityError: 'mic_denied',
  NotFoundError: 'mic_missing',
  OverconstrainedError: 'mic_missing',
  NotReadableError: 'mic_busy',
  AbortError: 'mic_busy',
};

/** As a call wants it; `plain` is what the room sounds like before anything was taken out. */
const TREATMENTS = {
  call: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  plain: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
};

export function microphoneFault(error: unknown): MicrophoneFault {
  return (error instanceof DOMException ? FAULT_OF[error.name] : undefined) ?? 'mic_unsupported';
}

/** The microphone wished for, else the system's; throws `MicrophoneError`. */
export async function openMicrophone(
  wish: AudioDevice | null,
  treatment: keyof typeof TREATMENTS = 'call',
): Promise<OpenMicrophone> {
  // Absent outside secure contexts, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new MicrophoneError('mic_unsupported');
  try {
    const before = await listDevices();
    const { id } = deviceFor(wish, before.microphones, before.usualMicrophone);
    const stream = await devices.getUserMedia({
      audio: {
        channelCount: 1,
        ...TREATMENTS[treatment],
        ...(id === '' ? {} : { deviceId: { exact: id } }),
      },
    });
    const label = stream.getAudioTracks()[0]?.label ?? '';
    // Names are told only once the microphone was allowed.
    const { usualMicrophone } = id === '' ? await listDevices() : before;
    return { stream, device: id === '' ? { ...usualMicrophone, id } : { id, label } };
  } catch (error) {
    throw new MicrophoneError(microphoneFault(error));
  }
}

export function closeStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
