/** Which microphones and speakers there are; the system's own choice is an id of nothing. */

export interface AudioDevice {
  /** Empty for whatever the system uses. */
  id: string;
  label: string;
}

export interface AudioDevices {
  microphones: AudioDevice[];
  speakers: AudioDevice[];
  /** What the system uses now; the label is empty until the microphone was allowed once. */
  usualMicrophone: AudioDevice;
  usualSpeaker: AudioDevice;
  /** Some browsers play where the system says and nowhere else. */
  canChooseSpeaker: boolean;
}

/** Chromium lists the system's choices as devices of their own. */
const STANDINS = new Set(['default', 'communications', '']);

/** Sorts what the browser lists into what a person can choose from. */
export function sortDevices(
  listed: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId' | 'label'>[],
  canChooseSpeaker: boolean,
): AudioDevices {
  const real = (kind: MediaDeviceKind): AudioDevice[] =>
    listed
      .filter((device) => device.kind === kind && !STANDINS.has(device.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  const usual = (kind: MediaDeviceKind): AudioDevice => {
    const all = listed.filter((device) => device.kind === kind);
    const standin = all.find(({ deviceId }) => deviceId === 'default');
    // The stand-in's label has a prefix in the browser's language; the device of its group has the plain name.
    const behind = all.find(
      ({ deviceId, groupId }) => !STANDINS.has(deviceId) && groupId === standin?.groupId,
    );
    return { id: '', label: (behind ?? standin ?? all[0])?.label ?? '' };
  };
  return {
    microphones: real('audioinput'),
    speakers: real('audiooutput'),
    usualMicrophone: usual('audioinput'),
    usualSpeaker: usual('audiooutput'),
    canChooseSpeaker,
  };
}

/** What is plugged in now; empty where the browser has no devices to offer. */
export async function listDevices(): Promise<AudioDevices> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const listed = (await devices?.enumerateDevices()) ?? [];
  return sortDevices(listed, 'setSinkId' in AudioContext.prototype);
}

/** Calls back when something was plugged in or out; the answer stops that. */
export function watchDevices(changed: () => void): () => void {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  devices?.addEventListener('devicechange', changed);
  return () => {
    devices?.removeEventListener('devicechange', changed);
  };
}

/** The device that a wish leads to now: the one wished for if it is there, else the system's. */
export function deviceFor(
  wish: AudioDevice | null,
  there: readonly AudioDevice[],
  usual: AudioDevice,
): AudioDevice {
  if (wish === null) return usual;
  // An id changes when the browser's data is cleared; the name stays.
  return (
    there.find(({ id }) => id === wish.id) ??
    there.find(({ label }) => label !== '' && label === wish.label) ??
    usual
  );
}
