/** Several desks of one estate in this process, each a whole vault with its own folder, keychain and carrier, linked as if they had joined. */
import { cp } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Carrier, createCarrier } from '../../main/carrier/carrier.ts';
import { type Mailbox, type MailboxAddress, openMailbox } from '../../main/carrier/mailbox-client.ts';
import { type CarrierState, NOTHING_KNOWN } from '../../contract/carrier.ts';
import { visitMailbox } from '../../main/carrier/visit.ts';
import { nextPlace, sha256, startOfOrder } from '../../main/files/spool/envelope.ts';
import { joinsOf } from '../../main/files/spool/joins.ts';
import { type Spool, spoolOf } from '../../main/files/spool/spool.ts';
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import type { CarrierLine } from '../../main/vault/carrier-line.ts';
import { type Clock, systemClock } from '../../main/vault/clock.ts';
import { bytesOfBase64, toBase64 } from '../../main/vault/crypto/bytes.ts';
import {
  type HeaderLink,
  LINKED_FORMAT,
  bodyOf,
  digestOfHeader,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import { beginLink } from '../../main/vault/link/own-place.ts';
import {
  type LinkKeys,
  type OpKey,
  drawOpKey,
  newLinkKeys,
  writeLinkKeys,
} from '../../main/vault/link/link-keys.ts';
import { digestOfOpKey } from '../../main/vault/keys/roster-desks.ts';
import type { NewRosterEntry } from '../../main/vault/keys/roster.ts';
import { sealOp } from '../../main/vault/ops/op-envelope.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName, Store } from '../../main/vault/store/store.ts';
import { type TableHash, hashTables, tablesThatDiffer } from '../../main/vault/store/table-hashes.ts';
import { TABLE_NAMES, isShared } from '../../main/vault/store/tables.ts';
import { atRest, plantSecondDesk, signIntoRoster } from './second-desk.ts';
import { type HarnessOptions, type VaultHarness, createHarness } from './vault-harness.ts';

/** What a desk's carrier speaks with. */
export interface DeskMailbox {
  readonly address: MailboxAddress;
  /** As the keeper, with this password, where there is one. */
  readonly open: (keeper?: string) => Promise<Mailbox>;
}

export interface LinkedDesk {
  readonly number: number;
  readonly vault: VaultHarness;
  readonly spool: Spool;
  readonly carrier: Carrier;
  readonly mailbox: DeskMailbox;
  /** As its store has them. */
  readonly keys: LinkKeys;
  /** Of the estate; no lines at a desk that has joined. */
  readonly sheet: readonly (readonly string[])[];
}

const NOT_SHARED = new Set<string>(TABLE_NAMES.filter((name) => !isShared(name)));
/** Tables that whoever joins has as they were. */
const JOINED = ['roster_entry', 'log_segment', 'log_entry'] as const;

type Engine = EngineName | 'auto';
type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** Desks of these numbers, the first of which is 0. Everybody is locked afterwards. `mailboxOf`: called once a desk. */
export async function linkDesks(
  numbers: readonly number[],
  mailboxOf: (desk: number, vaultId: string) => Promise<DeskMailbox>,
  options: HarnessOptions & {
    readonly patienceMs?: number;
    /** Of each desk, where they are not alike. */
    readonly clockOf?: (desk: number) => Clock;
  } = {},
): Promise<readonly LinkedDesk[]> {
  const engine: Engine = options.engine ?? 'auto';
  const lines = numbers.map(() => createLine(options.patienceMs));
  const vaults: VaultHarness[] = [];
  let sheet: LinkedDesk['sheet'] = [];
  for (const [at, number] of numbers.entries()) {
    const clock = options.clockOf?.(number) ?? options.clock ?? systemClock;
    const vault = await createHarness({ ...options, clock, carrier: lines[at]!.line });
    if (at === 0) sheet = await vault.setUp();
    else await joinByHand(vaults[at - 1]!, vault, number, { ...options, clock });
    vaults.push(vault);
  }
  const keys = numbers.map(() => newLinkKeys([]));
  const opKey = drawOpKey(1);
  const { vaultId: vaultOf, minFormat } = await headerOf(vaults[0]!);
  await signIntoRoster(vaults.at(-1)!, engine, [
    ...numbers.map((desk, at) => deskEntry(desk, keys[at]!, minFormat)),
    { kind: 'op-key', at: 0, opKey: { epoch: opKey.epoch, digest: digestOfOpKey(vaultOf, opKey) } },
  ]);
  const rows = await readJoined(vaults.at(-1)!, engine);
  for (const vault of vaults.slice(0, -1)) await atRest(vault, engine, (store) => putMissing(store, rows));
  const desks = numbers.map((desk, at) => publicOf(desk, keys[at]!));
  const linked: LinkedDesk[] = [];
  for (const [at, number] of numbers.entries()) {
    const vault = vaults[at]!;
    const { vaultId } = await headerOf(vault);
    const its = await mailboxOf(number, vaultId);
    const { address, open } = its;
    const { password: _password, ...mailbox } = address;
    const itsKeys = { ...keys[at]!, op: [opKey] };
    await link(vault, engine, itsKeys, { mailbox: { ...mailbox, pins: [...mailbox.pins!] }, desks });
    const spool = spoolOf(vault.vaultDir);
    const carrier = createCarrier({
      spool,
      joins: joinsOf(vault.vaultDir),
      vaultId,
      desk: number,
      publicKeys: new Map(desks.map(({ desk, signKey }) => [desk, bytesOfBase64(signKey)])),
      open,
      onState: lines[at]!.told,
    });
    lines[at]!.leadsTo(carrier);
    linked.push({ number, vault, spool, carrier, mailbox: its, keys: itsKeys, sheet });
  }
  return linked;
}

/** What the header says of a desk. */
const publicOf = (desk: number, { sign, receive }: LinkKeys) => ({
  desk,
  signKey: toBase64(sign.publicKey),
  receiveKey: toBase64(receive.publicKey),
});

/** What the roster says of a desk that keeps the estate with others. */
const deskEntry = (desk: number, { sign, receive }: LinkKeys, minFormat: number): NewRosterEntry => ({
  kind: 'desk',
  at: 0,
  desk,
  minFormat,
  keys: {
    name: `第 ${desk} 台`,
    signKey: toBase64(sign.publicKey),
    receiveKey: toBase64(receive.publicKey),
  },
});

export function createLine(patienceMs?: number) {
  let listener = (): void => undefined;
  let carrier: Carrier | null = null;
  let state = NOTHING_KNOWN;
  let endVisit = async (): Promise<void> => undefined;
  const told = (next: Partial<typeof state>): void => {
    state = { ...state, ...next };
    listener();
  };
  const line: CarrierLine = {
    wake: () => carrier?.wake(),
    hold: (ms) => carrier?.hold(ms),
    send: (errand) => carrier?.send(errand),
    visit(settings) {
      state = NOTHING_KNOWN;
      void endVisit();
      endVisit = async () => undefined;
      if (settings !== null) endVisit = visitMailbox({ vaultDir: '', settings }, openMailbox, told);
    },
    state: () => state,
    ...(patienceMs === undefined ? {} : { patienceMs }),
    listen: (next) => (listener = next),
  };
  return {
    line,
    leadsTo: (its: Carrier): void => void (carrier = its),
    told,
  };
}

/**
 * Links a desk that is set up, as desk 0 of two of which the other is away: whatever it sends has the next place of the order at once, without a mailbox. Locked
 * afterwards.
 */
export async function linkAlone(vault: VaultHarness, engine: Engine = 'auto'): Promise<void> {
  const [keys, others] = [newLinkKeys([]), newLinkKeys([])];
  const opKey = drawOpKey(1);
  const { vaultId, minFormat } = await headerOf(vault);
  await signIntoRoster(vault, engine, [
    deskEntry(0, keys, minFormat),
    deskEntry(1, others, minFormat),
    { kind: 'op-key', at: 0, opKey: { epoch: 1, digest: digestOfOpKey(vaultId, opKey) } },
  ]);
  vault.carryBy(createOrder(vault, vaultId));
  const mailbox = { host: 'nowhere', port: 1, database: 'none', login: 'none', pins: ['0'.repeat(64)] };
  await link(vault, engine, { ...keys, op: [opKey] }, { mailbox, desks: [publicOf(0, keys)] });
}

/** Puts what a desk lays out behind what it has taken in, as a carrier does that finds nobody else there; whoever visits it is let in. */
export function createOrder({ vaultDir }: VaultHarness, vaultId: string): CarrierLine {
  const spool = spoolOf(vaultDir);
  let last = startOfOrder(vaultId);
  let [sent, holds] = [0, false];
  // Of a folder that was copied, what had its place by then.
  for (let placed = spool.readPlaced(1); placed !== null; placed = spool.readPlaced(last.place + 1)) {
    last = nextPlace(last, placed);
    sent = placed.n;
  }
  let errand: CarrierState['errand'] = null;
  let visited: Partial<CarrierState> = {};
  let listener = (): void => undefined;
  let turn: Promise<void> = Promise.resolve();
  const order = async (): Promise<void> => {
    for (const n of await spool.list('out')) {
      const envelope = n > sent ? spool.readOut(n) : null;
      if (envelope === null) continue;
      const op = { desk: 0, n, hash: sha256(envelope) };
      last = nextPlace(last, op);
      await spool.putPlaced({ ...op, place: last.place, running: last.hash, envelope });
      sent = n;
    }
    listener();
  };
  return {
    wake: () => void (turn = turn.then(order)),
    send: ({ id }) => {
      errand = { id, trouble: null };
      listener();
    },
    visit(settings) {
      visited = settings === null ? {} : { since: 1, pin: '0'.repeat(64) };
    },
    hold(ms) {
      holds = ms > 0;
      listener();
    },
    state: () => ({
      ...NOTHING_KNOWN,
      ...visited,
      trouble: null,
      holds,
      errand,
      got: last.place,
      last: last.place,
      sent,
    }),
    listen: (next) => void (listener = next),
  };
}

/** Of a desk's folder. */
export const headerOf = async ({ vaultDir, keychain: { deviceSecrets } }: VaultHarness) =>
  (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;

/** A copy of a desk's folder and keychain, which goes on under a number of its own. */
async function joinByHand(
  from: VaultHarness,
  vault: VaultHarness,
  number: number,
  { engine, clock = systemClock }: HarnessOptions,
): Promise<void> {
  await from.vault.close();
  await vault.vault.close();
  await cp(from.vaultDir, vault.vaultDir, { recursive: true });
  vault.keychain.restore(from.keychain.snapshot());
  await from.start();
  await vault.start();
  await plantSecondDesk(vault, engine ?? 'auto', clock, () => [], true, number);
}

async function readJoined(vault: VaultHarness, engine: Engine): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, readonly Row[]>();
  await atRest(vault, engine, async (store) => {
    for (const table of JOINED)
      rows.set(table, await store.all<Row>({ text: `SELECT * FROM ${table}`, values: [] }));
  });
  return rows;
}

const putMissing = (store: Store, all: ReadonlyMap<string, readonly Row[]>): Promise<void> =>
  store.transaction(async (tx) => {
    for (const [table, rows] of all)
      for (const row of rows)
        await tx.run({
          text: `INSERT OR IGNORE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
            .map(() => '?')
            .join(', ')})`,
          values: Object.values(row),
        });
  });

/** Keys into the store, link into the header, and the anchor told of it. */
async function link(vault: VaultHarness, engine: Engine, keys: LinkKeys, its: HeaderLink): Promise<void> {
  await atRest(vault, engine, async (store) => {
    const header = await headerOf(vault);
    const deviceSecret = vault.keychain.deviceSecrets[header.deviceSecretId]!;
    await store.transaction(async (tx) => {
      await beginLink(tx, header.vaultId);
      await writeLinkKeys(tx, { vaultId: header.vaultId, deviceSecret }, keys);
    });
    const linked = sealHeader(
      { ...bodyOf(header), format: LINKED_FORMAT, generation: header.generation + 1, link: its },
      deviceSecret,
    );
    await writeHeader(vault.vaultDir, linked);
    const known = readAnchor(vault.keychain.anchors.filter((copy) => copy !== undefined))!;
    const anchor = createAnchor(known, { write: (copy, bytes) => vault.keychain.writeAnchor(copy, bytes) });
    await anchor.update((state) => ({
      ...state,
      header: digestOfHeader(linked),
      headerGeneration: linked.generation,
    }));
    await anchor.drain();
  });
}

/** Everything that anybody has done is everywhere, of desks at which somebody is signed in. Errors: after so many milliseconds. */
export async function settleDesks(desks: readonly LinkedDesk[], ms = 60_000): Promise<void> {
  const until = performance.now() + ms;
  let wasSettled = false;
  for (;;) {
    const states: CarrierState[] = [];
    for (const { carrier } of desks) states.push(await carrier.look());
    const last = Math.max(...states.map(({ got }) => got));
    const waiting = await Promise.all(desks.map(({ spool }) => spool.list('out')));
    const isSettled =
      desks.every(({ spool }) => spool.readTaken()?.place === last) &&
      waiting.every((out) => out.length === 0);
    // What was just committed is laid into the spool a moment later.
    if (isSettled && wasSettled) return;
    wasSettled = isSettled;
    if (performance.now() > until)
      throw new Error(
        `not settled: ${JSON.stringify(desks.map(({ number, spool }, at) => ({ number, state: states[at], taken: spool.readTaken()?.place, waiting: waiting[at] })))}`,
      );
    await sleep(isSettled ? 50 : 10);
  }
}

/** Rows of all shared tables, of a desk that is locked for it. */
async function sharedRows({ vault }: LinkedDesk, engine: Engine): Promise<readonly TableHash[]> {
  let hashes: readonly TableHash[] = [];
  await atRest(vault, engine, async (store) => {
    hashes = await hashTables(store, NOT_SHARED);
  });
  return hashes;
}

/** Shared tables in which desks differ from the first. */
export async function differing(desks: readonly LinkedDesk[], engine: Engine): Promise<readonly string[]> {
  const all: (readonly TableHash[])[] = [];
  for (const desk of desks) all.push(await sharedRows(desk, engine));
  return all.slice(1).flatMap((one) => tablesThatDiffer(all[0]!, one));
}

/** Everybody who is on record at a desk, behind the application's back. */
export async function peopleAt({ vault }: LinkedDesk, engine: Engine): Promise<ReadonlySet<number>> {
  let ids: readonly number[] = [];
  await atRest(vault, engine, async (store) => {
    ids = (await store.all<{ readonly id: number }>(sql`SELECT id FROM person`)).map(({ id }) => id);
  });
  return new Set(ids);
}

/** What the order was for a desk, behind the application's back: verdicts by place, and how many ops of its own wait. */
export async function orderAt(
  { vault }: LinkedDesk,
  engine: Engine,
): Promise<{ readonly verdicts: readonly string[]; readonly waiting: number }> {
  let [verdicts, waiting]: [readonly string[], number] = [[], -1];
  await atRest(vault, engine, async (store) => {
    const places = await store.all<{ readonly verdict: string }>(
      sql`SELECT verdict FROM op_place ORDER BY place`,
    );
    verdicts = places.map(({ verdict }) => verdict);
    waiting = (await store.all(sql`SELECT n FROM op_out`)).length;
  });
  return { verdicts, waiting };
}

/** As an insider has it who takes a desk's number, keys and login: signed by it, under the right key. */
export const sealAs = (
  { number, keys }: LinkedDesk,
  vaultId: string,
  n: number,
  plaintext: Uint8Array,
): Buffer => {
  const [key] = keys.op as readonly [OpKey];
  const head = { desk: number, n, epoch: key.epoch, step: key.step };
  return Buffer.from(sealOp(vaultId, head, plaintext, { opKey: key.key, privateKey: keys.sign.privateKey }));
};
