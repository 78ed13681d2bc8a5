import { describe, expect, it } from 'vitest';
import { arranged, moved, plain, sameLayout } from './layout';
import { sameTerms, termsOf } from './terms';

const columns = [{ key: 'name', fixed: 'start' as const }, { key: 'kind' }, { key: 'total' }];
const keys = (l: Parameters<typeof arranged>[1]) => arranged(columns, l).map((c) => c.key + (c.fixed ? '!' : ''));

describe('columns', () => {
  it('show as the screen declares them', () => expect(keys(plain(columns))).toEqual(['name!', 'kind', 'total']));
  it('follow the order, hide and freeze', () =>
    expect(keys({ order: ['total', 'name', 'kind'], hidden: ['kind'], frozen: 2 })).toEqual(['total!', 'name!']));
  it('that came after a layout was saved are shown last', () =>
    expect(keys({ order: ['total', 'name'], hidden: [], frozen: 0 })).toEqual(['total', 'name', 'kind']));
  it('never vanish altogether', () => expect(keys({ order: ['kind'], hidden: ['name', 'kind', 'total'], frozen: 0 })).toEqual(['kind']));
  it('move one step and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  });
  it('are the same where the same ones show', () => {
    expect(sameLayout(columns, plain(columns), { order: [], hidden: [], frozen: 1 })).toBe(true);
    expect(sameLayout(columns, plain(columns), { order: [], hidden: ['kind'], frozen: 1 })).toBe(false);
  });
});

describe('terms', () => {
  it('are what the address says, without what only the screen means', () =>
    expect(termsOf({ q: 'a', view: '1', new: '1', edit: '1', cursor: 'x', kind: undefined })).toEqual({ q: 'a' }));
  it('are the same in any order', () => {
    expect(sameTerms({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameTerms({ a: '1' }, { a: '1', b: '2' })).toBe(false);
  });
});
