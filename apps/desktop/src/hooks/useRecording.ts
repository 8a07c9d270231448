/** Plays moments of a call's recording, each fetched alone and heard to its end. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../lib/api';
import { monoWav } from '../lib/recordingClip';

export interface Recording {
  /** Key of the moment being played. */
  playing: string | null;
  /** Why the last wish to hear something was not fulfilled. */
  trouble: Error | null;
  /** Plays from `startMs`, to `endMs` where it is known; the same `key` again stops. */
  play(key: string, startMs: number, endMs: number | null): void;
}

export function useRecording(sessionId: string): Recording {
  const [playing, setPlaying] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const audio = useRef<HTMLAudioElement | null>(null);
  // Tells a sound that arrives late from the one that is wanted now.
  const wish = useRef(0);

  const silence = useCallback(() => {
    wish.current++;
    audio.current?.pause();
    if (audio.current !== null) URL.revokeObjectURL(audio.current.src);
    audio.current = null;
  }, []);
  useEffect(() => silence, [silence, sessionId]);

  const play = useCallback(
    (key: string, startMs: number, endMs: number | null) => {
      silence();
      setTrouble(null);
      if (playing === key) {
        setPlaying(null);
        return;
      }
      setPlaying(key);
      const mine = wish.current;
      const begin = async () => {
        const frames = await api.recordingStretch(sessionId, startMs, endMs);
        if (mine !== wish.current) return;
        const sound = new Blob([monoWav(frames)], { type: 'audio/wav' });
        const element = new Audio(URL.createObjectURL(sound));
        audio.current = element;
        element.onended = () => {
          if (mine === wish.current) setPlaying(null);
        };
        await element.play();
      };
      begin().catch((error: unknown) => {
        if (mine !== wish.current) return;
        setPlaying(null);
        setTrouble(error instanceof Error ? error : new Error(String(error)));
      });
    },
    [playing, sessionId, silence],
  );
  return { playing, trouble, play };
}
