/** Somebody who has a desk's keys and whatever PINs they need, and writes what they like: ops that are right but for one thing, as any desk judges them. */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../contract/fields.ts';
import { type Place, sha256 } from '../../main/files/spool/envelope.ts';
import type { Placed } from '../../main/files/spool/spool.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  type RosterEntry,
  encodeSignatures,
  headAfter,
  makeRosterEntry,
  readRosterEntries,
} from '../../main/vault/keys/roster.ts';
import { type NamedOp, createEstateRoster } from '../../main/vault/link/estate-roster.ts';
import { type Judge, endsStop, judgeOp } from '../../main/vault/link/judge-op.ts';
import { type LinkKeys, type OpKey, opKeyAt } from '../../main/vault/link/link-keys.ts';
import { RULES, packOp } from '../../main/vault/link/op-plaintext.ts';
import { readTaken } from '../../main/vault/link/own-place.ts';
import type { LogRow } from '../../main/vault/log/canonical.ts';
import { NO_HASH, hashEntry } from '../../main/vault/log/chain.ts';
import { allChains, startOf } from '../../main/vault/log/chains.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';
import { selectRows } from '../../main/vault/log/read-log.ts';
import { signEntry } from '../../main/vault/log/signatures.ts';
import type { OpContent, TableChanges, Value } from '../../main/vault/ops/op-content.ts';
import { sealOp } from '../../main/vault/ops/op-envelope.ts';
import { columnNames, readSharedTables } from '../../main/vault/ops/shared-tables.ts';
import { SEGMENTS_OF_A_DESK } from '../../main/vault/store/ids.ts';
import { schemaVersion } from '../../main/vault/store/migrate.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName, ReadableStore } from '../../main/vault/store/store.ts';
import { type LinkedDesk, headerOf } from './linked-desks.ts';
import { atRest, openSlots } from './second-desk.ts';

/** An entry of the roster, and whose signatures it has. */
export type SignedBy = readonly [entry: NewRosterEntry, ...by: readonly Role[]];

/** An op of which one thing may be wrong. */
export interface Try {
  /** What it adds to the roster. */
  readonly adds?: readonly SignedBy[];
  /** What the roster has by then, as every desk knows it. */
  readonly behind?: readonly SignedBy[];
  /** Whose it is; the insider's own desk where it is left out. */
  readonly desk?: { readonly number: number; readonly keys: Pick<LinkKeys, 'sign'> };
  readonly epoch?: number;
  /** What it goes on from is not what stands there, or has not come yet. */
  readonly base?: 'other-hash' | 'later';
  /** How many numbers of its desk it leaves out. */
  readonly skips?: number;
  readonly schema?: number;
  /** Nothing that could be read is signed. */
  readonly noise?: true;
  /** It removes somebody on record as well, for which it has no action. */
  readonly beyond?: true;
}

class UndoneError extends Error {}

/** What a desk, which is locked for it, makes of ops of another one: verdicts by name. Nothing of them stays. */
export const judgedAt = (
  at: LinkedDesk,
  of: LinkedDesk,
  engine: EngineName | 'auto',
  tries: Readonly<Record<string, Try>>,
): Promise<Readonly<Record<string, string>>> =>
  foundAt(at, of, engine, tries, async (judge, tx, before, placed) => {
    const judged = await judgeOp(judge, tx, before, placed);
    return 'stop' in judged ? judged.stop : judged.verdict;
  });

/** Which of them end the desk of an op at which the order stops there, by name. */
export const endingAt = (
  at: LinkedDesk,
  of: LinkedDesk,
  engine: EngineName | 'auto',
  stop: NamedOp,
  tries: Readonly<Record<string, Try>>,
): Promise<Readonly<Record<string, boolean>>> =>
  foundAt(at, of, engine, tries, (judge, tx, before, placed) => endsStop(judge, tx, before, stop, placed));

async function foundAt<T>(
  at: LinkedDesk,
  of: LinkedDesk,
  engine: EngineName | 'auto',
  tries: Readonly<Record<string, Try>>,
  find: (judge: Judge, tx: ReadableStore, before: Place, placed: Placed) => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  const found: Record<string, T> = {};
  await atRest(at.vault, engine, async (store) => {
    const header = await headerOf(at.vault);
    const { vaultId } = header;
    const { slotOf, dispose } = await openSlots(
      header,
      at.vault.keychain.deviceSecrets[header.deviceSecretId]!,
    );
    const insider = { vaultId, of, slotOf };
    const judge: Judge = {
      vaultId,
      schema: await schemaVersion(store),
      estate: createEstateRoster(vaultId, slotOf('admin').pins.roots),
      opKeyOf: (its) => opKeyAt(at.keys, vaultId, its),
    };
    for (const [name, one] of Object.entries(tries))
      await store
        .transaction(async (tx) => {
          for (const row of await entriesOf(insider, tx, one.behind ?? []))
            await tx.run(
              sql`INSERT INTO roster_entry (n, prev_hash, body, signatures, hash) VALUES (${row.n}, ${row.prevHash}, ${row.body}, ${encodeSignatures(row.signatures)}, ${row.hash})`,
            );
          const before = await readTaken(tx);
          const placed = await sealed(insider, tx, one);
          found[name] = await find(judge, tx, before, placed);
          throw new UndoneError();
        })
        .catch((error: unknown) => {
          if (!(error instanceof UndoneError)) throw error;
        });
    dispose();
  });
  return found;
}

type Slots = Awaited<ReturnType<typeof openSlots>>['slotOf'];
interface Insider {
  readonly vaultId: string;
  readonly of: LinkedDesk;
  readonly slotOf: Slots;
}

/** Signed entries that go on from the roster. */
async function entriesOf(
  { vaultId, slotOf }: Insider,
  store: ReadableStore,
  all: readonly SignedBy[],
): Promise<readonly RosterEntry[]> {
  const last = (await readRosterEntries(store)).at(-1);
  let head = last === undefined ? EMPTY_HEAD : headAfter(last);
  return all.map(([entry, ...by]) => {
    const signers = by.map((role) => ({
      id: slotOf(role).staffId,
      privateKey: slotOf(role).sign.privateKey,
    }));
    const made = makeRosterEntry(vaultId, head, entry, signers);
    head = headAfter(made);
    return made;
  });
}

async function beyondOf(store: ReadableStore): Promise<TableChanges> {
  const tables = await readSharedTables(store);
  const columns = columnNames(tables.find(({ name }) => name === 'person')!);
  return { table: 'person', columns, keyed: 1, added: [], changed: [], removed: [[1]] };
}

async function sealed(insider: Insider, store: ReadableStore, one: Try) {
  const { vaultId, of } = insider;
  const { number, keys } = one.desk ?? of;
  const content = await contentOf(insider, store, number, one.adds ?? []);
  const given = await store.get<{ readonly n: number }>(
    sql`SELECT coalesce(max(n), 0) + 1 AS n FROM op_place WHERE desk = ${number} AND verdict IN ('counted', 'void')`,
  );
  const n = (given?.n ?? 1) + (one.skips ?? 0);
  const taken = await readTaken(store);
  const written = packOp({
    kind: 'coordinated',
    schema: one.schema ?? (await schemaVersion(store)),
    rules: RULES,
    rosterHead: headAfter((await readRosterEntries(store)).at(-1)!),
    base:
      one.base === undefined
        ? taken
        : { place: taken.place + (one.base === 'later' ? 1 : 0), hash: randomBytes(32) },
    time: 0,
    content: one.beyond === true ? [...content, await beyondOf(store)] : content,
  });
  const plaintext = one.noise === true ? randomBytes(written.length) : written;
  const [first] = of.keys.op as readonly [OpKey];
  const { epoch = first.epoch } = one;
  const envelope = sealOp(vaultId, { desk: number, n, epoch, step: first.step }, plaintext, {
    opKey: first.key,
    privateKey: keys.sign.privateKey,
  });
  return {
    place: taken.place + 1,
    desk: number,
    n,
    hash: sha256(envelope),
    envelope,
    running: new Uint8Array(32),
  };
}

/** What adds entries to the roster, with an entry of the log that may do so, by an admin; a desk that has just come begins its log. */
async function contentOf(
  insider: Insider,
  store: ReadableStore,
  desk: number,
  adds: readonly SignedBy[],
): Promise<OpContent> {
  const tables = await readSharedTables(store);
  const added = (table: string, rows: readonly Readonly<Record<string, unknown>>[]): TableChanges => {
    const columns = columnNames(tables.find(({ name }) => name === table)!);
    const values = rows.map((row) => columns.map((name) => (row[camel(name)] ?? null) as Value));
    return { table, columns, keyed: 1, added: values, changed: [], removed: [] };
  };
  const entries = await entriesOf(insider, store, adds);
  const rows = entries.map((entry) => ({ ...entry, signatures: encodeSignatures(entry.signatures) }));
  const segment = {
    id: desk * SEGMENTS_OF_A_DESK + 1,
    firstSeq: startOf(desk) + 1,
    sealedFirstKey: new Uint8Array(1),
    startedAt: 0,
    why: 'set-up',
    sheetGeneration: 1,
  };
  const entry = (await logEntryOf(insider, store, desk)) as unknown as Readonly<Record<string, unknown>>;
  return [
    ...(rows.length === 0 ? [] : [added('roster_entry', rows)]),
    ...(desk === insider.of.number ? [] : [added('log_segment', [segment])]),
    added('log_entry', [entry]),
  ];
}

/** That an admin gave somebody another name: the first entry of the desk, with its own hash, and signed. */
async function logEntryOf({ vaultId, slotOf }: Insider, store: ReadableStore, desk: number): Promise<LogRow> {
  const any = await store.get<LogRow>(selectRows(allChains, 'ORDER BY seq LIMIT 1'));
  // It has entered nothing yet.
  const [seq, hash] = [startOf(desk), NO_HASH];
  const admin = signerOfSlot(slotOf('admin'), headAfter((await readRosterEntries(store)).at(-1)!).n);
  const said = {
    ...any!,
    seq: seq + 1,
    segmentId: desk * SEGMENTS_OF_A_DESK + 1,
    staffId: admin.staffId,
    cosignerId: null,
    action: 'staff-name' as const,
    personId: null,
    detail: JSON.stringify({ was: '甲', became: '乙' }),
    prevHash: hash,
  };
  const bytes = Buffer.from(vaultId, 'hex');
  const entry = { ...said, signature: signEntry(bytes, said, [admin]), tag: new Uint8Array(randomBytes(32)) };
  return { ...entry, hash: hashEntry(bytes, entry, entry.tag) };
}

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
