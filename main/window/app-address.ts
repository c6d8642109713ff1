/** Which addresses are files of our own build, and what each is sent with. */
import { extname } from 'node:path';
import { APP_HOST, APP_ORIGIN, APP_SCHEME } from '../config.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** https://www.w3.org/TR/CSP3/ : everything is off but our own script, style, image and font files, and forms that a script handles. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Without allow-modals, so that no page prints by itself; without allow-popups and allow-downloads.
  'sandbox allow-scripts allow-same-origin allow-forms',
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), clipboard-read=(), usb=(), serial=(), hid=(), midi=(), display-capture=()',
  'Cache-Control': 'no-store',
};

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
  if (
    url.protocol !== `${APP_SCHEME}:` ||
    url.host !== APP_HOST ||
    url.username !== '' ||
    url.password !== ''
  )
    return null;
  const segments = url.pathname.slice(1).split('/');
  if (segments.length > 3 || !segments.every((segment) => SEGMENT.test(segment))) return null;
  const path = segments.join('/');
  // What the address parser had to put right, such as an encoded `..`, was not written by us.
  if (!address.startsWith(`${APP_ORIGIN}/${path}`)) return null;
  return extname(path) in CONTENT_TYPES ? path : null;
}

/** The content type goes by the name's ending; nothing else is served. */
export const contentTypeOf = (path: string): string =>
  CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
