/** The microphone: asking for it, and saying in one word what went wrong. */

export type MicrophoneFault = 'mic_denied' | 'mic_missing' | 'mic_busy' | 'mic_unsupported';

export class MicrophoneError extends Error {
  constructor(readonly fault: MicrophoneFault) {
    super(fault);
  }
}

const FAULT_OF: Partial<Record<string, MicrophoneFault>> = {
  NotAllowedError: 'mic_denied',
  SecurityError: 'mic_denied',
  NotFoundError: 'mic_missing',
  OverconstrainedError: 'mic_missing',
  NotReadableError: 'mic_busy',
  AbortError: 'mic_busy',
};

export function microphoneFault(error: unknown): MicrophoneFault {
  return (error instanceof DOMException ? FAULT_OF[error.name] : undefined) ?? 'mic_unsupported';
}

/** A live stream of the default microphone; throws `MicrophoneError`. */
export async function openMicrophone(): Promise<MediaStream> {
  // Absent outside secure contexts, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new MicrophoneError('mic_unsupported');
  try {
    return await devices.getUserMedia({
      audio: {
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  } catch (error) {
    throw new MicrophoneError(microphoneFault(error));
  }
}
