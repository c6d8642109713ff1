/** The development server: the screens with hot reload, for the window in Electron and for any browser over recorded answers. */
import { readFileSync } from 'node:fs';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type HotChannelClient, type Plugin, type ViteDevServer, createServer } from 'vite';
import { inlineRouteNames } from '../build/inline-route-names.ts';
import { projectDir } from '../setup/paths.mjs';
import { MESSAGES, type SignIn } from './messages.ts';

export const LOOPBACK = '127.0.0.1';
/** The pages in any browser, each over recorded answers: its address, and the script among `entries/` that fills it. */
const BROWSER_PAGES: ReadonlyMap<string, string> = new Map([
  ['/dev.html', 'browser-page.ts'],
  ['/components.html', 'components-page.ts'],
]);
/** Nobody signs in on the page that is printed. */
const PAPER_PAGE = '/paper/index.html';

export interface PageServer {
  readonly vite: ViteDevServer;
  readonly address: string;
  /** The screens over recorded answers. */
  readonly browserAddress: string;
  /** The components, each on a page of its own. */
  readonly componentsAddress: string;
  /** Has the page in Electron replaced, with a fresh vault; one that is not up yet is told when it is. */
  restartVault(): void;
  /** The next page that comes up is to sign in, as the first one did. */
  signInNext(): void;
  close(): Promise<void>;
}

interface PageServerOptions {
  readonly sourceDir: string;
  /** Where Vite keeps the libraries that it has bundled. */
  readonly cacheDir: string;
  /** Allows what the server writes into a page to run there. */
  readonly nonce: string;
  /** As whom the page in Electron signs in; null for by hand. */
  readonly signIn: SignIn | null;
}

/** The first free port from `wanted` on. */
export function findPort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer();
    probe.once('error', () => findPort(wanted + 1).then(resolve, reject));
    probe.listen(wanted, LOOPBACK, () => probe.close(() => resolve(wanted)));
  });
}

const entry = (sourceDir: string, name: string): string =>
  `/@fs/${join(sourceDir, 'scripts', 'dev', 'entries', name).replaceAll('\\', '/').replace(/^\//, '')}`;

/** Pages outside of `renderer/`, so that no build for a package can take them along. */
function browserPages(sourceDir: string): Plugin {
  const file = join(sourceDir, 'scripts', 'dev', 'entries', 'browser.html');
  return {
    name: 'resident-vault:browser-pages',
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://page');
        const script = BROWSER_PAGES.get(pathname);
        if (script === undefined) return next();
        const html = readFileSync(file, 'utf8').replace('@BROWSER_PAGE@', entry(sourceDir, script));
        server
          .transformIndexHtml(pathname, html)
          .then((page) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page), next);
      });
    },
  };
}

interface AttachedPage extends Plugin {
  restart(): void;
  signInNext(): void;
}

/** Says to the page in Electron what `entries/attached-page.ts` does there. */
function attachedPage(sourceDir: string, signIn: SignIn | null): AttachedPage {
  let page: HotChannelClient | null = null;
  let restartDue = false;
  // Not after every lock: whoever presses the lock key wants to see the lock screen.
  let signInDue = true;
  const restart = (): void => {
    signInDue = true;
    restartDue = page === null;
    page?.send({ type: 'custom', event: MESSAGES.restart });
    page = null;
  };
  const hearReady = (ready: HotChannelClient): void => {
    page = ready;
    if (restartDue) return restart();
    if (signInDue && signIn !== null) ready.send({ type: 'custom', event: MESSAGES.signIn, data: signIn });
    signInDue = false;
  };
  return {
    name: 'resident-vault:attached-page',
    transformIndexHtml: (_html, { path }) =>
      BROWSER_PAGES.has(path) || path === PAPER_PAGE
        ? []
        : [
            {
              tag: 'script',
              attrs: { type: 'module', src: entry(sourceDir, 'attached-page.ts') },
              injectTo: 'body',
            },
          ],
    configureServer: ({ ws }) => {
      ws.on(MESSAGES.stale, restart);
      ws.on(MESSAGES.ready, (_payload: unknown, client: HotChannelClient) => hearReady(client));
      ws.on('vite:client:disconnect', (_payload: unknown, client: HotChannelClient) => {
        if (client === page) page = null;
      });
    },
    restart,
    signInNext: () => {
      signInDue = true;
    },
  };
}

/** Listens on the loopback address alone. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { sourceDir } = options;
  const port = await findPort(5173);
  const attached = attachedPage(sourceDir, options.signIn);
  const vite = await createServer({
    configFile: false,
    root: join(sourceDir, 'renderer'),
    base: '/',
    mode: 'development',
    publicDir: false,
    cacheDir: options.cacheDir,
    logLevel: 'warn',
    html: { cspNonce: options.nonce },
    plugins: [inlineRouteNames(), react(), browserPages(sourceDir), attached],
    optimizeDeps: {
      entries: [
        'index.html',
        '../scripts/dev/entries/browser-page.ts',
        '../scripts/dev/entries/components-page.ts',
        '../scripts/dev/entries/attached-page.ts',
      ],
    },
    server: {
      host: LOOPBACK,
      port,
      strictPort: true,
      hmr: { protocol: 'ws', host: LOOPBACK, clientPort: port },
      fs: { allow: [sourceDir, projectDir] },
    },
  });
  await vite.listen();
  const address = `http://${LOOPBACK}:${port}`;
  return {
    vite,
    address,
    browserAddress: `${address}/dev.html`,
    componentsAddress: `${address}/components.html`,
    restartVault: attached.restart,
    signInNext: attached.signInNext,
    close: () => vite.close(),
  };
}
