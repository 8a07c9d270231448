/** The microphone test as a screen sees it: what it is doing, what went wrong, what it found. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { withRoute, type AudioChoice } from '../lib/audio/audioChoice';
import { listDevices, watchDevices, type AudioDevices } from '../lib/audio/devices';
import type { EchoTest } from '../lib/audio/echoProbe';
import { MicrophoneError, type MicrophoneFault } from '../lib/audio/microphone';
import type { MicrophoneState } from '../lib/audio/microphoneLine';
import { openMicTest, type MicTest, type OpenMicTest } from '../lib/audio/micTest';

export type MicTestStage = 'off' | 'opening' | 'on' | 'recording' | 'playing' | 'ringing';

export interface MicTestState {
  stage: MicTestStage;
  fault: MicrophoneFault | null;
  microphone: MicrophoneState;
  devices: AudioDevices | null;
  /** Names of the two devices in use; null while off. */
  pair: string | null;
  recorded: boolean;
  echo: EchoTest | null;
}

const OFF: MicTestState = {
  stage: 'off',
  fault: null,
  microphone: 'ok',
  devices: null,
  pair: null,
  recorded: false,
  echo: null,
};

interface MicTestWishes {
  choice: AudioChoice;
  change: (changed: (before: AudioChoice) => AudioChoice) => void;
  open?: OpenMicTest;
}

export function useMicTest({ choice, change, open = openMicTest }: MicTestWishes) {
  const [state, setState] = useState(OFF);
  const test = useRef<MicTest | null>(null);
  const wanted = useRef(0);

  const patch = useCallback((changes: Partial<MicTestState>) => {
    setState((before) => ({ ...before, ...changes }));
  }, []);
  const refreshDevices = useCallback(() => {
    void listDevices().then((devices) => {
      patch({ devices });
    });
  }, [patch]);
  const close = useCallback(() => {
    wanted.current++;
    test.current?.close();
    test.current = null;
  }, []);

  useEffect(() => {
    refreshDevices();
    const stop = watchDevices(refreshDevices);
    return () => {
      stop();
      close();
    };
  }, [refreshDevices, close]);

  const start = useCallback(
    async (chosen: AudioChoice = choice) => {
      close();
      const mine = wanted.current;
      setState(({ devices }) => ({ ...OFF, devices, stage: 'opening' }));
      try {
        const opened = await open(
          {
            microphone: (microphone) => {
              patch({ microphone });
            },
            microphoneChanged: refreshDevices,
          },
          chosen,
        );
        if (mine !== wanted.current) {
          opened.close();
          return;
        }
        test.current = opened;
        patch({ stage: 'on', pair: opened.pair });
        refreshDevices();
      } catch (error) {
        const fault = error instanceof MicrophoneError ? error.fault : 'mic_unsupported';
        if (mine === wanted.current) patch({ stage: 'off', fault });
      }
    },
    [choice, close, open, patch, refreshDevices],
  );

  /** Does one thing with the open microphone; what comes after the test was closed is forgotten. */
  const during = useCallback(
    async (stage: MicTestStage, act: (test: MicTest) => Promise<Partial<MicTestState>>) => {
      const mine = wanted.current;
      if (test.current === null) return;
      patch({ stage });
      const found = await act(test.current).catch(() => ({}));
      if (mine === wanted.current) patch({ ...found, stage: 'on' });
    },
    [patch],
  );

  return {
    state,
    start,
    stop: () => {
      close();
      patch({ stage: 'off' });
    },
    level: useCallback(() => test.current?.level() ?? 0, []),
    record: () => during('recording', async (open) => ({ recorded: await open.record() })),
    play: () => during('playing', (open) => open.play().then(() => ({}))),
    hearEcho: () =>
      during('ringing', async (open) => {
        const echo = await open.hearEcho();
        if (echo !== null && echo.route !== 'unknown')
          change((before) => withRoute(before, open.pair, echo.route));
        return { echo };
      }),
  };
}
