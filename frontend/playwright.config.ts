import { tmpdir } from 'node:os';
import { defineConfig } from '@playwright/test';

const port = process.env.SANGU_E2E_PORT ?? '18090';
const data = `${tmpdir()}/sangu-e2e-${process.pid}`;

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  // A machine that is shared may stall any one page: what passes on a second go is told as flaky, what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `../bin/sangu serve --demo --data ${data} --addr 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
