/** Which browser the tests drive: the one named in RINGSIDE_CHROMIUM, Playwright's own, or an installed one. */
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const INSTALLED = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

/** Launch options naming the browser; empty when Playwright's own is there. */
export function browserPath(): { executablePath?: string } {
  const named = process.env.RINGSIDE_CHROMIUM;
  if (named !== undefined && named !== '') return { executablePath: named };
  if (existsSync(chromium.executablePath())) return {};
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of INSTALLED) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) return { executablePath: found };
  }
  return {};
}
