/** A second desk's part of a closed vault, as it would come from there: its numbers in the roster, and its chain of the log beside this desk's. */
import { createAnchor, readAnchor } from '../../main/vault/anchor/anchor.ts';
import type { Clock } from '../../main/vault/clock.ts';
import { appendForSheet, digestForSheet } from '../../main/vault/keys/for-sheet.ts';
import {
  HEADER_FORMAT,
  type Header,
  bodyOf,
  digestOfHeader,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import { createLogSegment } from '../../main/vault/keys/log-segment.ts';
import {
  type NewRosterEntry,
  appendRosterEntries,
  headAfter,
  makeRosterEntry,
  readRosterEntries,
  verifyRoster,
} from '../../main/vault/keys/roster.ts';
import { type NewLogEntry, createAuditLog } from '../../main/vault/log/audit-log.ts';
import { NO_HASH } from '../../main/vault/log/chain.ts';
import { allChains, startOf } from '../../main/vault/log/chains.ts';
import { type EntrySigner, signerOfSlot } from '../../main/vault/log/entry-signer.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { SEGMENTS_OF_A_DESK, becomeDesk, passId } from '../../main/vault/store/ids.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName, Store } from '../../main/vault/store/store.ts';
import type { Role } from '../../contract/fields.ts';
import { openSlot } from './open-slot.ts';
import { openStoreOf, vaultAtRest } from './store-tools.ts';
import { PINS, type VaultHarness } from './vault-harness.ts';

export const SECOND_DESK = 5;

/** Whoever works at the other desk, each as signer of their entries. */
type AtWork = Readonly<Record<Role, EntrySigner>>;

/** Everybody's slots of a header, with the PINs of the tests. */
export async function openSlots(header: Header, deviceSecret: Uint8Array) {
  const slots = await Promise.all(
    header.slots.map((slot) => openSlot({ header, slot, deviceSecret, pin: PINS[slot.role] })),
  );
  return {
    slotOf: (role: Role) => slots[header.slots.findIndex((slot) => slot.role === role)]!,
    dispose: () => slots.forEach((slot) => slot.dispose()),
  };
}

/** Adds entries to the roster of a vault that is closed for it, signed by these. */
export const signIntoRoster = (
  desk: VaultHarness,
  engine: EngineName | 'auto',
  entries: readonly NewRosterEntry[],
  by: readonly Role[] = ['admin', 'supervisor'],
): Promise<void> =>
  atRest(desk, engine, async (store) => {
    const { vaultDir, deviceSecrets } = vaultAtRest(desk);
    const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
    const { slotOf, dispose } = await openSlots(header, deviceSecrets[header.deviceSecretId]!);
    const signers = by.map((role) => ({
      id: slotOf(role).staffId,
      privateKey: slotOf(role).sign.privateKey,
    }));
    for (const entry of entries) {
      const head = headAfter((await readRosterEntries(store)).at(-1)!);
      const made = makeRosterEntry(header.vaultId, head, entry, signers);
      await store.transaction((tx) => appendRosterEntries(tx, [made]));
    }
    dispose();
  });

/** Closes the vault, does as `within` says, and starts it. */
export async function atRest(
  desk: VaultHarness,
  engine: EngineName | 'auto',
  within: (store: Store) => Promise<void>,
): Promise<void> {
  await desk.vault.close();
  const store = await openStoreOf(vaultAtRest(desk), chooseEngine(engine), PINS.admin);
  await within(store);
  await store.close();
  await desk.start();
}

/**
 * Writes a chain of another desk with these entries, one commit each, as its log does. With `isHere` this computer is that desk from then on, and the chain of before is
 * another's. The vault is closed for it and locked afterwards.
 */
export const plantSecondDesk = (
  desk: VaultHarness,
  engine: EngineName | 'auto',
  clock: Clock,
  entriesOf: (people: AtWork) => readonly NewLogEntry[],
  isHere = false,
  number = SECOND_DESK,
): Promise<void> =>
  atRest(desk, engine, async (store) => {
    const { vaultDir, deviceSecrets } = vaultAtRest(desk);
    const header = (await readHeader({ vaultDir, deviceSecrets, osUserHash: osUserHash() }))!;
    const { slotOf, dispose } = await openSlots(header, deviceSecrets[header.deviceSecretId]!);
    const admin = slotOf('admin');
    const read = async () =>
      verifyRoster(header.vaultId, await readRosterEntries(store), admin.pins.roots, 0);
    for (let roster = await read(); roster.lastDesk < number; roster = await read()) {
      const entry = makeRosterEntry(
        header.vaultId,
        roster.head,
        { kind: 'desk', at: clock.now(), desk: roster.lastDesk + 1, minFormat: HEADER_FORMAT },
        [{ id: admin.staffId, privateKey: admin.sign.privateKey }],
      );
      await store.transaction((tx) => appendRosterEntries(tx, [entry]));
    }
    const roster = await read();
    const signerOf = (role: Role) => signerOfSlot(slotOf(role), roster.head.n);
    const people = {
      receptionist: signerOf('receptionist'),
      supervisor: signerOf('supervisor'),
      admin: signerOf('admin'),
    };
    const id = number * SEGMENTS_OF_A_DESK + 1;
    const seq = startOf(number);
    const segment = createLogSegment(roster);
    await store.runAlone(
      allChains(sql`INSERT INTO $segments (id, first_seq, sealed_first_key, started_at, why, sheet_generation)
        VALUES (${id}, ${seq + 1}, ${segment.sealFor(id)}, ${clock.now()}, 'set-up', ${segment.sheetGeneration})`),
    );
    const known = readAnchor(desk.keychain.anchors.filter((copy) => copy !== undefined))!;
    const here = sealHeader({ ...bodyOf(header), desk: number }, deviceSecrets[header.deviceSecretId]!);
    const log = { segment: id, seq, hash: NO_HASH, key: segment.firstKey };
    const anchor = createAnchor(
      { ...known, state: { ...known.state, header: digestOfHeader(here), log } },
      { write: async (copy, bytes) => (isHere ? desk.keychain.writeAnchor(copy, bytes) : undefined) },
    );
    const audit = createAuditLog({ anchor, clock });
    for (const entry of entriesOf(people))
      await audit.record(store, async () => ({ value: undefined, entries: [entry] }));
    if (isHere) {
      await store.transaction(async (tx) => {
        await becomeDesk(tx, number);
        await passId(tx, 'log_segment', id);
        await tx.run(sql`UPDATE local_state SET chain = ${number}`);
        const signers = [{ id: admin.staffId, privateKey: admin.sign.privateKey }];
        await appendForSheet(
          tx,
          { roster: { ...roster, chain: number, forSheet: null }, roots: admin.pins.roots },
          await digestForSheet(here, tx),
          { at: clock.now(), signers },
        );
      });
      await writeHeader(desk.vaultDir, here);
      await anchor.update((state) => ({ ...state }));
      await anchor.drain();
    }
    dispose();
  });
