import { describe, expect, it } from 'vitest';
import { monthAfter, weekdays, weeksOf } from './month';

describe('a month of planned days', () => {
  it('is whole weeks from Monday, with the days of its neighbours', () => {
    const weeks = weeksOf('2026-09');
    expect(weeks.length).toBe(5);
    expect(weeks[0]?.[0]).toBe('2026-08-31');
    expect(weeks.at(-1)?.[6]).toBe('2026-10-04');
  });
  it('that begins on a Monday has no days of the one before', () => expect(weeksOf('2026-06')[0]?.[0]).toBe('2026-06-01'));
  it('goes over the turn of the year', () => expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']));
  it('names its days from Monday', () => expect(weekdays('zh-CN')[0]).toBe('周一'));
});
