import { describe, expect, it } from 'vitest';
import { arrow, monthOn, rangeOf, shift } from './range';

describe('the calendar', () => {
  it('shows a month as whole weeks from Monday', () => {
    expect(rangeOf('month', '2026-11-24')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
    expect(rangeOf('month', '2026-02-10')).toEqual({ from: '2026-01-26', to: '2026-03-01' });
    expect(rangeOf('week', '2026-11-29')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(rangeOf('agenda', '2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-12-23' });
  });
  it('moves by months without leaving them out', () => {
    expect(monthOn('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthOn('2026-12-31', 1)).toBe('2027-01-31');
    expect(monthOn('2026-03-31', -1)).toBe('2026-02-28');
    expect(shift('week', '2026-12-30', 1)).toBe('2027-01-06');
  });
  it('follows arrow keys inside what is shown', () => {
    expect(arrow('2026-11-24', 'ArrowRight', '2026-10-26', '2026-12-06')).toBe('2026-11-25');
    expect(arrow('2026-11-24', 'ArrowDown', '2026-10-26', '2026-12-06')).toBe('2026-12-01');
    expect(arrow('2026-12-06', 'ArrowRight', '2026-10-26', '2026-12-06')).toBeUndefined();
    expect(arrow('2026-11-24', 'a', '2026-10-26', '2026-12-06')).toBeUndefined();
  });
});
