/** The microphone test as somebody goes through it, with a made-up microphone. */
import { act, renderHook, screen, render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSetup, PAIR } from '../../dev/makeProps';
import { useMicTest } from '../../hooks/useMicTest';
import { NOTHING_CHOSEN, routeOf, type AudioChoice } from '../../lib/audio/audioChoice';
import type { EchoTest } from '../../lib/audio/echoProbe';
import { MicrophoneError } from '../../lib/audio/microphone';
import type { MicTest } from '../../lib/audio/micTest';
import { SetupView } from './SetupView';

const shown = (...setup: Parameters<typeof makeSetup>) => {
  const props = {
    ...makeSetup(...setup),
    onChoose: vi.fn(),
    onHeadset: vi.fn(),
    onEcho: vi.fn(),
    onPlay: vi.fn(),
  };
  render(<SetupView {...props} />);
  return props;
};

describe('the setup', () => {
  it('lets devices be chosen by name, the system’s first', async () => {
    const { onChoose } = shown();
    const microphone = screen.getByRole('combobox', { name: 'Microphone' });
    expect(microphone).toHaveDisplayValue('What the system uses (Built-in Microphone)');
    await userEvent.selectOptions(microphone, 'Headset Microphone');
    expect(onChoose).toHaveBeenCalledWith('microphone', 'm1');
  });

  it('says when the chosen device is not there', () => {
    shown({}, { microphone: { id: 'gone', label: 'USB Headset' } });
    expect(screen.getByText(/USB Headset is not plugged in/)).toBeInTheDocument();
  });

  it('offers no speakers where the browser plays where it likes', () => {
    const { devices } = makeSetup().state;
    if (devices === null) throw new Error('no devices');
    shown({ devices: { ...devices, canChooseSpeaker: false } });
    expect(screen.queryByRole('combobox', { name: 'Speaker' })).toBeNull();
  });

  it('says what to do about a refusal and about silence', () => {
    shown({ stage: 'off', pair: null, fault: 'mic_denied' });
    expect(screen.getByRole('alert')).toHaveTextContent('Allow the microphone');
    shown({ microphone: 'silent' });
    expect(screen.getByText('Your microphone sends only silence')).toBeInTheDocument();
  });

  it('plays back only what was recorded', async () => {
    shown();
    expect(screen.queryByRole('button', { name: 'Hear it' })).toBeNull();
    const { onPlay } = shown({ recorded: true });
    await userEvent.click(screen.getByRole('button', { name: 'Hear it' }));
    expect(onPlay).toHaveBeenCalledOnce();
  });

  it('tells what it found, and that the trainee’s word stands above it', async () => {
    const speaker = { routes: { [PAIR]: 'speaker' as const } };
    const { onHeadset } = shown({}, speaker);
    expect(screen.getByText('The microphone hears the speaker')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'I wear a headset' }));
    expect(onHeadset).toHaveBeenCalledWith(true);
    shown({}, { ...speaker, headsets: [PAIR] });
    expect(screen.getByText('You wear a headset')).toBeInTheDocument();
  });

  it('asks for the microphone before the headset can be checked', () => {
    shown({ stage: 'off', pair: null });
    expect(screen.getByRole('button', { name: 'Ring once' })).toBeDisabled();
  });
});

describe('a test of the microphone', () => {
  let choice: AudioChoice;
  let opened: { closed: boolean }[];
  let echo: EchoTest | null;

  const fake = (): Promise<MicTest> => {
    const test = {
      microphone: { id: '', label: 'Built-in Microphone' },
      speaker: { id: '', label: 'Built-in Speakers' },
      pair: PAIR,
      closed: false,
      level: () => 0.2,
      record: () => Promise.resolve(true),
      play: () => Promise.resolve(),
      hearEcho: () => Promise.resolve(echo),
      close: () => {
        test.closed = true;
      },
    };
    opened.push(test);
    return Promise.resolve(test);
  };
  const tested = (open = fake) =>
    renderHook(() =>
      useMicTest({
        choice,
        change: (changed) => {
          choice = changed(choice);
        },
        open,
      }),
    );

  beforeEach(() => {
    choice = NOTHING_CHOSEN;
    opened = [];
    echo = { route: 'speaker', couplingDb: -20, noiseDb: -60 };
    vi.stubGlobal('AudioContext', vi.fn());
  });

  it('opens, records, and remembers what the ringing told of these two devices', async () => {
    const { result } = tested();
    await act(() => result.current.start());
    expect(result.current.state).toMatchObject({ stage: 'on', pair: PAIR, recorded: false });
    await act(() => result.current.record());
    expect(result.current.state).toMatchObject({ stage: 'on', recorded: true });
    await act(() => result.current.hearEcho());
    expect(result.current.state.echo).toEqual(echo);
    expect(routeOf(choice, PAIR)).toBe('speaker');
  });

  it('remembers nothing that it could not tell', async () => {
    echo = { route: 'unknown', couplingDb: null, noiseDb: null };
    const { result } = tested();
    await act(() => result.current.start());
    await act(() => result.current.hearEcho());
    expect(choice).toEqual(NOTHING_CHOSEN);
  });

  it('says why there is no microphone', async () => {
    const { result } = tested(() => Promise.reject(new MicrophoneError('mic_busy')));
    await act(() => result.current.start());
    expect(result.current.state).toMatchObject({ stage: 'off', fault: 'mic_busy' });
  });

  it('lets go of the microphone when it is stopped, started anew or left', async () => {
    const { result, unmount } = tested();
    await act(() => result.current.start());
    await act(() => result.current.start());
    unmount();
    await waitFor(() => {
      expect(opened.map(({ closed }) => closed)).toEqual([true, true]);
    });
  });
});
