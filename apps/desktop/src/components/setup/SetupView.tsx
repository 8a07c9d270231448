/** The microphone test drawn from props: choose, speak, listen to yourself, check the headset. */
import type { MicTestState } from '../../hooks/useMicTest';
import type { AudioChoice } from '../../lib/audio/audioChoice';
import { DeviceChoice } from './DeviceChoice';
import { HeadsetCheck } from './HeadsetCheck';
import { MicrophoneCheck } from './MicrophoneCheck';

export interface SetupViewProps {
  state: MicTestState;
  choice: AudioChoice;
  /** Loudness now, 0 to 1. */
  level: () => number;
  onChoose: (which: 'microphone' | 'speaker', id: string) => void;
  onStart: () => void;
  onStop: () => void;
  onRecord: () => void;
  onPlay: () => void;
  onEcho: () => void;
  onHeadset: (on: boolean) => void;
}

export function SetupView(props: SetupViewProps) {
  const { state, choice, onChoose, onEcho, onHeadset } = props;
  return (
    <div className="grid gap-10">
      <DeviceChoice devices={state.devices} choice={choice} onChoose={onChoose} />
      <MicrophoneCheck {...props} />
      <HeadsetCheck state={state} choice={choice} onEcho={onEcho} onHeadset={onHeadset} />
    </div>
  );
}
