/**
 * A client with every check taken out, in a receptionist's hands: it has the PIN of a receptionist, the device secret, the store key and
 * every file, and writes what it likes. It opens no identity field, before or after an honest supervisor has worked on what it left behind.
 */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Role, SEALED_TIERS, type SealedTier } from '../../contract/fields.ts';
import type { PersonId } from '../../contract/ids.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import {
  type Header,
  osUserHash,
  readHeader,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import type { OpenedSlot } from '../../main/vault/keys/slots.ts';
import { openSlot } from '../support/open-slot.ts';
import { grantTier, insertGrant, openGrant } from '../../main/vault/keys/grants.ts';
import { appendRosterEntries, makeRosterEntry, readRosterEntries } from '../../main/vault/keys/roster.ts';
import { openSealed } from '../../main/vault/keys/seal.ts';
import {
  type TierPrivate,
  createTierPrivate,
  insertTierRecord,
  makeTierRecord,
  tierPrivateOf,
} from '../../main/vault/keys/tier-keys.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { type SealedValueRow, readSealedValues } from '../../main/vault/people/sealed-values.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { Store } from '../../main/vault/store/store.ts';
import { draftOf, idNumberOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { editOf } from '../support/requests-of.ts';

/** By name: a forged header may give another role. */
const NAMES: Readonly<Record<Role, string>> = {
  receptionist: 'Desk One',
  supervisor: 'Super One',
  admin: 'Admin One',
};

interface Loot {
  readonly header: Header;
  readonly deviceSecret: Uint8Array;
  readonly slot: OpenedSlot;
  readonly store: Store;
}

describe("a receptionist's client without checks", () => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(5));
    await desk.vault.close();
  });

  /** What somebody holds who has the PIN of `role` and everything that lies about. */
  async function breakIn(role: Role): Promise<Loot> {
    const reading = desk.keychain.reading();
    if (reading.state !== 'found') throw new Error('no keychain');
    const header = (await readHeader({
      vaultDir: desk.vaultDir,
      deviceSecrets: reading.items.deviceSecrets,
      osUserHash: osUserHash(),
    }))!;
    const deviceSecret = reading.items.deviceSecrets[header.deviceSecretId]!;
    const slot = await openSlot({
      header,
      slot: header.slots.find((candidate) => candidate.displayName === NAMES[role])!,
      deviceSecret,
      pin: PINS[role],
    });
    const store = await openStore({
      path: join(desk.vaultDir, header.storeFile),
      key: slot.storeKey,
      create: false,
      engine: chooseEngine('auto'),
    });
    return { header, deviceSecret, slot, store };
  }

  /** Every grant in the store, tried with the loot's key under every context that the store or the attacker could name. */
  async function tryAllGrants({ header, slot, store }: Loot): Promise<TierPrivate[]> {
    const grants = await store.all<{
      tier: SealedTier;
      epoch: number;
      staff_id: string;
      generation: number;
      sealed: Uint8Array;
    }>(sql`SELECT * FROM tier_grant`);
    const people = [
      ...new Set([
        ...grants.map((grant) => grant.staff_id),
        ...header.slots.map((candidate) => candidate.staffId),
      ]),
    ];
    return grants.flatMap((grant) =>
      people.flatMap((staffId) =>
        SEALED_TIERS.flatMap((tier) => {
          const key = openGrant(
            slot.receive,
            {
              vaultId: header.vaultId,
              tier,
              epoch: grant.epoch,
              staffId: staffId as OpenedSlot['staffId'],
              generation: grant.generation,
            },
            grant.sealed,
          );
          return key === null ? [] : [key];
        }),
      ),
    );
  }

  async function openWith(
    { header, store }: Loot,
    keys: readonly TierPrivate[],
  ): Promise<Map<string, string>> {
    const opened = new Map<string, string>();
    const people = await store.all<{ id: PersonId }>(sql`SELECT id FROM person`);
    for (const { id } of people) {
      for (const row of await readSealedValues(store, id))
        for (const key of keys) tryToOpen(header, key, id, row, opened);
    }
    return opened;
  }

  function tryToOpen(
    header: Header,
    key: TierPrivate,
    id: PersonId,
    row: SealedValueRow,
    opened: Map<string, string>,
  ): void {
    // Under both names, so that a key of one tier is tried on values of the other.
    for (const tier of SEALED_TIERS) {
      try {
        const disguised = { ...tierPrivateOf(header.vaultId, tier, row.epoch, key.privateKey.slice()) };
        opened.set(
          `${id}.${row.field}.${row.ordinal}`,
          openSealed(
            header.vaultId,
            disguised,
            row,
            { n: row.n, personId: id, field: row.field, ordinal: row.ordinal },
            row.ciphertext,
          ),
        );
      } catch {
        // Not this key's.
      }
    }
  }

  it("opens every field with a supervisor's PIN, so the attempt itself works", async () => {
    const loot = await breakIn('supervisor');
    const opened = await openWith(loot, await tryAllGrants(loot));
    expect([...opened.keys()].map((key) => key.split('.')[1]).sort()).toEqual([
      'idNumber',
      'phone',
      'remark',
    ]);
    expect(opened.get(`${personId}.idNumber.0`)).toBe(idNumberOf(5));
    await loot.store.close();
  });

  it.each(['receptionist', 'admin'] as const)('a %s opens no identity field', async (role) => {
    const loot = await breakIn(role);
    const opened = await openWith(loot, await tryAllGrants(loot));
    expect([...opened.keys()].map((key) => key.split('.')[1]).sort()).toEqual(
      role === 'receptionist' ? ['phone', 'remark'] : [],
    );
    await loot.store.close();
  });

  it.each([
    ['tier keys and grants of its own', plantTierKeys],
    ['a roster entry that makes it a supervisor', plantRosterEntry],
    ['a header in which its slot says supervisor', plantHeader],
    ['another supervisor slot in place of the real one', plantSlot],
  ] as const)('gains nothing by writing %s', async (_name, plant) => {
    const loot = await breakIn('receptionist');
    const planted = await plant(loot, desk);
    await loot.store.close();

    await desk.start();
    // An honest supervisor signs in (or is refused) and works on; whatever they seal must not open to what was planted.
    await letSupervisorWork(desk, personId);
    await desk.vault.close();
    const again = await breakIn('receptionist');
    const opened = await openWith(again, [...(await tryAllGrants(again)), ...planted]);
    expect([...opened.keys()].filter((key) => key.includes('idNumber') || key.includes('birthday'))).toEqual(
      [],
    );
    await again.store.close();
  });

  it('opens nothing to the real application after its forgeries either', async () => {
    const loot = await breakIn('receptionist');
    await plantHeader(loot, desk);
    await loot.store.close();
    await desk.start();
    const slotId = loot.slot.slotId;
    const code = await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist });
    expect(code).toBe('store-mismatch');
  });

  describe('and the policy, which is what the log says', () => {
    beforeEach(async () => {
      await desk.start();
      await desk.unlock('admin');
      await desk.call('policy.change', {
        masks: { phone: 'last-four', name: 'hidden' },
        words: 'the screen faces the hall',
        pin: PINS.admin,
      });
      // Others come after it, so that it is not the head that the anchor knows.
      await desk.switchTo('receptionist');
      await desk.vault.close();
    });

    /** Leaves the schema as it was: another one is refused before anything is read. */
    const write = async (...statements: readonly string[]): Promise<void> => {
      const { store } = await breakIn('receptionist');
      await store.transaction(async (tx) => {
        const triggers = () =>
          tx.all<{ sql: string }>(sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger'`);
        const before = await triggers();
        for (const text of statements) await tx.run({ text, values: [] });
        const left = new Set((await triggers()).map((trigger) => trigger.sql));
        for (const { sql: text } of before) if (!left.has(text)) await tx.run({ text, values: [] });
      });
      await store.close();
      await desk.start();
    };
    const expectShut = async (): Promise<void> => {
      for (const role of ['receptionist', 'admin', 'supervisor'] as const)
        expect(await desk.ask('session.unlock', await desk.proofOf(role)), role).toMatchObject({
          ok: false,
          error: { code: 'store-tampered', details: { part: 'log' } },
        });
    };
    const masksOf = async (): Promise<readonly string[]> =>
      (await desk.call('people.open', { personId })).fields
        .filter(({ field }) => field === 'phone')
        .map(({ mask }) => mask);

    it('a choice that is written in shuts the store to a receptionist, an admin and a supervisor', async () => {
      await write(`INSERT INTO log_entry (seq, segment_id, time, staff_id, cosigner_id, action, field, reason, outcome, detail, prev_hash, hash, tag)
        SELECT seq + 1, segment_id, time, staff_id, cosigner_id, 'policy', 'mask.phone', 'why not', 'done', '${encodeDetail('policy', { was: 'last-four', became: 'usual', remasked: 1, choice: 9 * 65_536 })}', hash, hash, tag FROM log_entry ORDER BY seq DESC LIMIT 1`);
      await expectShut();
    });

    it('one that is changed shuts it as well', async () => {
      await write(
        'DROP TRIGGER log_entry_no_update',
        `UPDATE log_entry SET detail = '${encodeDetail('policy', { was: 'usual', became: 'usual', remasked: 0, choice: 65_536 })}' WHERE action = 'policy'`,
      );
      await expectShut();
    });

    it('one that is taken away loosens no mask, and whoever checks the log is told', async () => {
      await write('DROP TRIGGER log_entry_no_delete', `DELETE FROM log_entry WHERE action = 'policy'`);
      await desk.unlock('supervisor');
      expect(await desk.call('log.verify', {})).toMatchObject({ ok: false });
      expect((await masksOf()).every((mask) => mask.startsWith('1******'))).toBe(true);
      const { masks } = await desk.call('policy.read', {});
      expect(masks).toMatchObject({ phone: 'last-four', name: 'hidden' });
    });
  });
});

async function letSupervisorWork(desk: VaultHarness, personId: PersonId): Promise<void> {
  const status = await desk.call('vault.status', {});
  const supervisor = status.people.find((person) => person.displayName === 'Super One');
  if (supervisor === undefined) return;
  const proof = { slotId: supervisor.slotId, pin: PINS.supervisor };
  const unlocked = await desk.ask('session.unlock', proof);
  if (!unlocked.ok) return;
  if (unlocked.value.alarms.length > 0)
    await desk.call('session.acknowledge', { words: 'looked into it', pin: PINS.supervisor });
  const { version } = await desk.call('people.open', { personId });
  const sealed = [
    { field: 'idNumber', ordinal: 0, value: idNumberOf(6) },
    { field: 'birthday', ordinal: 0, value: '1893-04-05' },
  ] as const;
  await desk.call(
    'people.edit',
    editOf(
      { personId, version },
      { sealed: [...sealed] },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    ),
  );
  await desk.addPerson(draftOf(8));
}

async function plantTierKeys({ header, slot, store }: Loot): Promise<readonly TierPrivate[]> {
  const planted = SEALED_TIERS.flatMap((tier) =>
    [1, 2].map((epoch) => createTierPrivate(header.vaultId, tier, epoch)),
  );
  const signer = { id: slot.staffId, privateKey: slot.sign.privateKey };
  await store.transaction(async (tx) => {
    await tx.run(sql`DELETE FROM tier_key WHERE tier = 'identity'`);
    for (const key of planted.filter((candidate) => candidate.tier === 'identity')) {
      await insertTierRecord(
        tx,
        makeTierRecord(header.vaultId, key, { rosterN: slot.pins.rosterHead.n, createdAt: 1 }, [
          signer,
          signer,
        ]),
      );
    }
    for (const key of planted.filter((candidate) => candidate.epoch === 2)) {
      const context = {
        vaultId: header.vaultId,
        tier: key.tier,
        epoch: key.epoch,
        staffId: slot.staffId,
        generation: slot.generation,
      };
      await insertGrant(tx, context, grantTier(key, slot.receive.publicKey, context));
    }
  });
  return planted;
}

async function plantRosterEntry({ header, slot, store }: Loot): Promise<readonly TierPrivate[]> {
  const entries = await readRosterEntries(store);
  const last = entries.at(-1)!;
  const signer = { id: slot.staffId, privateKey: slot.sign.privateKey };
  const receive = generateReceivePair();
  const entry = makeRosterEntry(
    header.vaultId,
    { n: last.n, hash: Buffer.from(last.hash).toString('hex') },
    {
      kind: 'add',
      at: 1,
      staffId: slot.staffId,
      displayName: 'Desk One',
      role: 'supervisor',
      generation: slot.generation + 1,
      twoRoles: false,
      receiveKey: Buffer.from(receive.publicKey).toString('base64'),
      signKey: Buffer.from(slot.sign.publicKey).toString('base64'),
    },
    [signer],
  );
  await store.transaction((tx) => appendRosterEntries(tx, [entry]));
  return [];
}

async function plantHeader(
  { header, deviceSecret, slot }: Loot,
  desk: VaultHarness,
): Promise<readonly TierPrivate[]> {
  const { mac: _mac, ...body } = header;
  const slots = body.slots.map((candidate) =>
    candidate.id === slot.slotId ? { ...candidate, role: 'supervisor' as const } : candidate,
  );
  await writeHeader(
    desk.vaultDir,
    sealHeader({ ...body, slots, generation: body.generation + 1 }, deviceSecret),
  );
  return [];
}

async function plantSlot(
  { header, deviceSecret, slot }: Loot,
  desk: VaultHarness,
): Promise<readonly TierPrivate[]> {
  const { mac: _mac, ...body } = header;
  const own = body.slots.find((candidate) => candidate.id === slot.slotId)!;
  const slots = body.slots.map((candidate) =>
    candidate.role === 'supervisor'
      ? {
          ...candidate,
          wrapped: own.wrapped,
          sealedStoreKey: own.sealedStoreKey,
          signature: own.signature,
          receiveKey: own.receiveKey,
          signKey: own.signKey,
        }
      : candidate,
  );
  await writeHeader(desk.vaultDir, sealHeader({ ...body, slots }, deviceSecret));
  return [];
}
