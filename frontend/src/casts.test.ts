import { expect, test } from 'vitest';
import { castsIn } from '../scripts/casts.mjs';

test('every cast that pierces a type is found, and what is no cast is not', () => {
  const text = [
    "const a = b as Schemas['LeadUpdate'];",
    'const c = d as unknown as Target;',
    'const e = { query: f as never };',
    'const g: any = h;',
    'const i = j!;',
    "const k = ['a'] as const;",
    'const l = { m } satisfies Complete<M>;',
    "import { n as o } from './p';",
  ].join('\n');
  expect(castsIn('x.ts', text)).toEqual([
    "x.ts:1 b as Schemas['LeadUpdate']",
    'x.ts:2 d as unknown as Target',
    'x.ts:2 d as unknown',
    'x.ts:3 f as never',
    'x.ts:4 any',
    'x.ts:5 j!',
  ]);
});
