/** A vault's log without the rest of the vault: a real store, an anchor in memory, a clock, and ways to tamper with them. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../contract/fields.ts';
import type { LogAction } from '../../contract/log/entries.ts';
import type { StaffId } from '../../contract/ids.ts';
import { toHex } from '../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import type { Anchor } from '../../main/vault/anchor/anchor.ts';
import {
  type AuditLog,
  type NewLogEntry,
  type SessionEntry,
  createAuditLog,
} from '../../main/vault/log/audit-log.ts';
import { type SignerRoster } from '../../main/vault/log/signatures.ts';
import { NO_HASH } from '../../main/vault/log/chain.ts';
import type { Engine } from '../../main/vault/store/engine/engine.ts';
import type { Session } from '../../main/vault/session/session.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { type FakeClock, createFakeClock } from './fake-clock.ts';
import {
  type MemoryKeychain,
  anchorStateForTest,
  createMemoryAnchor,
  reopenAnchor,
} from './memory-anchor.ts';
import { makeTempDir } from './temp-dir.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';

export const STAFF = 'a000000000000001' as StaffId;

const pair = generateSignPair();
/** Whoever writes the entries, as long as this roster entry or a later one is the last. */
const SIGNS_FROM = 3;
export const SIGNER = signerOfSlot({ staffId: STAFF, sign: pair }, SIGNS_FROM);
export const SIGNERS: SignerRoster = {
  keyAt: (staffId, rosterN) => (staffId === STAFF && rosterN >= SIGNS_FROM ? pair.publicKey : null),
};

/** Who writes the entries, whatever their role takes. */
export const rosterOf = ({ anchor }: Pick<LogDesk, 'anchor'>): Session['roster'] =>
  ({
    vaultId: toHex(anchor.state().vaultId),
    keyAt: SIGNERS.keyAt,
    keyOf: (staffId: StaffId, _: Role, n: number) => SIGNERS.keyAt(staffId, n),
  }) as unknown as Session['roster'];

export interface LogDesk {
  readonly path: string;
  readonly clock: FakeClock;
  readonly keychain: MemoryKeychain;
  readonly firstKey: Uint8Array;
  store: Store;
  anchor: Anchor;
  log: AuditLog;
  /** A new process: what the keychain and the disk hold, nothing else. */
  restart(): Promise<void>;
  /** The store file put aside; put back by the function that is returned, under whichever process is then opened. */
  keepStore(): Promise<() => Promise<void>>;
}

/** `folder`: one that is there; without, a test's own. */
export async function makeLogDesk(engine: Engine, folder: string = makeTempDir()): Promise<LogDesk> {
  const path = join(folder, 'store-0001.db');
  const key = randomBytes(32);
  const firstKey = randomBytes(32);
  const clock = createFakeClock();
  const { anchor, keychain } = createMemoryAnchor(
    anchorStateForTest({ log: { segment: 1, seq: 0, hash: NO_HASH, key: new Uint8Array(firstKey) } }),
  );
  await anchor.update((state) => state);
  const open = (create: boolean): Promise<Store> => openStore({ path, key, create, engine });
  const store = await open(true);
  await store.transaction((tx) =>
    tx.run(
      sql`INSERT INTO log_segment (id, first_seq, sealed_first_key, started_at, why) VALUES (1, 1, ${new Uint8Array(1)}, 0, 'set-up')`,
    ),
  );
  const desk: LogDesk = {
    path,
    clock,
    keychain,
    firstKey,
    store,
    anchor,
    log: createAuditLog({ anchor, clock }),
    restart: async () => {
      await desk.store.close();
      desk.store = await open(false);
      desk.anchor = reopenAnchor(keychain);
      desk.log = createAuditLog({ anchor: desk.anchor, clock });
    },
    keepStore: async () => {
      await desk.store.checkpoint();
      copyFileSync(path, `${path}.kept`);
      return async () => {
        await desk.store.close();
        for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
        copyFileSync(`${path}.kept`, path);
        desk.store = await open(false);
      };
    },
  };
  return desk;
}

type SomeEntry = { readonly [A in LogAction]: Partial<SessionEntry<A>> }[LogAction];

/** Of a record that was opened, unless another action is named, with its detail. */
export const entry = (changes: SomeEntry = {}): NewLogEntry =>
  ({ staffId: STAFF, action: 'open', outcome: 'done', ...changes }) as NewLogEntry;

/** `times` records of one entry each; every third is a deed, which is signed. */
export async function writeEntries(desk: LogDesk, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    desk.clock.advance(1000);
    await desk.log.record(desk.store, async () => ({
      value: undefined,
      entries: [
        i % 3 === 1
          ? entry({ action: 'reveal', field: 'phone', ticket: `R-${i}`, signedBy: [SIGNER] })
          : entry({ action: 'replaced-list', detail: { values: i }, reason: i % 3 === 0 ? null : 'repair' }),
      ],
    }));
  }
}

/** What somebody with the store key can do to the rows: the triggers go first and come back, since a store without them is not opened. */
export async function tamper(
  desk: Pick<LogDesk, 'store'>,
  statements: readonly {
    readonly text: string;
    readonly values?: readonly (string | number | Uint8Array | null)[];
  }[],
): Promise<void> {
  await desk.store.transaction(async (tx) => {
    const triggers = await tx.all<{ readonly name: string; readonly sql: string }>(
      sql`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'log_entry'`,
    );
    for (const { name } of triggers) await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
    for (const { text, values = [] } of statements) await tx.run({ text, values });
    for (const { sql: text } of triggers) await tx.run({ text, values: [] });
  });
}
