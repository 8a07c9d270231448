/** Microphone, speaker and socket of one voice call, wired together; the page only hears messages. */
import type { ClientMessage, ServerMessage } from '../types/session';
import { audioChoice } from './audio/audioChoice';
import { openCallAudio, type CallAudioListener } from './audio/callAudio';
import type { LinkStart, LinkStatus } from './callLink';
import type { LinkToPage, PageToLink } from './linkPorts';

export interface VoiceLineListener extends CallAudioListener {
  message(message: ServerMessage): void;
  link(status: LinkStatus): void;
}

export interface VoiceLine {
  /** Loudness now, 0 to 1 (root mean square). */
  micLevel(): number;
  prospectLevel(): number;
  /** What is known of how the prospect's voice reaches the microphone is told by the line itself. */
  connect(start: Omit<LinkStart, 'echo'>): void;
  send(message: ClientMessage): void;
  /** Microphone off and speaker silent, while the socket may still say how the call ended. */
  silence(): void;
  close(): void;
}

export type OpenVoiceLine = (listener: VoiceLineListener) => Promise<VoiceLine>;

/** Takes the microphone; throws `MicrophoneError`. */
export const openVoiceLine: OpenVoiceLine = async (listener) => {
  const audio = await openCallAudio(listener, audioChoice);
  const worker = new Worker(new URL('../workers/callLink.worker.ts', import.meta.url), {
    type: 'module',
  });
  const tell = (message: PageToLink, transfer: Transferable[] = []) => {
    worker.postMessage(message, transfer);
  };
  tell({ kind: 'capture', port: audio.capturePort }, [audio.capturePort]);

  let speakerRate = 0;
  const openSpeaker = async (rateHz: number) => {
    if (speakerRate === rateHz) return;
    speakerRate = rateHz;
    const port = await audio.openSpeaker(rateHz);
    tell({ kind: 'playback', port }, [port]);
  };

  worker.onmessage = ({ data }: MessageEvent<LinkToPage>) => {
    if (data.kind === 'status') {
      listener.link(data.status);
      return;
    }
    const { message } = data;
    if (message.type === 'ready') void openSpeaker(message.out_rate);
    if (message.type === 'phase') audio.ring(message.phase === 'ringing');
    listener.message(message);
  };

  return {
    micLevel: () => audio.micLevel(),
    prospectLevel: () => audio.prospectLevel(),
    connect: (start) => {
      tell({ kind: 'open', start: { ...start, echo: audio.echo } });
    },
    send: (message) => {
      tell({ kind: 'send', message });
    },
    silence: () => {
      audio.close();
    },
    close: () => {
      audio.close();
      tell({ kind: 'close' });
      // The Worker closes the socket first; ending it at once would leave the backend waiting for a resume.
      setTimeout(() => {
        worker.terminate();
      }, 500);
    },
  };
};
