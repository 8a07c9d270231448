/** The shell on a real Electron; `scripts/electron_check.py` brings the runtime and a screen. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '../tests/electron',
  testMatch: '*.smoke.ts',
  outputDir: '../test-results/electron',
  workers: 1,
  // Each launch starts a real backend, which takes ten seconds on a busy machine.
  timeout: 120_000,
  expect: { timeout: 45_000 },
  reporter: process.env.CI ? 'line' : 'list',
});
