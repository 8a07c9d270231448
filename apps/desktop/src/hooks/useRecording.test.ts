/** What is heard is the stretch that was asked for, one at a time. */
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { api } from '../lib/api';
import { useRecording } from './useRecording';

class FakeAudio {
  static made: FakeAudio[] = [];
  onended: (() => void) | null = null;
  pause = vi.fn();
  play = vi.fn(() => Promise.resolve());
  constructor(readonly src: string) {
    FakeAudio.made.push(this);
  }
}

beforeEach(() => {
  FakeAudio.made = [];
  vi.stubGlobal('Audio', FakeAudio);
  URL.createObjectURL = () => 'blob:clip';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const recordingOf = (fetched: typeof api.recordingStretch) => {
  const asked = vi.spyOn(api, 'recordingStretch').mockImplementation(fetched);
  return { asked, ...renderHook(() => useRecording('s1')) };
};

it('fetches the stretch alone and is silent again at its end', async () => {
  const { asked, result } = recordingOf(() => Promise.resolve(new ArrayBuffer(64)));
  act(() => {
    result.current.play('quote', 1_000, 2_000);
  });
  await waitFor(() => {
    expect(FakeAudio.made[0]?.play).toHaveBeenCalled();
  });
  expect(asked).toHaveBeenCalledWith('s1', 1_000, 2_000);
  expect(result.current.playing).toBe('quote');
  act(() => {
    FakeAudio.made[0]?.onended?.();
  });
  expect(result.current.playing).toBeNull();
});

it('stops at a second press, and for another quote', async () => {
  const { result } = recordingOf(() => Promise.resolve(new ArrayBuffer(64)));
  act(() => {
    result.current.play('first', 0, 500);
  });
  await waitFor(() => {
    expect(FakeAudio.made).toHaveLength(1);
  });
  act(() => {
    result.current.play('second', 500, 900);
  });
  expect(FakeAudio.made[0]?.pause).toHaveBeenCalled();
  expect(result.current.playing).toBe('second');
  act(() => {
    result.current.play('second', 500, 900);
  });
  expect(result.current.playing).toBeNull();
  await Promise.resolve();
  expect(FakeAudio.made).toHaveLength(1);
});

it('says why nothing can be heard', async () => {
  const { result } = recordingOf(() => Promise.reject(new Error('This session has no recording.')));
  act(() => {
    result.current.play('quote', 0, 500);
  });
  await waitFor(() => {
    expect(result.current.trouble?.message).toBe('This session has no recording.');
  });
  expect(result.current.playing).toBeNull();
});
