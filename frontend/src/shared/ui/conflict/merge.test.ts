import { describe, expect, it } from 'vitest';
import type { Field } from '../form/field';
import { merged, rowsOf, sideOf } from './merge';

const fields: Field[] = ['site', 'jobs', 'chain', 'name'].map((key) => ({ key, label: key, type: 'text' }));
const base = { site: 'A', jobs: 10, chain: '', name: '甲' };
const mine = { site: 'B', jobs: 20, chain: undefined, name: '甲' };
const theirs = { site: 'C', jobs: 10, chain: null, name: '乙' };

describe('a conflict', () => {
  const rows = rowsOf(fields, base, mine, theirs);
  it('is a choice only where both wrote different things', () => {
    expect(rows.map((r) => [r.field.key, r.both])).toEqual([
      ['site', true],
      ['jobs', false],
      ['name', false],
    ]);
    expect(rows.map((r) => sideOf(r, {}))).toEqual([undefined, 'mine', 'theirs']);
  });
  it('merges what each alone changed and what was chosen', () => {
    expect(merged(rows, theirs, { site: 'mine' })).toEqual({ site: 'B', jobs: 20, chain: null, name: '乙' });
    expect(merged(rows, theirs, { site: 'theirs', jobs: 'theirs' })).toEqual(theirs);
  });
});
