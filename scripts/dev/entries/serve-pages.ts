/** Answers app:// with what the development server makes of the sources, under a policy that differs from the shipped one in two lines. */
import type { Session } from 'electron';
import { APP_SCHEME } from '../../../main/config.ts';
import { CONTENT_SECURITY_POLICY, HEADERS } from '../../../main/window/app-address.ts';

/** Scripts and styles that the server writes into the page carry the nonce of this run; the page may also listen to the server. */
function policyFor(hotReload: string, nonce: string): string {
  return CONTENT_SECURITY_POLICY.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'none'", `connect-src ${hotReload}`);
}

/** `server`: where the pages come from. `hotReload`: the WebSocket address that tells of changes. */
export function servePagesFrom(server: URL, hotReload: string, nonce: string): (pages: Session) => void {
  const headers = { ...HEADERS, 'Content-Security-Policy': policyFor(hotReload, nonce) };
  return (pages) => {
    pages.protocol.handle(APP_SCHEME, async (request) => {
      const { pathname, search } = new URL(request.url);
      const reply = await fetch(new URL(pathname + search, server), {
        headers: { accept: request.headers.get('accept') ?? '*/*' },
      });
      const type = reply.headers.get('content-type') ?? 'application/octet-stream';
      return new Response(await reply.arrayBuffer(), {
        status: reply.status,
        headers: { ...headers, 'Content-Type': type },
      });
    });
  };
}
