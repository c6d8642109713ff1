/** Whom the shell answers, and how: a trusted sender, a request that fits its schema, a reply that fits its own. */
import { type Result, fail, ok } from '../../contract/result.ts';
import type { ShellRouteName } from '../../contract/route-names.ts';
import { SHELL_ROUTES, type ShellReply, type ShellRequest } from '../../contract/shell/routes.ts';
import { APP_ORIGIN } from '../config.ts';
import { reportRefusal } from './refusals.ts';

export type ShellHandlers = {
  readonly [N in ShellRouteName]: (request: ShellRequest<N>) => ShellReply<N> | Promise<ShellReply<N>>;
};

/** Facts about the sender of a message, from Electron; nothing that the message claims is believed. */
export interface Sender {
  readonly isCurrentPage: boolean;
  readonly isMainFrame: boolean;
  readonly origin: string;
}

export const isTrustedSender = (sender: Sender): boolean =>
  sender.isCurrentPage && sender.isMainFrame && sender.origin === APP_ORIGIN;

/** Scheme and host of an address: `origin` of a scheme of our own is opaque on some versions. Empty for what is no address. */
export function originOf(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}`;
  } catch {
    return '';
  }
}

/** Runs one handler between its schemas. Whatever it throws becomes a code: no path or message of the system reaches the page. */
export async function answer<N extends ShellRouteName>(
  name: N,
  payload: unknown,
  handlers: ShellHandlers,
): Promise<Result<ShellReply<N>>> {
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
