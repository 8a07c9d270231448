/** What is wrong with a microphone that is open, and what to do about it. */
import type { MicrophoneState } from '../../lib/audio/microphoneLine';
import { Notice } from '../ui/Notice';

const TROUBLES: Record<
  Exclude<MicrophoneState, 'ok'>,
  { tone: 'warn' | 'danger'; title: string; hint: string }
> = {
  lost: {
    tone: 'danger',
    title: 'The microphone is gone',
    hint: 'It was unplugged or taken away. Plug one in and it is used at once.',
  },
  denied: {
    tone: 'danger',
    title: 'The microphone was forbidden',
    hint: 'Allow it again in the address bar or in the system settings, then plug it in anew or start again.',
  },
  silent: {
    tone: 'warn',
    title: 'Your microphone sends only silence',
    hint: 'Check the mute switch of the headset, and the microphone chosen on the Setup screen or in the system settings.',
  },
  clipping: {
    tone: 'warn',
    title: 'You are too loud for the microphone',
    hint: 'Peaks are cut off, and words get lost. Move it away a little or turn its volume down.',
  },
};

export function MicrophoneNotice({ state }: { state: MicrophoneState }) {
  if (state === 'ok') return null;
  const { tone, title, hint } = TROUBLES[state];
  return (
    <Notice tone={tone} title={title}>
      {hint}
    </Notice>
  );
}
