/** The desktop shell: one window, one backend, and both gone on the way out. */
import { app, ipcMain, Menu, session } from 'electron';
import { join } from 'node:path';
import { Backend, type BackendSource, type BackendState } from './backend';
import { BackendProcess, LIMITS } from './backendProcess';
import { installBridge } from './bridge';
import { backendLaunch } from './launch';
import { ShellMemory } from './memory';
import { menuTemplate } from './menu';
import { addressTold, RunningBackend } from './runningBackend';
import { belongsTo, guardPages, guardSession } from './security';
import { MainWindow } from './window';

// The echo canceller hears everything the app plays; the ring tone sounds without a click on the page; a call behind
// another window keeps its pace.
app.commandLine.appendSwitch('enable-features', 'ChromeWideEchoCancellation');
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
app.commandLine.appendSwitch('disable-background-timer-throttling');
app.commandLine.appendSwitch('disable-renderer-backgrounding');

// Beside the backend's own folders, not among them; the single-instance lock lives here too.
app.setPath('userData', join(app.getPath('appData'), 'Ringside', 'shell'));

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  const memory = new ShellMemory(join(app.getPath('userData'), 'shell.json'));
  let window: MainWindow | null = null;
  const backend = backendSource(memory, (state) => window?.show(state));
  const isOurs = (url: string): boolean =>
    belongsTo(backend.state.phase === 'ready' ? backend.state.address.url : null, url);

  guardPages(app, isOurs);
  app.on('second-instance', () => window?.toFront());
  app.on('window-all-closed', () => {
    app.quit();
  });
  stopBeforeQuit(backend, () => window?.leave());
  installBridge(ipcMain, backend, {
    isAppPage: isOurs,
    isErrorPage: (url) => window?.isErrorPage(url) ?? false,
  });

  void app.whenReady().then(() => {
    guardSession(session.defaultSession, isOurs);
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(app.isPackaged)));
    window = new MainWindow(memory, join(__dirname, 'preload.cjs'));
    return backend.start();
  });
}

/** A backend of our own, or in development the one that the environment names. */
function backendSource(memory: ShellMemory, show: (state: BackendState) => void): BackendSource {
  const told = app.isPackaged ? null : addressTold(process.env);
  if (told !== null) return new RunningBackend(told, show);
  const here = {
    packaged: app.isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
    platform: process.platform,
    pid: process.pid,
    env: process.env,
  };
  return new Backend({
    run: (port, token) =>
      new BackendProcess(backendLaunch(here, port, token), LIMITS, (piece) => {
        process.stderr.write(piece);
      }),
    usualPort: memory.port,
    changed: (state) => {
      if (state.phase === 'ready') memory.port = Number(new URL(state.address.url).port);
      show(state);
    },
  });
}

/** Quitting waits until nothing of the backend is left; the window goes at once. */
function stopBeforeQuit(backend: BackendSource, leaveWindow: () => void): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    leaveWindow();
    void backend.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
