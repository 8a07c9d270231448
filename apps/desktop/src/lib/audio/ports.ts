/** What passes between the audio worklets, the socket's Worker and the page. */

/** Capture worklet → Worker. */
export interface CaptureToLink {
  kind: 'frame';
  start: number;
  samples: Int16Array<ArrayBuffer>;
  /** Something is missing before it: the microphone was gone meanwhile. */
  gap: boolean;
}

/** Capture worklet → page. */
export interface CaptureToPage {
  kind: 'level';
  level: number;
  /** For how long the microphone has given nothing but zeros. */
  zeroMs: number;
  /** Peaks were cut off since the last report. */
  clipped: boolean;
}

/** Page → capture worklet: the microphone is back, what was sent meanwhile was nobody's silence. */
export interface CaptureGap {
  kind: 'gap';
}

/** Worker → playback worklet. */
export type LinkToPlayback =
  | {
      kind: 'piece';
      gen: number;
      startSample: number;
      first: boolean;
      last: boolean;
      samples: Int16Array<ArrayBuffer>;
    }
  | { kind: 'clear'; gen: number }
  | { kind: 'duck'; gen: number; db: number };

/** Playback worklet → Worker. */
export type PlaybackToLink =
  { kind: 'played'; gen: number; samples: number } | { kind: 'audible'; on: boolean };

/** Page → either worklet: the port that leads to the Worker. */
export interface Attach {
  kind: 'attach';
  port: MessagePort;
}
