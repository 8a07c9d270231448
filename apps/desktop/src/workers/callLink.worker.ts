/** The Worker around `CallLink`: audio goes worklet → here → socket and never through the page. */
import type { CaptureToLink, LinkToPlayback, PlaybackToLink } from '../lib/audio/ports';
import { assertNever } from '../lib/assertNever';
import { CallLink } from '../lib/callLink';
import type { LinkToPage, PageToLink } from '../lib/linkPorts';

declare const self: DedicatedWorkerGlobalScope;

let playback: MessagePort | null = null;
/** Sound that arrives before the page has opened the speaker. */
let early: LinkToPlayback[] = [];

const tell = (message: LinkToPage): void => {
  self.postMessage(message);
};

const link = new CallLink(
  {
    connect: (url) => new WebSocket(url),
    nowMs: () => performance.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  },
  {
    message: (message) => {
      tell({ kind: 'message', message });
    },
    status: (status) => {
      tell({ kind: 'status', status });
    },
    playback: (message) => {
      if (playback === null) early.push(message);
      else toSpeaker(playback, message);
    },
  },
);

function toSpeaker(port: MessagePort, message: LinkToPlayback): void {
  port.postMessage(message, message.kind === 'piece' ? [message.samples.buffer] : []);
}

function attachSpeaker(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<PlaybackToLink>) => {
    if (data.kind === 'played') link.played(data.gen, data.samples);
    else link.audible(data.on);
  };
  playback = port;
  for (const message of early) toSpeaker(port, message);
  early = [];
}

self.onmessage = ({ data }: MessageEvent<PageToLink>) => {
  switch (data.kind) {
    case 'open':
      link.open(data.start);
      return;
    case 'capture':
      data.port.onmessage = (event: MessageEvent<CaptureToLink>) => {
        link.frame(event.data);
      };
      return;
    case 'playback':
      attachSpeaker(data.port);
      return;
    case 'send':
      link.send(data.message);
      return;
    case 'close':
      link.close();
      return;
    default:
      assertNever(data);
  }
};
