import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  // A busy machine is no fault of the code: no test has a time limit.
  test: { include: ['src/**/*.test.ts'], environment: 'node', testTimeout: 0 },
});
