import { expect, test } from 'vitest';
import { apart, dayOfYear, ticks } from './scale';

test('ticks are round and reach the most', () => {
  expect(ticks(9)).toEqual([0, 5, 10]);
  expect(ticks(0)).toEqual([0, 1]);
  expect(ticks(7)).toEqual([0, 2, 4, 6, 8]);
  expect(ticks(130)).toEqual([0, 50, 100, 150]);
});

test('a year begins at 0 and ends at 1', () => {
  expect(dayOfYear('2025-12-31')).toBe(1);
  expect(dayOfYear('2026-01-01')).toBeCloseTo(1 / 365);
});

test('labels give way to those above them', () => {
  expect(apart([10, 12, 60], 16)).toEqual([10, 26, 60]);
});
