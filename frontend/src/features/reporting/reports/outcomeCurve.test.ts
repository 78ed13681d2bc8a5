import { expect, test } from 'vitest';
import type { Report } from './figures';
import { apart, fewFrom, ticksOf } from './outcomeCurve';

const point = (months: number, at_risk: number) => ({
  months,
  at_risk,
  waiting: 0,
  started: 0.1,
  lower: null,
  upper: null,
  terminated: 0,
  band_lower: null,
  band_upper: null,
  started_count: 0,
  ended_count: 0,
  indicative: at_risk < 5,
});

const curve = (points: ReturnType<typeof point>[], longest: number): Report['curve'] => ({
  n: 24,
  started: 10,
  terminated: 3,
  waiting: 11,
  exact: 24,
  inexact: 0,
  unbounded: 0,
  waiting_new: 5,
  longest,
  points,
  at_months: [3, 6, 9, 12, 15, 18].map((m) => point(m, m > 13 ? 3 : 20)),
  reading: point(15, 3),
});

test('the line is dashed from the last step at which five still waited', () => {
  expect(fewFrom(curve([point(2, 24), point(12, 5), point(14, 4)], 20))).toBe(12);
});

test('where no step says so, it is dashed from the first month with fewer than five', () => {
  expect(fewFrom(curve([point(2, 24), point(12, 8)], 20))).toBe(15);
});

test('the month that the headline reads always stands under the picture', () => {
  expect(ticksOf(curve([], 20), 28)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  expect(ticksOf(curve([], 20), 10)).toEqual([0, 6, 15]);
});

test('labels that would overlap move apart and stay in the box', () => {
  expect(apart([10, 20, 30], [18, 18, 18], 100)).toEqual([10, 28, 46]);
  expect(apart([80, 85, 90], [18, 18, 18], 100)).toEqual([46, 64, 82]);
});
