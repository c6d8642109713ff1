/** The only use of ipcMain: each of the shell's routes by name, its sender checked, its request and reply held to their schemas. */
import { ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain, WebContents } from 'electron';
import { PORT_CHANNEL, SHELL_CHANNEL_PREFIX, SHELL_EVENT_PREFIX } from '../../contract/port.ts';
import { fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import { SHELL_ROUTE_NAMES } from '../../contract/route-names.ts';
import type { ShellEventName, ShellRouteName } from '../../contract/route-names.ts';
import { SHELL_ROUTES } from '../../contract/routes.ts';
import type { ShellEvent, ShellReply, ShellRequest } from '../../contract/routes.ts';
import { APP_ORIGIN } from '../config.ts';
import { reportRefusal } from './refusals.ts';

export type ShellHandlers = { readonly [N in ShellRouteName]: (request: ShellRequest<N>) => ShellReply<N> | Promise<ShellReply<N>> };

export interface IpcDependencies {
  /** The page now in the window; messages from any other are refused. */
  readonly currentPage: () => WebContents | null;
  readonly openPort: () => MessagePortMain | null;
  readonly handlers: ShellHandlers;
}

/** What a message says of its sender, of which nothing is believed. */
export interface Sender {
  readonly isCurrentPage: boolean;
  readonly isMainFrame: boolean;
  readonly origin: string;
}

export const isTrustedSender = (sender: Sender): boolean => sender.isCurrentPage && sender.isMainFrame && sender.origin === APP_ORIGIN;

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent, page: WebContents | null): Sender {
  const frame = event.senderFrame;
  const isCurrentPage = page !== null && !page.isDestroyed() && event.sender === page;
  // `origin` of a standard scheme of our own is opaque on some versions; scheme and host of the address say the same.
  return { isCurrentPage, isMainFrame: isCurrentPage && frame === page.mainFrame, origin: originOf(frame?.url ?? '') };
}

function originOf(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}`;
  } catch {
    return '';
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
  servePort(deps);
}

/** Runs one handler between its schemas. Whatever it throws becomes a code: no path or message of the system reaches the page. */
export async function answer<N extends ShellRouteName>(name: N, payload: unknown, handlers: ShellHandlers): Promise<Result<ShellReply<N>>> {
  const request = SHELL_ROUTES[name].request.safeParse(payload);
  if (!request.success) {
    reportRefusal('payload', name);
    return fail('bad-request');
  }
  try {
    const reply = SHELL_ROUTES[name].reply.safeParse(await handlers[name](request.data as ShellRequest<N>));
    if (reply.success) return ok(reply.data as ShellReply<N>);
    reportRefusal('reply', name);
  } catch {
    reportRefusal('reply', name);
  }
  return fail('internal');
}

/** The vault's port goes to the main frame of our own page, once for each page. */
function servePort(deps: IpcDependencies): void {
  const served = new WeakSet<WebContents>();
  ipcMain.on(PORT_CHANNEL, (event) => {
    if (!isTrustedSender(senderOf(event, deps.currentPage())) || served.has(event.sender)) {
      reportRefusal('port', served.has(event.sender) ? 'second' : 'sender');
      return;
    }
    const port = deps.openPort();
    if (port === null) return;
    served.add(event.sender);
    event.senderFrame?.postMessage(PORT_CHANNEL, null, [port]);
  });
}

export function tellPage<N extends ShellEventName>(page: WebContents | null, name: N, payload: ShellEvent<N>): void {
  if (page === null || page.isDestroyed() || page.isCrashed()) return;
  page.send(SHELL_EVENT_PREFIX + name, payload);
}
