import { expect, test } from 'vitest';
import { mentioned, split } from './mentionText';

test('whoever is no longer named in the text is not mentioned, and nobody twice', () => {
  const people = [
    { id: '1', name: '许强' },
    { id: '2', name: '马骏' },
    { id: '1', name: '许强' },
  ];
  expect(mentioned({ text: '请 @许强 看一下', people })).toEqual(['1']);
});

test('a longer name is not cut by a shorter one', () => {
  expect(split('请 @王海涛 和 @王海 看', ['王海', '王海涛'])).toEqual([
    { text: '请 ', name: false },
    { text: '@王海涛', name: true },
    { text: ' 和 ', name: false },
    { text: '@王海', name: true },
    { text: ' 看', name: false },
  ]);
});
