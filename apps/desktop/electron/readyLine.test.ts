/** The ready line is found however the pipe cuts it, and nothing else passes for it. */
import { describe, expect, test } from 'vitest';
import { ReadyLine, type Ready } from './readyLine';

const LINE = '{"status":"ready","port":49152,"pid":77,"version":"0.1.0-é"}\n';

/** What comes of the bytes when they arrive in pieces of one size, and after how many bytes. */
function arrive(text: string, size: number): { ready: Ready | null; after: number } {
  const decoder = new ReadyLine();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    const ready = decoder.push(bytes.subarray(at, at + size));
    if (ready !== null) return { ready, after: Math.min(at + size, bytes.length) };
  }
  return { ready: null, after: bytes.length };
}

const sizes = Array.from({ length: Buffer.byteLength(LINE) + 5 }, (_, index) => index + 1);

describe('the ready line', () => {
  test.each(sizes)('in pieces of %i bytes', (size) => {
    const { ready, after } = arrive(LINE + 'printed later '.repeat(9), size);
    expect(ready).toEqual({ port: 49_152, pid: 77, version: '0.1.0-é' });
    expect(after).toBe(Math.ceil(Buffer.byteLength(LINE) / size) * size);
  });

  test('is not believed before its end has come', () => {
    expect(arrive(LINE.slice(0, -1), 1).ready).toBeNull();
  });

  test('may end the way Windows ends lines', () => {
    expect(arrive(LINE.replace('\n', '\r\n'), 7).ready?.port).toBe(49_152);
  });
});

describe('anything else is refused', () => {
  test.each([
    'Welcome to Ringside\n',
    '\n' + LINE,
    'null\n',
    '[]\n',
    LINE.replace('ready', 'starting'),
    LINE.replace('49152', '0'),
    LINE.replace('49152', '70000'),
    LINE.replace('49152', '"49152"'),
    LINE.replace('49152', '1.5'),
    '{"status":"ready"}\n',
  ])('%j', (text) => {
    for (const size of [1, 3, text.length]) {
      expect(() => arrive(text, size)).toThrow('not the ready line');
    }
  });

  test('a line without an end is not kept for ever', () => {
    expect(() => arrive('x'.repeat(5_000), 512)).toThrow('not the ready line');
  });
});
