/** What pages may ask the shell, and which page may ask what. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { BackendAddress, RingsideBridge } from '../src/types/bridge';
import type { BackendSource } from './backend';

/** What the preload script puts before every page as `window.ringside`. */
export interface ShellBridge extends RingsideBridge {
  /** Starts the backend once more; only the shell's error page is heard. */
  retry(): Promise<void>;
}

export type Channel = 'ringside:backend' | 'ringside:retry';

/** A refusal travels as a value: an error would arrive wrapped in words of Electron's own. */
export type BackendAnswer = { address: BackendAddress } | { unavailable: string };

export interface Askers {
  isAppPage: (url: string) => boolean;
  isErrorPage: (url: string) => boolean;
}

export function installBridge(ipcMain: IpcMain, backend: BackendSource, askers: Askers): void {
  const handle = (
    channel: Channel,
    isAllowed: (url: string) => boolean,
    answer: () => unknown,
  ): void => {
    ipcMain.handle(channel, (event) => {
      if (!isAllowed(mainFrameUrl(event))) throw new Error('This page may not ask that.');
      return answer();
    });
  };
  handle('ringside:backend', askers.isAppPage, (): BackendAnswer => {
    const { state } = backend;
    switch (state.phase) {
      case 'ready':
        return { address: state.address };
      case 'failed':
        return { unavailable: state.failure.message };
      case 'starting':
      case 'restarting':
        return { unavailable: 'The backend is starting.' };
      case 'stopped':
        return { unavailable: 'Ringside is closing.' };
    }
  });
  handle('ringside:retry', askers.isErrorPage, () => backend.start());
}

/** Address of the page that asks; empty for a frame inside a page. */
function mainFrameUrl({ senderFrame }: IpcMainInvokeEvent): string {
  return senderFrame !== null && senderFrame.parent === null ? senderFrame.url : '';
}
