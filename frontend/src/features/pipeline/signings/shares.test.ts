import { expect, test } from 'vitest';
import { sharesFrom } from './shares';

test('three units that share alike make up the whole', () => {
  const shares = sharesFrom({ unit_0: 'a', unit_1: 'b', unit_3: 'c' });
  expect(shares).toEqual([
    { unit_id: 'a', share: 3334 },
    { unit_id: 'b', share: 3333 },
    { unit_id: 'c', share: 3333 },
  ]);
});

test('percentages are taken as they are given', () => {
  expect(sharesFrom({ unit_0: 'a', share_0: 62.5, unit_1: 'b', share_1: 37.5 }).map((s) => s.share)).toEqual([6250, 3750]);
});
