/** Launches the built shell on the runtime under test, with folders of its own, and knows its backend's process. */
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const desktop = resolve(import.meta.dirname, '../..');

export interface Shell {
  app: ElectronApplication;
  page: Page;
}

export interface Launcher {
  /** Launches the shell; every launch of one test shares its folders. */
  launch: (env?: Record<string, string>) => Promise<Shell>;
  /** Starts a second shell without waiting for a window. */
  command: { path: string; args: string[]; env: NodeJS.ProcessEnv };
}

export const test = base.extend<{ shell: Launcher }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from the pattern.
  shell: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'ringside-electron-'));
    const opened: ElectronApplication[] = [];
    const command = {
      path: runtime(),
      args: [
        desktop,
        '--no-sandbox',
        '--disable-gpu',
        // The fake device gives sound; who may hear it is still decided by the shell.
        '--use-fake-device-for-media-stream',
      ],
      env: {
        ...process.env,
        XDG_CONFIG_HOME: join(folder, 'config'),
        RINGSIDE_DATA_DIR: join(folder, 'data'),
      },
    };
    await use({
      command,
      launch: async (env = {}) => {
        const app = await _electron.launch({
          executablePath: command.path,
          args: command.args,
          env: { ...command.env, ...env },
        });
        opened.push(app);
        return { app, page: await app.firstWindow() };
      },
    });
    await Promise.all(opened.map((app) => app.close().catch(() => undefined)));
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Process ids of the backends that a shell has started and that still run. */
export function backendsOf(shellPid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).join(' ').includes(`--parent-pid ${shellPid}`))
    .map(Number);
}

export async function pidOf(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => process.pid);
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function runtime(): string {
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
  if (!existsSync(path)) throw new Error('ELECTRON_OVERRIDE_DIST_PATH names no Electron runtime.');
  return path;
}
