/** What a browser lists, sorted into what a person can choose from. */
import { describe, expect, it } from 'vitest';
import { deviceFor, sortDevices } from './devices';

const listed = (kind: MediaDeviceKind, deviceId: string, label: string, groupId = deviceId) => ({
  kind,
  deviceId,
  label,
  groupId,
});

const CHROMIUM = [
  listed('audioinput', 'default', 'Default - Headset', 'g1'),
  listed('audioinput', 'communications', 'Communications - Headset', 'g1'),
  listed('audioinput', 'm1', 'Headset', 'g1'),
  listed('audioinput', 'm2', 'Built-in', 'g2'),
  listed('videoinput', 'v1', 'Camera'),
  listed('audiooutput', 'default', 'Default - Speakers', 'g2'),
  listed('audiooutput', 's1', 'Headset', 'g1'),
  listed('audiooutput', 's2', 'Speakers', 'g2'),
];

describe('devices', () => {
  it('are listed without the stand-ins for the system’s choice, which is named plainly', () => {
    expect(sortDevices(CHROMIUM, true)).toEqual({
      microphones: [
        { id: 'm1', label: 'Headset' },
        { id: 'm2', label: 'Built-in' },
      ],
      speakers: [
        { id: 's1', label: 'Headset' },
        { id: 's2', label: 'Speakers' },
      ],
      usualMicrophone: { id: '', label: 'Headset' },
      usualSpeaker: { id: '', label: 'Speakers' },
      canChooseSpeaker: true,
    });
  });

  it('without a stand-in: the first one is the system’s', () => {
    const { usualMicrophone } = sortDevices([listed('audioinput', 'm1', 'Only one')], false);
    expect(usualMicrophone).toEqual({ id: '', label: 'Only one' });
  });

  it('may be none at all', () => {
    expect(sortDevices([], false)).toMatchObject({ microphones: [], usualSpeaker: { label: '' } });
  });
});

describe('a wish', () => {
  const { microphones, usualMicrophone } = sortDevices(CHROMIUM, true);

  it('leads to its device, also by name when ids have changed', () => {
    expect(deviceFor({ id: 'm2', label: 'Built-in' }, microphones, usualMicrophone).id).toBe('m2');
    expect(deviceFor({ id: 'old', label: 'Built-in' }, microphones, usualMicrophone).id).toBe('m2');
  });

  it('for what is not there leads to the system’s choice', () => {
    expect(deviceFor({ id: 'x', label: 'USB' }, microphones, usualMicrophone)).toBe(
      usualMicrophone,
    );
    expect(deviceFor({ id: 'x', label: '' }, [{ id: 'y', label: '' }], usualMicrophone)).toBe(
      usualMicrophone,
    );
    expect(deviceFor(null, microphones, usualMicrophone)).toBe(usualMicrophone);
  });
});
