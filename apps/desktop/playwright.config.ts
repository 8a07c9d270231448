/** Browser tests: Vite's dev server in front of a real backend with real models. */
import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { browserPath } from './tests/support/browser';

const backendDir = resolve(import.meta.dirname, '../../services/backend');
const python = join(
  backendDir,
  '.venv',
  process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python',
);
// Workers load this file too: only the first load makes the folder.
process.env.RINGSIDE_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'ringside-e2e-'));

export default defineConfig({
  testDir: 'tests',
  globalTeardown: './tests/support/clearData.ts',
  // One microphone, one speaker, two cores: calls are held one after the other.
  workers: 1,
  timeout: 60_000,
  // Real time on a shared machine: a moment missed for want of processor is tried once more, a fault fails twice.
  retries: 1,
  reporter: process.env.CI ? 'line' : 'list',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  use: {
    baseURL: 'http://localhost:5173',
    permissions: ['microphone'],
    // A trace films the page, which takes from the models the cores that they answer with.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...browserPath(),
      chromiumSandbox: false,
      args: [
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
  webServer: [
    {
      command: `"${python}" -m app --port 8000 --data-dir "${process.env.RINGSIDE_E2E_DATA}"`,
      cwd: backendDir,
      url: 'http://127.0.0.1:8000/health',
      reuseExistingServer: false,
      timeout: 60_000,
    },
    {
      command: `"${process.execPath}" node_modules/vite/bin/vite.js`,
      cwd: import.meta.dirname,
      url: 'http://localhost:5173',
      reuseExistingServer: false,
      timeout: 60_000,
    },
  ],
});
