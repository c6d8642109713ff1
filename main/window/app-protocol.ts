/** Serves the built pages, and only them, under app://, each with the headers that keep a page from reaching anything else. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { APP_HOST, APP_SCHEME } from '../config.ts';
import { reportRefusal } from '../shell/refusals.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** https://www.w3.org/TR/CSP3/ : everything is off but our own script, style, image and font files. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'none'",
  "object-src 'none'", "frame-src 'none'", "worker-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), usb=(), serial=(), hid=(), bluetooth=(), midi=(), display-capture=()',
  'Cache-Control': 'no-store',
};

/** Has to run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** One path segment of a built file: no dot first, no separator, no percent sign, nothing that a file system reads as more than a name. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/**
 * The file of the build that an address names, relative to the renderer's folder, or null. A list of allowed shapes
 * rather than a hunt for `..`: an address that does not look like one of our own files is refused before any file is touched.
 */
export function pathOfAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || url.username !== '' || url.password !== '') return null;
  const segments = url.pathname.slice(1).split('/');
  if (segments.length > 3 || !segments.every((segment) => SEGMENT.test(segment))) return null;
  const path = segments.join('/');
  return extname(path) in CONTENT_TYPES ? path : null;
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
      const body = await readFile(join(rendererDir, path));
      return new Response(new Uint8Array(body), { headers: { ...HEADERS, 'Content-Type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream' } });
    } catch {
      return refuse(404);
    }
  });
}
