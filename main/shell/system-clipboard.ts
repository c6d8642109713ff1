/** The system's clipboard as the runtime offers it. */
import { clipboard, ClipboardItem } from 'electron';
import type { TextClipboard } from './copied.ts';
import { secretFormats } from './secret-formats.ts';

/** Runtimes before Electron 45 write one format at a time: text alone, without the marks. */
const writesSeveral = (): boolean => typeof (ClipboardItem as unknown) === 'function';

export const systemClipboard: TextClipboard = {
  writeSecret: async (text) =>
    writesSeveral()
      ? clipboard.write([new ClipboardItem(secretFormats(process.platform, text))])
      : clipboard.writeText(text),
  readText: async () => clipboard.readText(),
  clear: () => clipboard.clear(),
};
