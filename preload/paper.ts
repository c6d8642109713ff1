/** Bridge of the page that is printed: one paper, over a port that has no route behind it. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  PAPER_KEY,
  type PaperBridge,
  type PaperGiven,
  type PaperWithMark,
  type PrintSettings,
} from '../contract/paper.ts';
import { GIVE_PAPER, HELLO, HELLO_ANSWER, PAPER_CHANNEL, PAPER_LAID_CHANNEL } from '../contract/port.ts';

const given = new Promise<PaperGiven>((resolve) => {
  ipcRenderer.once(PAPER_CHANNEL, ({ ports: [port] }, manner: PrintSettings) => {
    if (port === undefined) return resolve({ paper: null, mark: null, ...manner });
    port.onmessage = ({ data }: { readonly data: unknown }) => {
      // Asked for once the line is direct: early frames are relayed through the main process and stay there.
      if (data === HELLO_ANSWER) port.postMessage(GIVE_PAPER);
      else resolve({ ...(data as PaperWithMark), ...manner });
    };
    port.postMessage(HELLO);
  });
});

const bridge: PaperBridge = {
  read: () => given,
  laid: (isThere) => ipcRenderer.send(PAPER_LAID_CHANNEL, isThere),
};
contextBridge.exposeInMainWorld(PAPER_KEY, bridge);
