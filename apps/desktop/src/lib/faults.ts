/** Everything that can go wrong around a call: what it is called, what to tell, and what to do about it. */
import type { MicrophoneFault } from './audio/microphone';
import type { LinkFault } from './callLink';

export interface Fault {
  code: string;
  title: string;
  message: string;
  /** What the trainee can do. */
  hint: string;
  /** Ways out that make sense here. */
  offers: readonly Offer[];
}

export type Offer = 'retry' | 'built_in_words' | 'type_instead' | 'models' | 'setup';

const MICROPHONE: Record<MicrophoneFault, Omit<Fault, 'code' | 'offers'>> = {
  mic_denied: {
    title: 'Ringside may not use the microphone',
    message: 'The permission was refused.',
    hint: 'Allow the microphone in the address bar or in the system settings, then try again. You can also type the call.',
  },
  mic_missing: {
    title: 'No microphone found',
    message: 'This computer offers no microphone.',
    hint: 'Plug in a headset or a microphone, then try again. You can also type the call.',
  },
  mic_busy: {
    title: 'The microphone is in use',
    message: 'Another program holds the microphone, or it does not answer.',
    hint: 'Close other calls and recorders, then try again. You can also type the call.',
  },
  mic_unsupported: {
    title: 'The microphone cannot be used here',
    message: 'This window has no access to microphones.',
    hint: 'Open Ringside through its own start command. You can also type the call.',
  },
};

const LINK: Record<LinkFault, Omit<Fault, 'code'>> = {
  unauthorised: {
    title: 'This window is not signed in to Ringside',
    message: 'The address lacks this start’s key.',
    hint: 'Open the address that the start command printed.',
    offers: [],
  },
  not_found: {
    title: 'This call no longer exists',
    message: 'Its session is gone.',
    hint: 'Start a new call.',
    offers: ['retry'],
  },
  busy: {
    title: 'This call is open in another window',
    message: 'A call can be held in one place at a time.',
    hint: 'Go on in the other window, or close it and try again.',
    offers: ['retry'],
  },
  already_ended: {
    title: 'This call has already ended',
    message: 'It cannot be taken up again.',
    hint: 'Its scorecard is in the history.',
    offers: ['retry'],
  },
  protocol: {
    title: 'Ringside and its backend do not understand each other',
    message: 'The backend refused what this window sent.',
    hint: 'Start Ringside anew, so that both parts have the same version.',
    offers: ['retry'],
  },
  unreachable: {
    title: 'The backend does not answer',
    message: 'The call could not be connected.',
    hint: 'Wait a moment and try again. If it stays so, start Ringside anew.',
    offers: ['retry'],
  },
  dropped: {
    title: 'The connection was lost',
    message: 'It did not come back within 30 seconds.',
    hint: 'What was said is kept; see the scorecard in the history.',
    offers: ['retry'],
  },
};

export function microphoneTrouble(code: MicrophoneFault): Fault {
  return { code, ...MICROPHONE[code], offers: ['type_instead', 'retry', 'setup'] };
}

export function linkTrouble(code: LinkFault): Fault {
  return { code, ...LINK[code] };
}

/** The call goes on with another device than before. */
export function deviceChanged(which: 'microphone' | 'speaker', label: string): Fault {
  const name = label === '' ? 'another device' : label;
  return {
    code: `${which}_changed`,
    title:
      which === 'microphone' ? 'Another microphone is used now' : 'Another speaker is used now',
    message:
      which === 'microphone' ? `You are heard through ${name}.` : `You hear through ${name}.`,
    hint: 'Something was plugged in or out. The call goes on. Choose devices on the Setup screen.',
    offers: [],
  };
}

export function loudRoom(): Fault {
  return {
    code: 'loud_room',
    title: 'It is loud where you are',
    message: 'The microphone hears a lot besides you.',
    hint: 'Words may get lost and answers come late. A headset, a closed door or push-to-talk helps.',
    offers: [],
  };
}

/** An error that the backend has put into words itself. */
export function backendTrouble(error: { code: string; message: string; hint: string }): Fault {
  if (error.code === 'wording_missing') {
    return {
      code: error.code,
      title: 'Nobody to word the prospect',
      message: error.message,
      hint: error.hint,
      offers: ['built_in_words', 'models', 'retry'],
    };
  }
  const models = error.code === 'model_missing' || error.code === 'engine_failed';
  return {
    code: error.code,
    title: models ? 'The voices are not ready' : 'The call could not go on',
    message: error.message,
    hint: error.hint,
    offers: models ? ['type_instead', 'models', 'retry'] : ['retry'],
  };
}
