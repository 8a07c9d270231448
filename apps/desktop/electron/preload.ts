/** The only words between a page and the shell. */
import { contextBridge, ipcRenderer } from 'electron';
import type { BackendAnswer, Channel, ShellBridge } from './bridge';

const ask = (channel: Channel): Promise<unknown> => ipcRenderer.invoke(channel);

const bridge: ShellBridge = {
  async backend() {
    const answer = (await ask('ringside:backend')) as BackendAnswer;
    if ('unavailable' in answer) throw new Error(answer.unavailable);
    return answer.address;
  },
  async retry() {
    await ask('ringside:retry');
  },
};

contextBridge.exposeInMainWorld('ringside', bridge);
