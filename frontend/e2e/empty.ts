import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

export const password = 'First-2026-pass';

/** Empty is a product of its own that holds nothing yet. */
export type Empty = { base: string; stop: () => Promise<void> };

/** startEmpty starts bin/sangu on an empty folder and a free port. */
export async function startEmpty(): Promise<Empty> {
  const port = await free();
  const data = mkdtempSync(join(tmpdir(), 'sangu-empty-'));
  const server = spawn('../bin/sangu', ['serve', '--data', data, '--addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const base = `http://127.0.0.1:${port}`;
  await expect
    .poll(
      () =>
        fetch(`${base}/readyz`).then(
          (r) => r.status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
  return { base, stop: () => ended(server).then(() => rmSync(data, { recursive: true, force: true })) };
}

function free(): Promise<number> {
  return new Promise((done, fail) => {
    const s = createServer();
    s.once('error', fail);
    s.listen(0, '127.0.0.1', () => {
      const at = s.address();
      s.close(() => (at && typeof at === 'object' ? done(at.port) : fail(new Error('no port'))));
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });
}

/** found makes the county and its first three people through the API: qinchuan, luoning and hewenjing. */
export async function found(page: Page, base: string) {
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`${base}/api/v1${path}`, { data });
    expect(answer.status()).toBe(201);
    return answer.json();
  };
  const first = await post('/setup', { county_name: '清河县', name: '秦川', login: 'qinchuan', password });
  await enter(page, base, 'qinchuan');
  const unit = (await (await page.request.get(`${base}/api/v1/units`)).json()).items[0].id;
  const people: string[] = [];
  for (const [name, login] of [
    ['骆宁', 'luoning'],
    ['何文静', 'hewenjing'],
  ])
    people.push((await post('/people', { name, login, password })).id);
  await post(`/people/${people[0]}/posts`, { unit_id: unit, role: 'security_admin' });
  await enter(page, base, 'luoning');
  await post(`/people/${people[1]}/posts`, { unit_id: unit, role: 'office_admin' });
  return first.id as string;
}

/** enter signs somebody in through the API. */
export async function enter(page: Page, base: string, login: string) {
  await page.context().clearCookies();
  const answer = await page.request.post(`${base}/api/v1/session`, { data: { login, password } });
  expect(answer.status()).toBe(201);
}
