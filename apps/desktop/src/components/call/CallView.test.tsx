/** The call screen as somebody meets it who cannot see it. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { makeCall } from '../../dev/makeProps';
import { CallView, type CallViewProps } from './CallView';

const shown = (changes: Parameters<typeof makeCall>[0] = {}, props: Partial<CallViewProps> = {}) =>
  render(<CallView {...makeCall(changes)} {...props} />);

describe('a call', () => {
  it('names who is on the line, how long, and that it is in progress', () => {
    shown();
    expect(screen.getByText('Call in progress')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Marcus Osei' })).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent('1:23');
    expect(screen.getByRole('status')).toHaveTextContent('On the line');
  });

  it('shows the briefing while it rings', () => {
    shown({ stage: 'ringing', liveAtMs: null, captions: [] });
    expect(screen.getByRole('heading', { name: 'Briefing' })).toBeVisible();
    expect(screen.getByText('Opened a third warehouse in March')).toBeVisible();
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('ends by its button', async () => {
    const onHangUp = vi.fn();
    shown({}, { onHangUp });
    await userEvent.click(screen.getByRole('button', { name: 'End Call' }));
    expect(onHangUp).toHaveBeenCalledOnce();
  });

  it('mutes, and says so in words', async () => {
    const props = makeCall();
    const setMuted = vi.fn();
    render(<CallView {...props} controller={{ ...props.controller, setMuted }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Mute' }));
    expect(setMuted).toHaveBeenCalledWith(true);
  });

  it('sets the patience from the keyboard', async () => {
    const onPatience = vi.fn();
    shown({}, { onPatience });
    const slider = screen.getByRole('slider', { name: /patience/ });
    expect(slider).toHaveAttribute('aria-valuetext', 'As people do');
    slider.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(onPatience).toHaveBeenCalledWith(1);
  });

  it('announces finished lines only', () => {
    const { captions } = makeCall().state;
    const unfinished = captions.map((line, i) =>
      i === captions.length - 1 ? { ...line, final: false } : line,
    );
    const { container } = shown({ captions: unfinished });
    expect(container.querySelector('[aria-live="polite"]')).toHaveTextContent(
      /^You: Then fifteen minutes/,
    );
  });

  it('says that a line was cut off', () => {
    const [line] = makeCall().state.captions;
    if (line === undefined) throw new Error('no captions');
    shown({ captions: [{ ...line, heard: false }] });
    expect(screen.getByText('(cut off)', { exact: false })).toBeInTheDocument();
  });
});

describe('trouble in a call', () => {
  it.each([
    [{ reconnecting: true }, 'Reconnecting to the call'],
    [{ microphone: 'lost' } as const, 'The microphone is gone'],
    [{ microphone: 'denied' } as const, 'The microphone was forbidden'],
    [{ microphone: 'silent' } as const, 'Your microphone sends only silence'],
    [{ microphone: 'clipping' } as const, 'You are too loud for the microphone'],
  ])('%o is told with what to do', (changes, title) => {
    shown(changes);
    expect(screen.getByText(title).closest('[role="alert"]')).toHaveTextContent(/\.$/);
  });

  it('does not complain about silence of a muted microphone', () => {
    shown({ microphone: 'silent', muted: true });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a typed call', () => {
  it('says a line on Enter and clears the field', async () => {
    const props = makeCall({ mode: 'typed' });
    const type = vi.fn(() => Promise.resolve());
    render(<CallView {...props} controller={{ ...props.controller, type }} />);
    const field = screen.getByRole('textbox', { name: 'Your line' });
    await userEvent.type(field, ' Hi Marcus {Enter}');
    expect(type).toHaveBeenCalledWith('Hi Marcus');
    expect(field).toHaveValue('');
  });

  it('waits for the answer before the next line', async () => {
    const props = makeCall({ mode: 'typed', awaitingReply: true });
    const type = vi.fn(() => Promise.resolve());
    render(<CallView {...props} controller={{ ...props.controller, type }} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Your line' }), 'Hello?{Enter}');
    expect(type).not.toHaveBeenCalled();
  });
});
