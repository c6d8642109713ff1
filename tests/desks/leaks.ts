/**
 * `npm run desks -- leaks [PEOPLE]`: people and keys that can be told by their marks, at two desks whose work goes over one mailbox. Holds where no mark lies in
 * the server's files, its WAL, its log of every statement, on the wire, in a spool or a vault's folder; and where folder and keychain without a PIN open no op.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { openMailbox } from '../../main/carrier/mailbox-client.ts';
import { readHead, sha256, startOfOrder } from '../../main/files/spool/envelope.ts';
import { SPOOL_FOLDER } from '../../main/files/spool/spool.ts';
import { bind } from '../../main/vault/crypto/bind.ts';
import { hkdf } from '../../main/vault/crypto/kdf.ts';
import { STORE_FILE } from '../support/store-tools.ts';
import { openOp } from '../../main/vault/ops/op-envelope.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { filesBelow } from '../support/file-search.ts';
import { type LinkedDesk, headerOf, linkDesks, settleDesks } from '../support/linked-desks.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { NO_POSTGRES } from '../support/postgres.ts';
import { PINS } from '../support/pins.ts';
import { type Estate, type World, startWorld } from './server-world.ts';

export interface Leaks {
  readonly marks: number;
  /** That were looked through. */
  readonly bytes: number;
  /** Which mark lay where. */
  readonly found: readonly string[];
  /** Marks that have to be there, as a search that finds nothing at all shows nothing. */
  readonly blind: readonly string[];
  /** Of tries without a PIN. */
  readonly tried: number;
  readonly opened: number;
}

/** Prints the figures. Whether it held. */
export async function runLeaks([people = '50']: readonly string[]): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  const world = await startWorld();
  try {
    const { marks, bytes, found, blind, tried, opened } = await lookForLeaks(world, Number(people));
    process.stdout.write(
      `${marks} marks in ${(bytes / 2 ** 20).toFixed(0)} MiB of server, wire, spools and folders: ${found.length} found; ${tried} tries without a PIN: ${opened} opened\n`,
    );
    for (const one of [...found, ...blind.map((mark) => `not seen: ${mark}`)].slice(0, 20))
      process.stdout.write(`  ${one}\n`);
    return found.length + blind.length + opened === 0;
  } finally {
    await world.stop();
  }
}

/** `plant`: called before it is looked for, to show that it would be found. */
export async function lookForLeaks(
  world: World,
  people: number,
  plant: (desks: readonly LinkedDesk[]) => void = () => undefined,
): Promise<Leaks> {
  await world.admin("ALTER SYSTEM SET log_statement = 'all'");
  await world.admin('SELECT pg_reload_conf()');
  const wire = await openWire(world.postgres.port);
  try {
    let estate: Estate | undefined;
    const desks = await linkDesks([0, 1], async (desk, vaultId) => {
      estate ??= await world.addEstate(Buffer.from(startOfOrder(vaultId).hash));
      const address = { ...(await estate.addDesk(desk)).address, port: wire.port };
      return { address, open: () => openMailbox(address) };
    });
    const values = await workWith(desks, people);
    await world.admin('CHECKPOINT');
    plant(desks);
    const marks = new Map([...values, ...desks.flatMap(keysOf)].map(([name, mark]) => [name, formsOf(mark)]));
    const places: (readonly [string, Buffer])[] = [
      ['wire', wire.seen()],
      ['log of the server', Buffer.from(world.postgres.log())],
      ...filesBelow(world.postgres.dir).map((path) => ['server', readFileSync(path)] as const),
      ...desks.flatMap(({ vault }) =>
        filesBelow(vault.vaultDir).map((path) => ['folder', readFileSync(path)] as const),
      ),
    ];
    const found = places.flatMap(([place, bytes]) =>
      [...marks]
        .filter(([, forms]) => forms.some((form) => bytes.includes(form)))
        .map(([name]) => `${name}: ${place}`),
    );
    const isIn = (place: string, text: string): boolean =>
      places.some(([name, bytes]) => name === place && bytes.includes(text));
    const { vaultId } = await headerOf(desks[0]!.vault);
    const blind = [
      ...['server', 'log of the server'].filter((place) => !isIn(place, estate!.vault)),
      ...(isIn('folder', vaultId) ? [] : ['folder']),
      ...(wire.seen().length > 1000 ? [] : ['wire']),
    ];
    return {
      marks: marks.size,
      bytes: places.reduce((sum, [, bytes]) => sum + bytes.length, 0),
      found,
      blind,
      ...(await tryWithoutPin(desks, vaultId)),
    };
  } finally {
    wire.close();
  }
}

/** What each desk enters, shows and changes, until all of it is at both. Returns the values. */
async function workWith(
  desks: readonly LinkedDesk[],
  people: number,
): Promise<readonly (readonly [string, string])[]> {
  const marks: (readonly [string, string])[] = [];
  for (const { vault } of desks) await vault.unlock('supervisor');
  for (let n = 1; n <= people; n += 1) {
    const name = String.fromCodePoint(...[0, 0, 0].map(() => randomInt(0x7000, 0x9000)));
    const remark = randomBytes(12).toString('hex');
    const draft = draftOf(n, {
      name,
      sealed: [
        { field: 'phone', value: phoneOf(n) },
        { field: 'idNumber', value: idNumberOf(n) },
        { field: 'remark', value: remark },
      ],
    });
    const { personId } = await desks[0]!.vault.addPerson(draft);
    marks.push([`name ${n}`, name], [`remark ${n}`, remark]);
    marks.push([`phone ${n}`, phoneOf(n)], [`ID number ${n}`, idNumberOf(n)]);
    if (n !== 1) continue;
    await settleDesks(desks);
    await desks[1]!.vault.reveal(personId, 'phone', PINS.supervisor);
  }
  await settleDesks(desks, 60_000);
  for (const { vault } of desks) await vault.lock();
  return marks;
}

const keysOf = ({
  number,
  keys,
  vault,
  mailbox,
}: LinkedDesk): readonly (readonly [string, string | Uint8Array])[] => [
  [`key to sign of desk ${number}`, keys.sign.privateKey],
  [`key to receive of desk ${number}`, keys.receive.privateKey],
  ...keys.op.map(({ epoch, key }) => [`op key ${epoch} of desk ${number}`, key] as const),
  ...Object.entries(vault.keychain.deviceSecrets).map(
    ([id, secret]) => [`device secret ${id} of desk ${number}`, secret!] as const,
  ),
  [`password of desk ${number}`, mailbox.address.password],
];

/** How somebody may have written a mark down. */
const formsOf = (mark: string | Uint8Array): readonly Buffer[] =>
  typeof mark === 'string'
    ? [Buffer.from(mark, 'utf8'), Buffer.from(mark, 'utf16le')]
    : [
        Buffer.from(mark),
        Buffer.from(Buffer.from(mark).toString('hex')),
        Buffer.from(Buffer.from(mark).toString('base64').replace(/=+$/u, '')),
      ];

/** Folder and keychain as a thief has them, with the keys that they lead to without a PIN. */
async function tryWithoutPin(
  desks: readonly LinkedDesk[],
  vaultId: string,
): Promise<{ readonly tried: number; readonly opened: number }> {
  let [tried, opened] = [0, 0];
  for (const { vault } of desks) {
    const candidates = Object.values(vault.keychain.deviceSecrets).flatMap((secret) =>
      secret === undefined ? [] : [secret, sha256(secret), hkdf(secret, bind('link-keys', vaultId))],
    );
    const spool = filesBelow(join(vault.vaultDir, SPOOL_FOLDER)).map((path) => readFileSync(path));
    for (const key of candidates) {
      tried += 1;
      const path = join(vault.vaultDir, STORE_FILE);
      const store = await openStore({ path, key, create: false, engine: chooseEngine('auto') }).catch(
        () => null,
      );
      if (store !== null) opened += 1;
      await store?.close();
      for (const file of spool)
        // An envelope by itself, or behind what the order says of it.
        for (const envelope of [file, file.subarray(1 + 8 + 8 + 32 + 32)]) {
          if (readHead(envelope) === null) continue;
          tried += 1;
          if (openOp(vaultId, envelope, key) !== null) opened += 1;
        }
    }
  }
  return { tried, opened };
}

/** Passes on what desks and server say, and keeps it. */
async function openWire(port: number): Promise<{ port: number; seen(): Buffer; close(): void }> {
  const chunks: Buffer[] = [];
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        to.write(chunk);
      });
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    seen: () => Buffer.concat(chunks),
    close: () => void server.close(),
  };
}
