/** `npm run dev`: see docs/development.md. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROLES, type Role } from '../contract/fields.ts';
import { takePictures } from './desktop/take-pictures.ts';
import { type PageServer, startPageServer } from './dev/page-server.ts';
import { type DebugPorts, startDev } from './dev/start-dev.ts';
import { cacheDir, projectDir } from './setup/paths.mjs';
import { say, SetupError } from './setup/say.mjs';

const USAGE =
  'npm run dev [-- [--browser] [--signed-in[=receptionist|supervisor|admin]] [--debug] [--fresh]]';
/** As .vscode/launch.json has them. */
const DEBUG_PORTS: DebugPorts = { main: 9229, vault: 9230, renderer: 9222 };

interface Flags {
  readonly browser: boolean;
  readonly signedIn: Role | null;
  readonly debug: boolean;
  readonly fresh: boolean;
}

/** `--signed-in` alone is `--signed-in=receptionist`. Throws SetupError, with the usage, for anything else. */
function readFlags(args: readonly string[]): Flags {
  const named = args.map((arg) => (arg === '--signed-in' ? '--signed-in=receptionist' : arg));
  try {
    const { values } = parseArgs({
      args: named,
      options: {
        browser: { type: 'boolean', default: false },
        'signed-in': { type: 'string' },
        debug: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
      },
    });
    return { ...values, signedIn: roleOf(values['signed-in']) };
  } catch {
    throw new SetupError(`usage: ${USAGE}`);
  }
}

function roleOf(name: string | undefined): Role | null {
  if (name === undefined) return null;
  const role = ROLES.find((one) => one === name);
  if (role === undefined) throw new Error(`no such role: ${name}`);
  return role;
}

const signal = new Promise<void>((resolve) => {
  process.once('SIGINT', () => resolve());
  process.once('SIGTERM', () => resolve());
});

function sayAddresses({ browserAddress, componentsAddress }: PageServer): void {
  say(`screens over recorded answers: ${browserAddress}`);
  say(`components, each on a page of its own: ${componentsAddress}`);
}

async function runInBrowser(): Promise<void> {
  const pages = await startPageServer({
    sourceDir: projectDir,
    cacheDir: join(cacheDir, 'dev', 'libraries'),
    nonce: '',
    signIn: null,
  });
  sayAddresses(pages);
  say('ready');
  await signal;
  await pages.close();
}

async function runInElectron({ signedIn, debug, fresh }: Flags): Promise<void> {
  const dev = await startDev({ sourceDir: projectDir, signedIn, debug: debug ? DEBUG_PORTS : null, fresh });
  sayAddresses(dev.pages);
  say(`practice vault: ${dev.stage.profileDir} (PINs: ${Object.values(dev.pins).join(', ')})`);
  if (debug) say(`debuggers: ${JSON.stringify(DEBUG_PORTS)}`);
  const stopPictures =
    dev.display === null
      ? () => undefined
      : takePictures(dev.display, join(cacheDir, 'screenshots', 'dev.png'));
  say('ready');
  await Promise.race([signal, dev.ended]);
  stopPictures();
  await dev.stop();
}

try {
  const flags = readFlags(process.argv.slice(2));
  await (flags.browser ? runInBrowser() : runInElectron(flags));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
