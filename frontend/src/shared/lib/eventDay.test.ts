import { describe, expect, it } from 'vitest';
import { isExact, knownBy, lastDay, parseEventDay, shownDay } from './eventDay';

const today = '2026-12-01';

describe('a day is known no better than it is said', () => {
  it.each([
    ['2025年3月', '2025-03', 'month'],
    ['2025.3', '2025-03', 'month'],
    ['3月', '2026-03', 'month'],
    ['2025年3月底', '2025-03', 'month'],
    ['2025年', '2025', 'year'],
    ['2025', '2025', 'year'],
    ['2025年底', '2025', 'year'],
    ['三季度', '2026-Q3', 'quarter'],
    ['2025Q3', '2025-Q3', 'quarter'],
    ['2025年上半年', '2025-H1', 'half'],
    ['9月底前已开工', '≤ 2026-09-30', 'by'],
    ['2026年9月30日前', '≤ 2026-09-30', 'by'],
    ['≤ 2026-09-30', '≤ 2026-09-30', 'by'],
    ['by 30 Sep 2026', '≤ 2026-09-30', 'by'],
    ['Mar 2025', '2025-03', 'month'],
    ['2026-09-26', '2026-09-26', 'day'],
    ['9月26日', '2026-09-26', 'day'],
    ['今天', '2026-12-01', 'day'],
    ['2026 ≤ 2026-06-10', '2026 ≤ 2026-06-10', 'year'],
  ])('%s is %s', (said, day, precision) => {
    expect(parseEventDay(said, today)).toBe(day);
    expect(knownBy(day)).toBe(precision);
  });
  it.each(['', '尽快', '3', '31', '2025年2月30日', '2025-13', '1888年', '前', '2025-02-30', 'soon'])('%s is no day', (said) => {
    expect(parseEventDay(said, today)).toBeUndefined();
  });
});

describe('a day spans to its last possible day', () => {
  it.each([
    ['2026-02', '2026-02-28', '2026-02'],
    ['2026-Q1', '2026-03-31', '2026-Q1'],
    ['2026-H1', '2026-06-30', '2026-H1'],
    ['2026', '2026-12-31', '2026'],
    ['2026 ≤ 2026-06-10', '2026-06-10', '2026'],
    ['≤ 2026-09-30', '2026-09-30', '≤ 2026-09-30'],
    ['2026-03-05', '2026-03-05', '2026-03-05'],
  ])('%s to %s', (day, last, shown) => {
    expect(lastDay(day)).toBe(last);
    expect(shownDay(day)).toBe(shown);
    expect(isExact(day)).toBe(day === last);
  });
});
