/** The latency card in words. */
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aLatency } from '../../dev/makeWire';
import { blameWords, median } from '../../lib/latency';
import { LatencyCard } from './LatencyCard';
import { LiveLatency } from './LiveLatency';

describe('after a call', () => {
  it('names the middle, the slowest and whose fault it was', () => {
    render(<LatencyCard latency={aLatency()} />);
    expect(screen.getByText('Middle').nextSibling).toHaveTextContent('0.79 s');
    expect(screen.getByText('Slowest').nextSibling).toHaveTextContent('1.42 s');
    expect(screen.getByText(/One answer of 3 took longer than 1\.3 s/)).toBeInTheDocument();
    expect(screen.getByText(/The voice was made by Piper\./)).toBeInTheDocument();
    expect(screen.getByText('slow, ours').closest('tr')).toHaveTextContent(/^3/);
  });

  it('tells when the words came from elsewhere, and what could not be measured', () => {
    const latency = aLatency({ wordings: ['ollama', 'bank (ollama late)'], unmeasured: 2 });
    render(<LatencyCard latency={latency} />);
    expect(screen.getByText(/came from elsewhere: bank \(ollama late\)\./)).toBeInTheDocument();
    expect(screen.getByText(/2 could not be measured\./)).toBeInTheDocument();
  });

  it('is absent where nothing was answered', () => {
    const { container } = render(<LatencyCard latency={aLatency({ answers: [] })} />);
    expect(container).toBeEmptyDOMElement();
  });

  it('blames nobody when all was quick', () => {
    expect(blameWords(aLatency({ slow_turns: [] }))).toMatch(/^No answer took longer/);
    expect(blameWords(aLatency({ slow_turns: [1, 3] }))).toMatch(/^2 answers of 3/);
  });
});

describe('during a call', () => {
  it('shows the last answer, the middle and the slowest of those that could be measured', () => {
    const [first, second] = aLatency().answers;
    if (first === undefined || second === undefined) throw new Error('no answers');
    render(<LiveLatency answers={[first, { ...first, v2v_ms: null }, second]} />);
    expect(screen.getByText('Answer in 1.42 s')).toBeInTheDocument();
    expect(screen.getByText(/Middle of this call 1\.10 s, slowest 1\.42 s/)).toBeInTheDocument();
  });

  it('shows nothing before there is one', () => {
    const { container } = render(<LiveLatency answers={[]} />);
    expect(container).toBeEmptyDOMElement();
  });
});

it('the middle of an even number of figures lies between two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNull();
});
