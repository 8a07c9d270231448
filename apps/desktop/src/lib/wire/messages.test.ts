/** JSON messages at the border. */
import { expect, it } from 'vitest';
import { encodeClientMessage, parseServerMessage } from './messages';

it('reads a message by its type', () => {
  const text = '{"type":"ready","session_id":"s1","out_rate":22050,"resumed":false}';
  expect(parseServerMessage(text)).toEqual({
    type: 'ready',
    session_id: 's1',
    out_rate: 22_050,
    resumed: false,
  });
});

it('leaves messages of a newer backend alone', () => {
  expect(parseServerMessage('{"type":"weather"}')).toBeNull();
  expect(parseServerMessage('{"type":"toString"}')).toBeNull();
});

it.each(['[]', '3', 'null', '{'])('refuses %s', (text) => {
  expect(() => parseServerMessage(text)).toThrow(/./);
});

it('writes what the backend reads', () => {
  expect(encodeClientMessage({ type: 'ptt', down: true, on: true })).toBe(
    '{"type":"ptt","down":true,"on":true}',
  );
});
