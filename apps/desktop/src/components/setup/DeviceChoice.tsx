/** Which microphone and which speaker; the system's own choice comes first. */
import type { AudioChoice } from '../../lib/audio/audioChoice';
import { deviceFor, type AudioDevice, type AudioDevices } from '../../lib/audio/devices';
import { Select } from '../ui/Select';

interface DeviceChoiceProps {
  devices: AudioDevices | null;
  choice: AudioChoice;
  onChoose: (which: 'microphone' | 'speaker', id: string) => void;
}

export function DeviceChoice({ devices, choice, onChoose }: DeviceChoiceProps) {
  if (devices === null) return null;
  const { microphones, speakers, usualMicrophone, usualSpeaker, canChooseSpeaker } = devices;
  const absent = missing(choice.microphone, microphones) ?? missing(choice.speaker, speakers);
  return (
    <section aria-labelledby="devices" className="grid gap-4">
      <h2 id="devices" className="text-title">
        Devices
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Microphone"
          value={deviceFor(choice.microphone, microphones, usualMicrophone).id}
          options={offered(microphones, usualMicrophone)}
          onChange={(id) => {
            onChoose('microphone', id);
          }}
        />
        {canChooseSpeaker && (
          <Select
            label="Speaker"
            value={deviceFor(choice.speaker, speakers, usualSpeaker).id}
            options={offered(speakers, usualSpeaker)}
            onChange={(id) => {
              onChoose('speaker', id);
            }}
          />
        )}
      </div>
      {absent !== null && (
        <p className="text-note text-muted">
          {absent} is not plugged in. Until it is, the system’s own choice is used.
        </p>
      )}
      {microphones.some(({ label }) => label === '') && (
        <p className="text-note text-muted">
          Names are shown once the microphone was allowed: test it below.
        </p>
      )}
    </section>
  );
}

function offered(devices: readonly AudioDevice[], usual: AudioDevice) {
  const behind = usual.label === '' ? '' : ` (${usual.label})`;
  return [
    { value: '', label: `What the system uses${behind}` },
    ...devices.map(({ id, label }, i) => ({ value: id, label: label || `Device ${i + 1}` })),
  ];
}

function missing(wish: AudioDevice | null, there: readonly AudioDevice[]): string | null {
  if (wish === null) return null;
  const nowhere: AudioDevice = { id: '', label: '' };
  return deviceFor(wish, there, nowhere) === nowhere ? wish.label || 'The chosen device' : null;
}
