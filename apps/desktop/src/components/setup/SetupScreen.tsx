/** Microphone, speaker and room before the first call: connects the test to its view. */
import { useAudioChoice } from '../../hooks/useAudioChoice';
import { useMicTest } from '../../hooks/useMicTest';
import { withHeadset } from '../../lib/audio/audioChoice';
import { Page } from '../frame/Page';
import { SetupView } from './SetupView';

export function SetupScreen() {
  const { choice, change } = useAudioChoice();
  const test = useMicTest({ choice, change });
  const { devices, stage, pair } = test.state;

  const choose = (which: 'microphone' | 'speaker', id: string) => {
    const there = which === 'microphone' ? devices?.microphones : devices?.speakers;
    const chosen = { ...choice, [which]: there?.find((device) => device.id === id) ?? null };
    change(() => chosen);
    // A test that runs goes on with what was chosen.
    if (stage !== 'off') void test.start(chosen);
  };

  return (
    <Page>
      <h1 className="text-display">Microphone and speaker</h1>
      <div className="mt-8">
        <SetupView
          state={test.state}
          choice={choice}
          level={test.level}
          onChoose={choose}
          onStart={() => void test.start()}
          onStop={test.stop}
          onRecord={() => void test.record()}
          onPlay={() => void test.play()}
          onEcho={() => void test.hearEcho()}
          onHeadset={(on) => {
            if (pair !== null) change((before) => withHeadset(before, pair, on));
          }}
        />
      </div>
    </Page>
  );
}
