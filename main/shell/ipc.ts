/** The only use of ipcMain: each of the shell's routes by name, its sender checked, its request and reply held to their schemas. */
import {
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type MessagePortMain,
  type WebContents,
  type WebFrameMain,
  ipcMain,
} from 'electron';
import {
  KNOWN_CHANNEL,
  PORT_CHANNEL,
  SHELL_CHANNEL_PREFIX,
  SHELL_EVENT_PREFIX,
} from '../../contract/port.ts';
import { fail } from '../../contract/result.ts';
import { SHELL_ROUTE_NAMES, type ShellEventName } from '../../contract/route-names.ts';
import type { ShellEvent } from '../../contract/shell/routes.ts';
import { APP_ORIGIN } from '../config.ts';
import { type Sender, type ShellHandlers, answer, isTrustedSender, originOf } from './answer.ts';
import { reportRefusal } from './refusals.ts';

interface IpcDependencies {
  /** The page now in the window; messages from any other are refused. */
  readonly currentPage: () => WebContents | null;
  readonly openPort: () => Promise<MessagePortMain | null>;
  readonly handlers: ShellHandlers;
}

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent, page: WebContents | null): Sender {
  const frame = frameOf(event);
  const isCurrentPage = page !== null && !page.isDestroyed() && event.sender === page;
  return {
    isCurrentPage,
    isMainFrame: isCurrentPage && frame === page.mainFrame,
    origin: originOf(frame?.url ?? ''),
  };
}

/** Null where the frame is gone, or not yet there: some versions of Electron throw of it, and what is thrown here would stop main. */
function frameOf(event: IpcMainEvent | IpcMainInvokeEvent): WebFrameMain | null {
  try {
    return event.senderFrame;
  } catch {
    return null;
  }
}

export function serveShell(deps: IpcDependencies): void {
  for (const name of SHELL_ROUTE_NAMES) {
    ipcMain.handle(SHELL_CHANNEL_PREFIX + name, (event, payload: unknown) => {
      if (!isTrustedSender(senderOf(event, deps.currentPage()))) {
        reportRefusal('sender', name);
        return fail('not-allowed');
      }
      return answer(name, payload, deps.handlers);
    });
  }
  ipcMain.handle(KNOWN_CHANNEL, ({ sender }) => known(sender));
  servePort(deps);
}

/** Resolves once the frame of a page can be told. Nobody is trusted by it: what comes after it is. */
function known(page: WebContents): Promise<void> {
  return new Promise((resolve) => {
    if (page.isDestroyed() || originOf(page.mainFrame.url) === APP_ORIGIN) return resolve();
    page.once('did-navigate', () => resolve()).once('destroyed', () => resolve());
  });
}

/** The vault's port goes to the main frame of our own page, once for each page. */
function servePort(deps: IpcDependencies): void {
  const served = new WeakSet<WebContents>();
  ipcMain.on(PORT_CHANNEL, (event) => {
    if (!isTrustedSender(senderOf(event, deps.currentPage())) || served.has(event.sender)) {
      reportRefusal('port', served.has(event.sender) ? 'second' : 'sender');
      return;
    }
    const page = event.sender;
    served.add(page);
    void deps.openPort().then((port) => {
      // The page may have been killed meanwhile, or followed by another.
      if (port !== null && page === deps.currentPage())
        page.mainFrame.postMessage(PORT_CHANNEL, null, [port]);
      else port?.close();
    });
  });
}

export function tellPage<N extends ShellEventName>(
  page: WebContents | null,
  name: N,
  payload: ShellEvent<N>,
): void {
  if (page === null || page.isDestroyed() || page.isCrashed()) return;
  page.send(SHELL_EVENT_PREFIX + name, payload);
}
