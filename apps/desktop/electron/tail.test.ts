/** The tail holds the newest bytes and never half a character. */
import { expect, test } from 'vitest';
import { Tail } from './tail';

test.each([1, 2, 3, 5, 100])('keeps the end of what came in pieces of %i bytes', (size) => {
  const bytes = Buffer.from('0123456789'.repeat(10));
  const tail = new Tail(32);
  for (let at = 0; at < bytes.length; at += size) tail.push(bytes.subarray(at, at + size));
  expect(tail.toString()).toBe('0123456789'.repeat(10).slice(-32));
});

test.each([4, 5, 6, 7, 8])('leaves out a character cut by a limit of %i bytes', (limit) => {
  const tail = new Tail(limit);
  tail.push(Buffer.from('a😀é€z'));
  expect('a😀é€z'.endsWith(tail.toString())).toBe(true);
  expect(Buffer.byteLength(tail.toString())).toBeGreaterThan(limit - 4);
});
