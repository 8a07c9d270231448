/** Calls through real sound devices; `scripts/loop_check.py` brings the sound system they live in. */
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

const { launchOptions } = base.use ?? {};

export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.loop.ts',
  outputDir: '../../test-results/pulse',
  globalTeardown: '../support/clearData.ts',
  timeout: 240_000,
  // With speaker and microphone in one room, and two cores for browser, models and canceller, an echo now and then
  // comes through as a word or two ("Remix." for "When they miss"): one try in three, where nothing else is wrong.
  retries: 2,
  // A sentence is heard, thought about and answered by real models on a machine that has other things to do.
  expect: { timeout: 45_000 },
  use: {
    ...base.use,
    launchOptions: {
      ...launchOptions,
      ignoreDefaultArgs: ['--mute-audio'],
      args: (launchOptions?.args ?? []).filter(
        (arg) => arg !== '--use-fake-device-for-media-stream',
      ),
    },
  },
});
