/** Every story looked at; needs no backend and no sound, so that the looks can be taken side by side. */
import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

const servers = Array.isArray(base.webServer) ? base.webServer : [];

export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: '*.look.ts',
  outputDir: '../../test-results/gallery',
  globalTeardown: '../support/clearData.ts',
  fullyParallel: true,
  retries: 0,
  workers: 2,
  webServer: servers.filter(({ command }) => command.includes('vite')),
});
