import { expect, test } from 'vitest';
import { runs } from './Trend';

test('a line breaks where its number is not known', () => {
  expect(runs([null, 1, 2, null, 3])).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
    [[4, 3]],
  ]);
  expect(runs([null, null])).toEqual([]);
});
