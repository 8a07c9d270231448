/** The way through the screens, with a made-up backend and line. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { App } from './App';
import { aReadiness, aScorecard, aSession, aSummary, aTranscript } from './dev/makeWire';
import { CallProvider } from './hooks/useCall';
import { api } from './lib/api';
import { MicrophoneError } from './lib/audio/microphone';
import type { CallSurroundings } from './lib/callController';
import type { VoiceLineListener } from './lib/voiceLine';

let listener: VoiceLineListener;
let openVoiceLine: CallSurroundings['openVoiceLine'];

beforeEach(() => {
  window.location.hash = '';
  vi.spyOn(api, 'readiness').mockResolvedValue(aReadiness());
  vi.spyOn(api, 'session').mockResolvedValue(aSummary());
  vi.spyOn(api, 'scorecard').mockResolvedValue(aScorecard());
  vi.spyOn(api, 'transcript').mockResolvedValue({ utterances: aTranscript() });
  vi.spyOn(api, 'sessions').mockResolvedValue({ sessions: [aSummary()], next_cursor: null });
  openVoiceLine = (given) => {
    listener = given;
    return Promise.resolve({
      micLevel: () => 0,
      prospectLevel: () => 0,
      connect: () => undefined,
      send: () => undefined,
      silence: () => undefined,
      close: () => undefined,
    });
  };
});

function shown(opening: Parameters<typeof aSession>[0] = {}) {
  const surroundings: CallSurroundings = {
    api: {
      readiness: api.readiness,
      createSession: () => Promise.resolve(aSession(opening)),
      say: () => Promise.reject(new Error('nobody speaks here')),
      endSession: () => Promise.resolve(),
    },
    address: () => Promise.resolve({ url: 'http://127.0.0.1:4000', token: '' }),
    openVoiceLine: (given) => openVoiceLine(given),
    nowMs: () => performance.now(),
    sleep: () => new Promise(() => undefined),
  };
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <CallProvider surroundings={surroundings}>
        <App />
      </CallProvider>
    </QueryClientProvider>,
  );
}

it('goes from Start Call to the Post-Call Scorecard', async () => {
  shown();
  await userEvent.click(screen.getByRole('button', { name: 'Start Call' }));
  expect(await screen.findByText('Call in progress')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'End Call' }));
  expect(await screen.findByRole('heading', { name: 'Post-Call Scorecard' })).toBeVisible();
  expect(await screen.findByRole('heading', { name: 'Seven skills' })).toBeVisible();
});

it('tells that the prospect hung up, with the way to the scorecard', async () => {
  shown();
  await userEvent.click(screen.getByRole('button', { name: 'Start Call' }));
  await screen.findByRole('heading', { name: 'Briefing' });
  listener.message({ type: 'phase', phase: 'live' });
  listener.message({
    type: 'ended',
    reason: 'prospect_hung_up',
    by: 'prospect',
    score_ready: true,
  });
  expect(await screen.findByRole('heading', { name: 'The prospect hung up.' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'See the scorecard' }));
  expect(await screen.findByRole('heading', { name: 'Post-Call Scorecard' })).toBeVisible();
});

it('offers to type when there is no microphone, and the typed call is a call', async () => {
  openVoiceLine = () => Promise.reject(new MicrophoneError('mic_missing'));
  shown();
  await userEvent.click(screen.getByRole('button', { name: 'Start Call' }));
  expect(await screen.findByRole('heading', { name: 'No microphone found' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Type instead' }));
  expect(await screen.findByText('Call in progress')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'End Call' }));
  expect(await screen.findByRole('heading', { name: 'Post-Call Scorecard' })).toBeVisible();
});

it('deletes a call only after asking', async () => {
  const remove = vi.spyOn(api, 'deleteSession').mockResolvedValue();
  shown();
  await userEvent.click(screen.getByRole('link', { name: 'History' }));
  await userEvent.click(
    await screen.findByRole('button', { name: /^Delete the call with Marcus Osei/ }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(remove).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: /^Delete the call with Marcus Osei/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
  expect(remove).toHaveBeenCalledWith('s1');
});

it('shows the keys on ?, but not while somebody types', async () => {
  shown();
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name on the phone' }), '?');
  expect(screen.queryByRole('dialog')).toBeNull();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});

it('goes on at the top of a screen that a link led to, and says which one it is', async () => {
  shown();
  await userEvent.click(screen.getByRole('link', { name: 'History' }));
  expect(await screen.findByRole('heading', { name: 'History' })).toBeVisible();
  expect(screen.getByRole('main')).toHaveFocus();
  expect(document.title).toBe('History – Ringside');
});
