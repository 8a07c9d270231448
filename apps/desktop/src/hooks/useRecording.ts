/** Plays moments of a call's recording; the file is fetched at the first wish to hear one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../lib/api';

export interface Recording {
  /** Key of the moment being played. */
  playing: string | null;
  failed: boolean;
  /** Plays from `startMs`, to `endMs` where it is known; the same `key` again stops. */
  play(key: string, startMs: number, endMs: number | null): void;
}

export function useRecording(sessionId: string): Recording {
  const [playing, setPlaying] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const audio = useRef<HTMLAudioElement | null>(null);
  const until = useRef<number | null>(null);

  useEffect(
    () => () => {
      const element = audio.current;
      audio.current = null;
      if (element === null) return;
      element.pause();
      URL.revokeObjectURL(element.src);
    },
    [sessionId],
  );

  const fetched = useCallback(async () => {
    if (audio.current !== null) return audio.current;
    const element = new Audio(URL.createObjectURL(await api.recording(sessionId)));
    element.onended = element.onpause = () => {
      setPlaying(null);
    };
    element.ontimeupdate = () => {
      if (until.current !== null && element.currentTime * 1000 >= until.current) element.pause();
    };
    audio.current = element;
    return element;
  }, [sessionId]);

  const play = useCallback(
    (key: string, startMs: number, endMs: number | null) => {
      if (playing === key) {
        audio.current?.pause();
        return;
      }
      setFailed(false);
      fetched()
        .then(async (element) => {
          until.current = endMs;
          element.currentTime = startMs / 1000;
          await element.play();
          setPlaying(key);
        })
        .catch(() => {
          setFailed(true);
        });
    },
    [fetched, playing],
  );
  return { playing, failed, play };
}
