/** Plain words for the codes of the wire. */
import type { Party, Wording } from '../types/session';

const ENDED: Partial<Record<string, string>> = {
  trainee_ended: 'You ended the call.',
  prospect_hung_up: 'The prospect hung up.',
  booked: 'The call ended with a meeting booked.',
  goodbye: 'You both said goodbye.',
  message_left: 'A message was left.',
  wrong_number: 'It was the wrong number.',
  no_answer: 'Nobody picked up.',
  silence: 'The prospect left after a long silence.',
  time_limit: 'The time for this call was up.',
  connection_lost: 'The connection was lost for too long. What was said is kept.',
  backend_stopped: 'Ringside stopped during the call. What was said is kept.',
  error: 'Something went wrong during the call. What was said is kept.',
};

const DIMENSION: Partial<Record<string, string>> = {
  opener: 'Opener',
  rapport: 'Rapport',
  discovery: 'Discovery',
  objection_handling: 'Objection handling',
  value_articulation: 'Value',
  close_quality: 'Close',
  talk_listen_balance: 'Talk and listen',
};

const CALL_TYPE: Partial<Record<string, string>> = {
  cold: 'Cold call',
  gatekeeper: 'Gatekeeper call',
  voicemail: 'Voicemail',
  callback: 'Call-back',
};

const WORDING: Record<Wording, string> = {
  bank: 'built-in words',
  ollama: 'a model server (Ollama)',
  llama_cpp: 'a model file',
};

const PARTY: Record<Party, string> = {
  trainee: 'You',
  prospect: 'Prospect',
  gatekeeper: 'Gatekeeper',
  voicemail: 'Voicemail',
};

/** `asks_follow_up` → `Asks follow up`. */
export function humanise(id: string): string {
  const words = id.split(/[._]/).join(' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const endedWords = (reason: string): string => ENDED[reason] ?? 'The call is over.';
export const dimensionWords = (id: string): string => DIMENSION[id] ?? humanise(id);
export const callTypeWords = (type: string): string => CALL_TYPE[type] ?? humanise(type);
export const wordingWords = (wording: Wording): string => WORDING[wording];
export const partyWords = (party: Party): string => PARTY[party];
