/** Serves the built pages, and only them, under app://, each with the headers that keep a page from reaching anything else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Session, protocol } from 'electron';
import { APP_SCHEME } from '../config.ts';
import { reportRefusal } from '../shell/refusals.ts';
import { contentTypeOf, HEADERS, pathOfAddress } from './app-address.ts';

/** Has to run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // Node reads the code behind it the first time: now, while Chromium gets ready, and not when the first page waits for it.
  refuse(404);
}

const refuse = (status: number): Response => new Response(null, { status, headers: HEADERS });

/** Registers the handler on a window's own session: the default session's handlers do not reach a partition. */
export function serveApp(session: Session, rendererDir: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const path = request.method === 'GET' ? pathOfAddress(request.url) : null;
    if (path === null) {
      reportRefusal('page-address', request.method);
      return refuse(404);
    }
    try {
      return new Response(await readFile(join(rendererDir, path)), {
        headers: { ...HEADERS, 'Content-Type': contentTypeOf(path) },
      });
    } catch {
      return refuse(404);
    }
  });
}
