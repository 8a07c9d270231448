/** Whose words the prospect uses: chosen once, remembered, and never silently another one's. */
import { render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { makeHome } from '../../dev/makeProps';
import { theWordings } from '../../dev/makeWire';
import { usePreferences } from '../../hooks/usePreferences';
import { HomeView } from '../home/HomeView';
import { WordingChoice } from './WordingChoice';

beforeEach(() => {
  localStorage.clear();
});

it('offers every engine, each with what is missing for it', async () => {
  const choose = vi.fn();
  render(<WordingChoice wordings={theWordings()} chosen="bank" onChoose={choose} />);
  expect(screen.getByRole('radio', { name: /^built-in words/ })).toBeChecked();
  const server = screen.getByRole('radio', { name: /Cannot be used now.*Start the model server/ });
  await userEvent.click(server);
  expect(choose).toHaveBeenCalledWith('ollama');
});

it('is kept for the next start; what is stored askew counts as built-in', () => {
  localStorage.setItem('ringside.call-wishes', '{"wording": "ollama"}');
  expect(renderHook(usePreferences).result.current.wishes.wording).toBe('ollama');
  localStorage.setItem('ringside.call-wishes', '{"wording": "a ghost"}');
  expect(renderHook(usePreferences).result.current.wishes.wording).toBe('bank');
});

it('is told on the first screen, loudly when it cannot be had', async () => {
  const change = vi.fn();
  const wishes = { ...makeHome().wishes, wording: 'ollama' as const };
  const [, server = null] = theWordings();
  render(<HomeView {...makeHome({ wishes, wording: server, onChange: change })} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Start the model server');
  await userEvent.click(screen.getByRole('button', { name: 'Use built-in words' }));
  expect(change).toHaveBeenCalledWith({ wording: 'bank' });
});
