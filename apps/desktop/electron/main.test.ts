/** The shell as a whole, with Electron and the backend's processes played by the test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Launch } from './launch';
import { fakeElectron, type FakeWindow } from './testing/fakeElectron';
import { ScriptedProcess, settled } from './testing/scriptedProcess';

let appData: string;
beforeEach(() => {
  appData = mkdtempSync(join(tmpdir(), 'ringside-shell-'));
  vi.stubEnv('RINGSIDE_URL', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(appData, { recursive: true });
});

/** Launches the shell. */
async function launched({ hasLock = true } = {}) {
  vi.resetModules();
  const electron = fakeElectron({ hasLock, appData });
  const runs: ScriptedProcess[] = [];
  vi.doMock('electron', () => electron.module);
  // Whoever else runs on this machine may hold the ports of these tests.
  vi.doMock('./ports', () => ({ portIsFree: () => Promise.resolve(true) }));
  vi.doMock('./backendProcess', async (original) => ({
    ...(await original<object>()),
    BackendProcess: class extends ScriptedProcess {
      constructor({ args, env }: Launch) {
        super(Number(args[args.indexOf('--port') + 1]), env.RINGSIDE_TOKEN ?? '');
        runs.push(this);
      }
    },
  }));
  await import('./main');
  await vi.waitFor(() => {
    expect(runs).toHaveLength(hasLock ? 1 : 0);
  });
  return {
    ...electron,
    runs,
    get window(): FakeWindow {
      return newest(electron.windows);
    },
    newest: () => newest(runs),
    page: () => decodeURIComponent(newest(newest(electron.windows).loaded)),
  };
}

function newest<Thing>(things: Thing[]): Thing {
  const thing = things.at(-1);
  if (thing === undefined) throw new Error('there is none yet');
  return thing;
}

/** Launches the shell and lets its backend come up at port 41000. */
async function inUse() {
  const here = await launched();
  await here.newest().becomesReady(41_000);
  return here;
}
const HOME = 'http://127.0.0.1:41000/';

describe('starting', () => {
  test('a waiting page comes first, then the backend’s own', async () => {
    const { page, newest } = await launched();
    expect(page()).toContain('Starting Ringside');
    await newest().becomesReady(41_000);
    expect(page()).toBe('http://127.0.0.1:41000');
  });

  test('pages run in a sandbox with nothing of Node', async () => {
    const { window } = await launched();
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    });
  });

  test('audio keeps its pace and its echo canceller', async () => {
    const { app } = await launched();
    expect(app.commandLine.appendSwitch.mock.calls).toEqual([
      ['enable-features', 'ChromeWideEchoCancellation'],
      ['autoplay-policy', 'no-user-gesture-required'],
      ['disable-background-timer-throttling'],
      ['disable-renderer-backgrounding'],
    ]);
  });

  test('a second launch leaves the stage and brings the first to the front', async () => {
    const second = await launched({ hasLock: false });
    expect(second.app.quit).toHaveBeenCalledOnce();
    expect(second.windows).toHaveLength(0);

    const first = await launched();
    first.app.emit('second-instance');
    expect(first.window.restore).toHaveBeenCalled();
    expect(first.window.focus).toHaveBeenCalled();
  });

  test('the window and the port come back next time', async () => {
    const first = await inUse();
    first.window.emit('close');
    const shell: unknown = JSON.parse(
      readFileSync(join(appData, 'Ringside', 'shell', 'shell.json'), 'utf8'),
    );
    expect(shell).toMatchObject({ port: 41_000, window: { width: 900 } });
    const second = await launched();
    expect(second.window.options).toMatchObject({ x: 10, y: 30, width: 900, height: 700 });
    expect(second.newest().port).toBe(41_000);
  });
});

describe('what pages may do', () => {
  test('microphone and speaker are for the app’s page alone', async () => {
    const { session } = await inUse();
    const handler = session.setPermissionRequestHandler.mock.calls[0]?.[0];
    const asked = (permission: string, url: string, mediaTypes = ['audio'], isMainFrame = true) => {
      const answer = vi.fn();
      handler?.({}, permission, answer, { requestingUrl: url, mediaTypes, isMainFrame });
      return answer.mock.calls[0]?.[0] as boolean;
    };
    expect(asked('media', HOME)).toBe(true);
    expect(asked('media', HOME, ['video'])).toBe(false);
    expect(asked('media', HOME, ['audio', 'video'])).toBe(false);
    expect(asked('media', HOME, [])).toBe(false);
    expect(asked('media', HOME, ['audio'], false)).toBe(false);
    expect(asked('media', 'http://127.0.0.1:41001/')).toBe(false);
    expect(asked('media', 'http://evil.test/')).toBe(false);
    expect(asked('speaker-selection', HOME)).toBe(true);
    expect(asked('speaker-selection', HOME, [], false)).toBe(false);
    expect(asked('speaker-selection', 'http://evil.test/')).toBe(false);
    for (const other of ['geolocation', 'notifications', 'clipboard-read', 'display-capture']) {
      expect(asked(other, HOME)).toBe(false);
    }
    const check = session.setPermissionCheckHandler.mock.calls[0]?.[0];
    expect(check?.(null, 'media', HOME, { mediaType: 'audio' })).toBe(true);
    expect(check?.(null, 'media', HOME, { mediaType: 'video' })).toBe(false);
    expect(check?.(null, 'speaker-selection', HOME, {})).toBe(true);
    expect(check?.(null, 'speaker-selection', 'http://evil.test', {})).toBe(false);
    expect(check?.(null, 'media', 'http://evil.test', { mediaType: 'audio' })).toBe(false);
    expect(check?.(null, 'midi', HOME, {})).toBe(false);
  });

  test('pages stay where they are and open nothing', async () => {
    const { window, cancelled } = await inUse();
    const contents = window.webContents;
    expect(contents.openHandler?.()).toEqual({ action: 'deny' });
    expect(cancelled(contents, 'will-attach-webview')).toBe(true);
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      expect(cancelled(contents, event, { url: `${HOME}#/history` })).toBe(false);
      for (const url of [
        'http://evil.test/',
        'http://127.0.0.1:41001/',
        'http://127.0.0.1:41000@evil.test/',
        'https://127.0.0.1:41000/',
        'file:///etc/passwd',
        'blob:http://127.0.0.1:41000/1',
        'data:text/html,x',
        'about:blank',
      ]) {
        expect(cancelled(contents, event, { url }), url).toBe(true);
      }
    }
  });

  test('no request leaves this machine', async () => {
    const { session } = await inUse();
    const handler = session.webRequest.onBeforeRequest.mock.calls[0]?.[0];
    const passes = (url: string): boolean => {
      const answer = vi.fn();
      handler?.({ url }, answer);
      return !(answer.mock.calls[0]?.[0] as { cancel: boolean }).cancel;
    };
    expect(['http:', 'ws:'].map((scheme) => passes(`${scheme}//127.0.0.1:41000/x`))).toEqual([
      true,
      true,
    ]);
    expect(passes('data:text/html,x')).toBe(true);
    for (const url of [
      'https://update.test/',
      'http://127.0.0.1:1/',
      'ws://evil.test/',
      'file:///x',
    ]) {
      expect(passes(url), url).toBe(false);
    }
  });
});

describe('where the backend is', () => {
  test('only the app’s own page is told', async () => {
    const { ask, newest } = await inUse();
    expect(ask('ringside:backend', HOME)).toEqual({
      address: { url: 'http://127.0.0.1:41000', token: newest().token },
    });
    for (const url of ['http://evil.test/', 'http://127.0.0.1:41001/', 'data:text/html,x']) {
      expect(() => ask('ringside:backend', url)).toThrow('may not ask');
    }
    expect(() => ask('ringside:backend', HOME, {})).toThrow('may not ask');
  });
});

describe('when the backend dies', () => {
  test('it comes back at the same address and the page stays as it is', async () => {
    const { window, newest, runs } = await inUse();
    await newest().dies();
    await newest().becomesReady(41_000);
    expect(runs).toHaveLength(2);
    expect(window.loaded.filter((url) => url.startsWith('http'))).toEqual([
      'http://127.0.0.1:41000',
    ]);
  });

  test('at another address the page is loaded anew', async () => {
    const { page, newest } = await inUse();
    await newest().dies();
    await newest().becomesReady(42_000);
    expect(page()).toBe('http://127.0.0.1:42000');
  });

  test('the second time the error page shows its last words, and trying again works', async () => {
    const { page, newest, window, ask, runs } = await inUse();
    await newest().dies();
    await newest().becomesReady(41_000);
    await newest().dies('Killed: out of memory');
    expect(page()).toContain('Killed: out of memory');

    expect(() => ask('ringside:retry', HOME)).toThrow('may not ask');
    void ask('ringside:retry', window.loaded.at(-1) ?? '');
    await settled();
    expect(page()).toContain('Starting Ringside');
    await vi.waitFor(() => {
      expect(runs).toHaveLength(3);
    });
    await newest().becomesReady(41_000);
    expect(page()).toBe('http://127.0.0.1:41000');
  });

  test('a page that cannot be loaded or falls over is said, a replaced one is not', async () => {
    const { page, window } = await inUse();
    window.webContents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', HOME, true);
    window.webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', HOME, false);
    expect(page()).toBe('http://127.0.0.1:41000');
    window.webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', HOME, true);
    expect(page()).toContain('ERR_CONNECTION_REFUSED');
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(page()).toContain('stopped working (oom)');
  });
});

describe('quitting', () => {
  test('closing the window quits', async () => {
    const { app } = await inUse();
    app.emit('window-all-closed');
    expect(app.quit).toHaveBeenCalledOnce();
  });

  test('closing the window during a call asks once, and staying is possible', async () => {
    const { window, cancelled, module } = await inUse();
    const asked = module.dialog.showMessageBoxSync;
    const pageMustGo = (): boolean => cancelled(window.webContents, 'will-prevent-unload');
    window.emit('close');
    asked.mockReturnValueOnce(1);
    expect(pageMustGo()).toBe(false);
    window.emit('close');
    asked.mockReturnValueOnce(0);
    expect(pageMustGo()).toBe(true);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test('the error page and quitting ask nobody', async () => {
    const { window, cancelled, module, app } = await inUse();
    const pageMustGo = (): boolean => cancelled(window.webContents, 'will-prevent-unload');
    expect(pageMustGo()).toBe(true);
    app.emit('before-quit', { preventDefault: vi.fn() });
    window.emit('close');
    expect(pageMustGo()).toBe(true);
    expect(module.dialog.showMessageBoxSync).not.toHaveBeenCalled();
  });

  test('it waits until the backend is gone', async () => {
    const { app, cancelled, newest, window, runs } = await inUse();
    expect(cancelled(app, 'before-quit')).toBe(true);
    expect(window.hide).toHaveBeenCalled();
    expect(newest().stops).toBe(1);
    await settled();
    expect(app.quit).toHaveBeenCalledOnce();
    expect(cancelled(app, 'before-quit')).toBe(false);
    expect(runs).toHaveLength(1);
  });
});
