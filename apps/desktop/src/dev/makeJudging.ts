/** What stands around a scorecard: disputes and rubrics, for tests and the gallery. */
import type { Dispute, Rubric } from '../types/session';

export const aDispute = (changes: Partial<Dispute> = {}): Dispute => ({
  dispute_id: 'd1',
  session_id: 's1',
  rubric_id: 'cold_call',
  rubric_version: '1',
  criterion: 'permission',
  note: 'I asked whether I had caught him in the middle of something.',
  created_at: '2026-03-02T10:40:00Z',
  ...changes,
});

export const aRubric = (changes: Partial<Rubric> = {}): Rubric => ({
  id: 'cold_call',
  version: '1',
  name: 'Direct cold call',
  call_types: ['cold'],
  ready_made: true,
  text: 'id = "cold_call"\n',
  remarks: [],
  ...changes,
});

export const aRubrics = (): Rubric[] => [
  aRubric(),
  aRubric({ id: 'callback', name: 'Call-back', call_types: ['callback'] }),
  aRubric({ id: 'ours', version: '2', name: 'Our team’s sheet', ready_made: false }),
];
