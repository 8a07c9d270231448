/** Just enough of Electron for `main.ts`: records what it is told and lets a test raise its events. */
import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

type Handler = (event: unknown, ...rest: unknown[]) => unknown;

export class FakeContents extends EventEmitter {
  openHandler: (() => { action: string }) | null = null;

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly loaded: string[] = [];
  readonly hide = vi.fn();
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly maximize = vi.fn();

  constructor(readonly options: Record<string, unknown> & { webPreferences: object }) {
    super();
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  isDestroyed(): boolean {
    return false;
  }

  isMinimized(): boolean {
    return true;
  }

  isMaximized(): boolean {
    return false;
  }

  getNormalBounds(): object {
    return { x: 10, y: 30, width: 900, height: 700 };
  }
}

/** One fake runtime; `module` is what `import 'electron'` gives. */
export function fakeElectron({ hasLock, appData }: { hasLock: boolean; appData: string }) {
  const windows: FakeWindow[] = [];
  const handlers = new Map<string, Handler>();
  const paths = new Map([['appData', appData]]);
  const session = {
    setPermissionRequestHandler: vi.fn<(handler: Handler) => void>(),
    setPermissionCheckHandler: vi.fn<(handler: Handler) => void>(),
    setDevicePermissionHandler: vi.fn<(handler: Handler) => void>(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn<(handler: Handler) => void>() },
  };
  const app = Object.assign(new EventEmitter(), {
    commandLine: { appendSwitch: vi.fn() },
    isPackaged: false,
    getAppPath: () => '/repo/apps/desktop',
    getPath: (name: string) => paths.get(name) ?? '',
    setPath: (name: string, path: string) => paths.set(name, path),
    requestSingleInstanceLock: () => hasLock,
    whenReady: () => Promise.resolve(),
    quit: vi.fn(),
  });
  const module = {
    app,
    session: { defaultSession: session },
    ipcMain: { handle: (name: string, handler: Handler) => handlers.set(name, handler) },
    Menu: {
      setApplicationMenu: vi.fn(),
      buildFromTemplate: <Template>(template: Template) => template,
    },
    dialog: { showMessageBoxSync: vi.fn(() => 0) },
    nativeTheme: { shouldUseDarkColors: false },
    screen: {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1440, height: 900 } }],
    },
    BrowserWindow: class extends FakeWindow {
      constructor(options: FakeWindow['options']) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
  };
  /** Raises a cancellable event; tells whether it was cancelled. */
  const cancelled = (emitter: EventEmitter, name: string, details: object = {}): boolean => {
    const event = { ...details, preventDefault: vi.fn() };
    emitter.emit(name, event);
    return event.preventDefault.mock.calls.length > 0;
  };
  /** Asks over a channel as the page at `url`. */
  const ask = (channel: string, url: string, parent: object | null = null): unknown =>
    handlers.get(channel)?.({ senderFrame: { url, parent } });
  return { module, app, session, windows, handlers, cancelled, ask };
}
