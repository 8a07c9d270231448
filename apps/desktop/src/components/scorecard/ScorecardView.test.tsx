/** The scorecard: no number without its words, no words without the way to hear them. */
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeDisputing, makeOpinion, makeScorecard } from '../../dev/makeProps';
import { aDispute, aRubrics } from '../../dev/makeJudging';
import { aScorecard, aSummary } from '../../dev/makeWire';
import { ScorecardView } from './ScorecardView';

const shown = (changes: Parameters<typeof makeScorecard>[0] = {}) =>
  render(<ScorecardView {...makeScorecard(changes)} />);

describe('the outcome', () => {
  it('is a total when the call was whole', () => {
    shown();
    const outcome = screen.getByRole('region', { name: 'Outcome' });
    expect(outcome).toHaveTextContent('Total: 74of 100');
    expect(outcome).toHaveTextContent('not yet validated against human raters');
    expect(outcome).toHaveTextContent('The call ended with a meeting booked.');
  });

  it('is no number when it was partial', () => {
    shown({ card: aScorecard({ status: 'partial', total_score: null }) });
    expect(screen.getByText('Partial call')).toBeVisible();
    expect(screen.queryByText('of 100', { selector: '[aria-label="Outcome"] *' })).toBeNull();
  });

  it('is an honest error when scoring failed', () => {
    shown({ card: aScorecard({ status: 'error', total_score: null, dimensions: {} }) });
    expect(screen.getByText('No score')).toBeVisible();
  });
});

it('shows one win and one fix first', () => {
  shown();
  const first = screen.getByRole('region', { name: 'One win and one fix' });
  expect(first).toHaveTextContent('“Who catches it when a carrier bills the wrong zone?”');
  expect(first).toHaveTextContent('what does a wrong invoice end up costing you?');
});

it('lists the seven skills in their order, tested or not', () => {
  shown();
  const skills = within(screen.getByRole('region', { name: 'Seven skills' }));
  expect(
    skills.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent),
  ).toEqual([
    'Opener',
    'Rapport',
    'Discovery',
    'Objection handling',
    'Value',
    'Close',
    'Talk and listen',
  ]);
  expect(skills.getByText('Not tested')).toBeVisible();
});

it('plays the recording from where a quote was said', async () => {
  const play = vi.fn();
  shown({ recording: { playing: null, trouble: null, play } });
  await userEvent.click(screen.getByText('Opener'));
  const skills = within(screen.getByRole('region', { name: 'Seven skills' }));
  await userEvent.click(skills.getByRole('button', { name: /^Hear it: You: “Marcus, it is Ana/ }));
  expect(play).toHaveBeenCalledWith(expect.stringContaining('4300'), 4_300, 10_900);
});

it('offers nothing to hear of a typed call', () => {
  shown({ session: aSummary({ mode: 'typed' }) });
  expect(screen.queryByRole('button', { name: /Hear it/ })).toBeNull();
});

it('prints each figure with its definition, and n/a for what nobody can know', () => {
  shown();
  const figures = screen.getByRole('region', { name: 'Figures' });
  expect(figures).toHaveTextContent('Talk share58 %Your voiced time divided by all voiced time.');
  expect(figures).toHaveTextContent('Fillersn/a');
});

it('puts a missed chance beside what was said and what would be stronger', () => {
  shown();
  const misses = screen.getByRole('region', { name: 'Chances missed' });
  expect(misses).toHaveTextContent('in a spreadsheet, when she has the time');
  expect(misses).toHaveTextContent('Stronger“When she does not have the time');
});

describe('a judgement that is held to be wrong', () => {
  const opener = async (disputing: ReturnType<typeof makeDisputing>) => {
    shown({ disputing });
    await userEvent.click(screen.getByText('Opener'));
    return within(screen.getByRole('region', { name: 'Seven skills' }));
  };

  it('is marked with a note, by keyboard alone', async () => {
    const mark = vi.fn(() => Promise.resolve());
    const skills = await opener(makeDisputing({ mark }));
    skills.getByRole('button', { name: 'Judged wrongly? Permission' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(skills.getByLabelText('What is wrong about “Permission”?')).toHaveFocus();
    await userEvent.keyboard('I did ask.{Tab}{Enter}');
    expect(mark).toHaveBeenCalledWith('permission', 'I did ask.');
  });

  it('stands beside the score and can be taken back', async () => {
    const takeBack = vi.fn(() => Promise.resolve());
    const skills = await opener(makeDisputing({ list: [aDispute()], takeBack }));
    expect(skills.getByText(/in the middle of something/)).toBeVisible();
    expect(screen.getByRole('region', { name: 'Outcome' })).toHaveTextContent('Total: 74of 100');
    await userEvent.click(skills.getByRole('button', { name: 'Take back: Permission' }));
    expect(takeBack).toHaveBeenCalledWith('d1');
  });

  it('keeps the note when it could not be saved, and says why', async () => {
    const mark = () => Promise.reject(new Error('The disk is full.'));
    const skills = await opener(makeDisputing({ mark }));
    await userEvent.click(skills.getByRole('button', { name: 'Judged wrongly? Permission' }));
    await userEvent.type(skills.getByRole('textbox'), 'I did ask.');
    await userEvent.click(skills.getByRole('button', { name: 'Mark as wrong' }));
    expect(await skills.findByRole('alert')).toHaveTextContent('The disk is full.');
    expect(skills.getByRole('textbox')).toHaveValue('I did ask.');
  });
});

it('is scored again by the rubric that is chosen', async () => {
  const choose = vi.fn();
  shown({ rejudging: { rubrics: aRubrics(), chosen: null, busy: false, choose } });
  await userEvent.selectOptions(screen.getByLabelText('Judged by'), 'ours');
  expect(choose).toHaveBeenCalledWith('ours');
});

it('shows where the score may lie when a language model has read it too, and what it changed', async () => {
  const ask = vi.fn();
  const verifier = {
    engine: 'ollama',
    asked: 8,
    unclear: 2,
    moved: [{ criterion: 'objection_explored', from: 'partial', to: 'met' }],
    total_before: 71,
  };
  shown({
    card: aScorecard({ verifier, interval: { low: 70, high: 76 } }),
    opinion: makeOpinion({ asked: 'ollama', ask }),
  });
  expect(screen.getByRole('region', { name: 'Outcome' })).toHaveTextContent(
    'Total: 74of 100, between 70–76',
  );
  expect(screen.getByText(/Objection explored \(partial → met\).*Without it .* 71/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Show the score without it' }));
  expect(ask).toHaveBeenCalledWith(null);
});

it('offers a second opinion only where somebody can give one', async () => {
  const ask = vi.fn();
  shown();
  expect(screen.queryByRole('button', { name: /second opinion/ })).toBeNull();
  cleanup();
  shown({ opinion: makeOpinion({ engines: ['ollama'], ask }) });
  await userEvent.click(screen.getByRole('button', { name: /second opinion/ }));
  expect(ask).toHaveBeenCalledWith('ollama');
});

it('is saved as a page with sound, or without where nothing was recorded', async () => {
  const save = vi.fn();
  shown({ files: { busy: null, trouble: null, save } });
  await userEvent.click(screen.getByRole('button', { name: 'Page with sound' }));
  expect(save).toHaveBeenCalledWith('ringside-s1.html', expect.any(Function));
  cleanup();
  shown({ session: aSummary({ mode: 'typed' }) });
  expect(screen.queryByRole('button', { name: /sound/i })).toBeNull();
  expect(screen.getByText(/there is no recording/)).toBeVisible();
});
