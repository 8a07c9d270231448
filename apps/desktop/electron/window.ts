/** The one window: where it stands, and which page it shows for each state of the backend. */
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { BackendState } from './backend';
import { BackendFailure } from './backendProcess';
import type { ShellMemory } from './memory';
import { errorPage, LOADING_PAGE } from './pages';
import { SMALLEST, windowStateFrom } from './windowState';

const ABORTED = -3;

export class MainWindow {
  readonly #window: BrowserWindow;
  /** Which page is on: `loading`, `error`, or the origin that the app's page came from. */
  #page = 'loading';
  #closedByHand = false;
  #quitting = false;

  constructor(memory: ShellMemory, preload: string) {
    const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
    const { maximized, ...bounds } = windowStateFrom(memory.window, areas);
    this.#window = new BrowserWindow({
      ...bounds,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      title: 'Ringside',
      autoHideMenuBar: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#131210' : '#f6f3ec',
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        // A call goes on while another window is in front.
        backgroundThrottling: false,
        // Dictionaries would be downloaded.
        spellcheck: false,
      },
    });
    if (maximized) this.#window.maximize();
    this.#window.on('close', () => {
      memory.window = { ...this.#window.getNormalBounds(), maximized: this.#window.isMaximized() };
      this.#closedByHand = !this.#quitting;
    });
    const { webContents } = this.#window;
    // During a call the page asks to stay; Electron asks nobody and stays, even when the whole app wants to end.
    webContents.on('will-prevent-unload', (event) => {
      const stays = this.#closedByHand && !this.#agreesToHangUp();
      this.#closedByHand = false;
      if (!stays) event.preventDefault();
    });
    webContents.on('did-fail-load', (_event, code, what, _url, isMainFrame) => {
      // A load that a newer one replaced did not fail.
      if (isMainFrame && code !== ABORTED)
        this.#showFailure(`The screens cannot be shown: ${what}.`);
    });
    webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') this.#showFailure(`The screens stopped working (${reason}).`);
    });
  }

  /** Whether this is the error page, the only one that may ask for another try. */
  isErrorPage(url: string): boolean {
    return this.#page === 'error' && url.startsWith('data:');
  }

  show(state: BackendState): void {
    switch (state.phase) {
      case 'starting':
        this.#load('loading', LOADING_PAGE);
        break;
      case 'ready':
        // After a restart at the same address the page finds its way by itself and keeps what it shows.
        if (this.#page !== state.address.url) this.#load(state.address.url, state.address.url);
        break;
      case 'failed':
        this.#load('error', errorPage(state.failure));
        break;
      case 'restarting':
      case 'stopped':
        break;
    }
  }

  toFront(): void {
    if (this.#window.isDestroyed()) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  /** Out of sight at once, asking nothing more: nobody wants to watch the backend end. */
  leave(): void {
    this.#quitting = true;
    if (!this.#window.isDestroyed()) this.#window.hide();
  }

  #agreesToHangUp(): boolean {
    const hangUp = 0;
    const stay = 1;
    const answer = dialog.showMessageBoxSync(this.#window, {
      type: 'question',
      message: 'A call is in progress.',
      detail: 'Closing Ringside hangs up. What was said so far is kept.',
      buttons: ['Hang up and close', 'Stay on the line'],
      defaultId: stay,
      cancelId: stay,
    });
    return answer === hangUp;
  }

  #showFailure(what: string): void {
    this.#load('error', errorPage(new BackendFailure(what, '')));
  }

  #load(page: string, url: string): void {
    if (this.#window.isDestroyed()) return;
    this.#page = page;
    // How it went is told by `did-fail-load`.
    this.#window.loadURL(url).catch(() => undefined);
  }
}
