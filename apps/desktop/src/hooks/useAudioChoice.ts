/** Which devices the trainee chose, and what is known of them. */
import { useSyncExternalStore } from 'react';
import { audioChoice } from '../lib/audio/audioChoice';

export function useAudioChoice() {
  const choice = useSyncExternalStore(audioChoice.subscribe, audioChoice.get);
  return { choice, change: audioChoice.change };
}
