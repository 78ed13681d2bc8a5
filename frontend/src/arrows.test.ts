import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import arrows from '../.dependency-cruiser.mjs';

type Report = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };

/** cruise runs the arrows of the front end over a folder with a src of its own. */
function cruise(folder: string): Report['summary']['violations'] {
  const root = new URL('..', import.meta.url).pathname;
  const args = [
    `${root}node_modules/dependency-cruiser/bin/dependency-cruise.mjs`,
    'src',
    '--config',
    `${root}.dependency-cruiser.mjs`,
    '--output-type',
    'json',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: `${root}${folder}`, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  const report: Report = JSON.parse(stdout);
  return report.summary.violations;
}

test('every rule of the arrows reports the tree that breaks it', () => {
  const found = cruise('testdata/arrows');
  expect([...new Set(found.map((v) => v.rule.name))].sort()).toEqual(arrows.forbidden.map((r) => r.name).sort());
  const said = found.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`);
  expect(said).toContain('no-circle: src/features/recruit/leads/a.ts → src/features/recruit/leads/b.ts');
  expect(said).toContain('feature-by-its-face: src/features/library/clients/deep.ts → src/features/library/projects/inside.ts');
  expect(said.filter((s) => s.startsWith('feature-by-its-face'))).toHaveLength(1);
  expect(said.filter((s) => s.startsWith('app-by-the-face'))).toEqual([
    'app-by-the-face: src/app/shell.ts → src/features/library/projects/inside.ts',
  ]);
});
