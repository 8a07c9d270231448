/** A window comes back where it can be seen, or in the middle. */
import { expect, test } from 'vitest';
import { SMALLEST, USUAL, windowStateFrom } from './windowState';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: -1920, y: 0, width: 1920, height: 1080 };
const kept = { x: 100, y: 80, width: 1000, height: 700, maximized: false };

test('it comes back where it was', () => {
  expect(windowStateFrom(kept, [laptop])).toEqual(kept);
  const left = { ...kept, x: -1900, maximized: true };
  expect(windowStateFrom(left, [laptop, second])).toEqual(left);
});

test.each([
  ['the display it was on is gone', { ...kept, x: -1900 }],
  ['it is past the right edge', { ...kept, x: 1430 }],
  ['its title bar is above the screen', { ...kept, y: -300 }],
  ['its title bar is below the screen', { ...kept, y: 890 }],
])('it comes to the middle when %s', (_why, lost) => {
  expect(windowStateFrom(lost, [laptop])).toEqual({ width: 1000, height: 700, maximized: false });
});

test('it is never smaller than can be used or larger than the display', () => {
  expect(windowStateFrom({ ...kept, width: 1, height: 1 }, [laptop])).toMatchObject(SMALLEST);
  expect(windowStateFrom({ ...kept, width: 9e6, height: 9e6 }, [laptop])).toMatchObject({
    width: 1440,
    height: 875,
  });
});

test.each([
  undefined,
  null,
  'x',
  [],
  {},
  { ...kept, x: '100' },
  { ...kept, width: null },
  { ...kept, height: 0.5 },
  { ...kept, maximized: 1 },
])('%j counts as never kept', (nothing) => {
  expect(windowStateFrom(nothing, [laptop])).toEqual(USUAL);
});
