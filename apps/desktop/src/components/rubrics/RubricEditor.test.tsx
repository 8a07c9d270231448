/** A rubric of one's own: looked over line by line, and kept only when it can work. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { aRubric } from '../../dev/makeJudging';
import { ApiError } from '../../lib/api';
import { RubricEditor, draftFrom } from './RubricEditor';

const TEXT = 'extends = "cold_call"\n[criteria.reason]\nmet = "You gave a good reason."\n';
const REMARK = {
  line: 2,
  criterion: 'reason',
  problem: '“good” in `met` is vague.',
  hint: 'Name what a listener would hear instead.',
};

function shown(answers: Partial<Parameters<typeof RubricEditor>[0]> = {}) {
  const props = {
    draft: { key: 'x', id: null, text: TEXT },
    onCheck: vi.fn(() => Promise.resolve(aRubric({ name: 'Ours', remarks: [REMARK] }))),
    onSave: vi.fn(() => Promise.resolve(aRubric({ name: 'Ours' }))),
    onClose: vi.fn(),
    ...answers,
  };
  render(<RubricEditor {...props} />);
  return props;
}

it('shows remarks by line, and each leads to its line', async () => {
  const { onCheck, onSave } = shown();
  await userEvent.click(screen.getByRole('button', { name: 'Look it over' }));
  await userEvent.click(await screen.findByRole('button', { name: /^Line 2 ?, reason: “good”/ }));
  const area = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(area).toHaveFocus();
  expect(TEXT.slice(area.selectionStart, area.selectionEnd)).toBe('[criteria.reason]');
  expect(onCheck).toHaveBeenCalledWith(TEXT);
  expect(onSave).not.toHaveBeenCalled();
});

it('keeps what was written when it cannot be used, and says why', async () => {
  const refusal = { code: 'invalid', message: 'The points must add up.', hint: 'See the rules.' };
  shown({ onSave: () => Promise.reject(new ApiError(422, refusal)) });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The points must add up.See the rules.',
  );
  expect(screen.getByRole('textbox')).toHaveValue(TEXT);
});

it('starts from a shipped rubric by extending it', () => {
  const { id, text } = draftFrom(aRubric());
  expect(id).toBeNull();
  expect(text).toContain('extends = "cold_call"\nid = "my_cold_call"');
});
