/** What is remembered of devices, and what may be said of a pair of them. */
import { describe, expect, it } from 'vitest';
import {
  NOTHING_CHOSEN,
  pairOf,
  parseChoice,
  routeOf,
  withHeadset,
  withRoute,
} from './audioChoice';

const PAIR = pairOf({ id: 'm', label: 'Mic' }, { id: 's', label: 'Loud' });

describe('the way of the sound', () => {
  it('is unknown until it was measured, for each pair alone', () => {
    const measured = withRoute(NOTHING_CHOSEN, PAIR, 'speaker');
    expect(routeOf(NOTHING_CHOSEN, PAIR)).toBe('unknown');
    expect(routeOf(measured, PAIR)).toBe('speaker');
    expect(routeOf(measured, 'Mic|Another')).toBe('unknown');
  });

  it('is what the trainee says, as long as it is said', () => {
    const told = withHeadset(withRoute(NOTHING_CHOSEN, PAIR, 'speaker'), PAIR, true);
    expect(routeOf(told, PAIR)).toBe('headset');
    expect(routeOf(withHeadset(told, PAIR, false), PAIR)).toBe('speaker');
  });

  it('of old pairs makes room for new ones', () => {
    let choice = NOTHING_CHOSEN;
    for (let i = 0; i < 30; i++) choice = withRoute(choice, `pair ${i}`, 'headset');
    expect(Object.keys(choice.routes)).toHaveLength(20);
    expect(routeOf(choice, 'pair 29')).toBe('headset');
    expect(routeOf(choice, 'pair 0')).toBe('unknown');
  });
});

describe('what was stored', () => {
  it('comes back', () => {
    const choice = withRoute(
      { ...NOTHING_CHOSEN, microphone: { id: 'm', label: 'Mic' } },
      PAIR,
      'headset',
    );
    expect(parseChoice(JSON.stringify(choice))).toEqual(choice);
  });

  it.each([null, '', '{', 'null', '[]', '3', '{"microphone":3,"routes":{"a":"b"},"headsets":"x"}'])(
    'as %s is nothing',
    (text) => {
      expect(parseChoice(text)).toEqual(NOTHING_CHOSEN);
    },
  );
});
