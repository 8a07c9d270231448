/** The scorecard: no number without its words, no words without the way to hear them. */
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeScorecard } from '../../dev/makeProps';
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
  shown({ recording: { playing: null, failed: false, play } });
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
