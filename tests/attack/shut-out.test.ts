/**
 * Somebody who was shut out has kept all that was theirs: slot, grants and private keys. A client with its checks taken out puts it back into
 * header and store, behind the alarm that an honest one raises. Nothing that is made from then on is theirs, and their PIN stands behind nothing.
 */
import { rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Role, SEALED_TIERS } from '../../contract/fields.ts';
import type { EmergencyId, PersonId, SlotId, StaffId } from '../../contract/ids.ts';
import { openBackup } from '../../main/vault/backup/open-backup.ts';
import { restoreHere } from '../../main/vault/backup/restore.ts';
import { bind } from '../../main/vault/crypto/bind.ts';
import { bytesOfBase64 } from '../../main/vault/crypto/bytes.ts';
import { openFrom } from '../../main/vault/crypto/hpke.ts';
import { rotateDeviceSecret } from '../../main/vault/key-management/rotate-device-secret.ts';
import { rotateStoreKey } from '../../main/vault/key-management/rotate-store-key.ts';
import { rotateTierKeys } from '../../main/vault/key-management/rotate-tier-keys.ts';
import {
  type Header,
  type StaffSlot,
  bodyOf,
  sealHeader,
  writeHeader,
} from '../../main/vault/keys/header.ts';
import { type SlotOwner, sealStoreKey } from '../../main/vault/keys/slots.ts';
import { putSlotRows, slotRowOf } from '../../main/vault/keys/verify-store.ts';
import { reveal } from '../../main/vault/people/reveal.ts';
import type { Session } from '../../main/vault/session/session.ts';
import { addStaff, resetPin } from '../../main/vault/staff/change-staff.ts';
import { shutOut } from '../../main/vault/key-management/shut-out.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import type { Store, WritableStore } from '../../main/vault/store/store.ts';
import {
  acknowledgeEmergency,
  breakEmergency,
  listEmergency,
} from '../../main/vault/tasks/emergency-access.ts';
import { anchorHeaderOf } from '../support/anchor-header.ts';
import { chooseFolder, makeOne, NOBODY_WATCHES, readCurrentHeader } from '../support/backup-desk.ts';
import { type BareSession, openBareSession } from '../support/bare-session.ts';
import { type OpenedWithStoreKey, openSlot } from '../support/open-slot.ts';
import { draftOf } from '../support/people-drafts.ts';
import { openGrants, readGrants } from '../support/sealed-values.ts';
import { NEWCOMER_PINS, type StaffDriver, driveStaff, sheetOf } from '../support/staff-desk.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { NEVER_ABORTED } from '../../main/vault/long-work/long-work.ts';
import { WHY, acknowledgeOf } from '../support/requests-of.ts';

const WORDS = '楼下漏水，业主不在';
const TOOLS = {
  engine: chooseEngine('auto'),
  signal: NEVER_ABORTED,
  tell: () => undefined,
};
const NOT_A_MEMBER = { code: 'store-mismatch', details: { part: 'member' } };
const NOT_A_SLOT = { code: 'store-mismatch', details: { part: 'slot' } };

/** What somebody keeps of themselves who will be shut out. */
interface Kept {
  readonly pin: string;
  readonly slot: StaffSlot;
  readonly opened: OpenedWithStoreKey;
  readonly grants: Awaited<ReturnType<typeof readGrants>>;
}
type Away = 'Super Two' | 'Admin Two';

let desk: VaultHarness;
let staff: StaffDriver;
let personId: PersonId;
let sheet: string;
let away: Readonly<Record<Away, Kept>>;
let clients: BareSession[];

beforeEach(async () => {
  clients = [];
  desk = await createHarness();
  staff = driveStaff(desk);
  const lines = await desk.setUp();
  sheet = lines.map((groups) => groups.join(' ')).join('\n');
  await desk.unlock('supervisor');
  ({ personId } = await desk.addPerson(draftOf(5)));
  await desk.switchTo('admin');
  expect(await staff.add('admin', 'Admin Two', sheetOf(lines))).toBe('ok');
  await staff.unlocked('Admin Two', NEWCOMER_PINS.admin);
  // By the second admin, so that the supervisor's store key has their word alone.
  const bySecond = { pin: NEWCOMER_PINS.admin, second: await desk.proofOf('supervisor') };
  await desk.call('staff.add', {
    name: 'Super Two',
    role: 'supervisor',
    twoRoles: false,
    newPin: NEWCOMER_PINS.supervisor,
    ...bySecond,
  });
  await desk.vault.close();
  away = {
    'Super Two': await keep('Super Two', 'supervisor'),
    'Admin Two': await keep('Admin Two', 'admin'),
  };
  await desk.start();
  await staff.unlocked('Admin One', PINS.admin);
  await desk.call('theft.begin', await both());
});
async function closeClients(): Promise<void> {
  for (const client of clients.splice(0)) await client.close();
}
afterEach(async () => {
  await closeClients();
  for (const { opened } of Object.values(away)) opened.dispose();
});

async function keep(name: Away, role: Role): Promise<Kept> {
  const header = await readCurrentHeader(desk);
  const slot = header.slots.find(({ displayName }) => displayName === name)!;
  const opened = await openSlot({
    header,
    slot,
    deviceSecret: desk.keychain.deviceSecrets[header.deviceSecretId]!,
    pin: NEWCOMER_PINS[role],
  });
  const store = await openBehind(header, opened.storeKey);
  const grants = (await readGrants(store)).filter(({ staff_id: holder }) => holder === slot.staffId);
  await store.close();
  return { pin: NEWCOMER_PINS[role], slot, opened, grants };
}

const openBehind = ({ storeFile }: Header, key: Uint8Array): Promise<Store> =>
  openStore({ path: join(desk.vaultDir, storeFile), key, create: false, engine: chooseEngine('auto') });
const slotNamed = ({ header }: Pick<Session, 'header'>, name: string): StaffSlot =>
  header.slots.find(({ displayName }) => displayName === name)!;
const both = async () => ({
  pin: PINS.admin,
  cosigner: { slotId: await staff.slotNamed('Super One'), pin: PINS.supervisor },
});
const proofOf = ({ slot, pin }: Kept) => ({ slotId: slot.id, pin });
const allAway = (): readonly Kept[] => Object.values(away);

async function shutThemOut(names: readonly Away[] = ['Super Two', 'Admin Two']): Promise<void> {
  for (const name of names)
    await desk.call('theft.shutOut', { staffId: away[name].slot.staffId, ...(await both()) });
}

async function putRows(tx: WritableStore, kept: readonly Kept[], vaultId: string): Promise<void> {
  await putSlotRows(
    tx,
    kept.map(({ slot }) => slotRowOf(vaultId, slot)),
  );
  for (const { tier, epoch, staff_id, generation, sealed } of kept.flatMap(({ grants }) => grants)) {
    await tx.run({
      text: 'INSERT INTO tier_grant (tier, epoch, staff_id, generation, sealed) VALUES (?, ?, ?, ?, ?)',
      values: [tier, epoch, staff_id, generation, sealed],
    });
  }
}

/** Somebody honest is signed in; header and store have what was kept. */
async function clientOf(name: string, pin: string, kept: readonly Kept[] = allAway()): Promise<Session> {
  await desk.vault.close();
  const client = await openBareSession(desk, name, pin);
  clients.push(client);
  const { session } = client;
  await session.store.transaction((tx) => putRows(tx, kept, session.header.vaultId));
  session.header = sealHeader(
    { ...bodyOf(session.header), slots: [...session.header.slots, ...kept.map(({ slot }) => slot)] },
    session.deviceSecret,
  );
  return session;
}

/** As if that sign-in had been let through, in the same store. */
const signedInAs = (session: Session, { id: slotId, staffId, displayName, role }: StaffSlot): Session => ({
  ...session,
  signedIn: { ...session.signedIn, slotId, staffId, displayName, role },
});

/** On the disk as it is now, changed; with its MAC, by the device secret. */
async function writeHeaderWith(change: (header: Header) => readonly StaffSlot[]): Promise<void> {
  const header = await readCurrentHeader(desk);
  const body = { ...bodyOf(header), generation: header.generation + 1, slots: [...change(header)] };
  const written = sealHeader(body, desk.keychain.deviceSecrets[header.deviceSecretId]!);
  await writeHeader(desk.vaultDir, written);
  anchorHeaderOf(desk, written);
}

const ownerOf = ({ id, receiveKey, signKey, generation }: StaffSlot): SlotOwner => ({
  id,
  receiveKey: bytesOfBase64(receiveKey),
  signKey: bytesOfBase64(signKey),
  generation,
});

/** What of a header's sealed store keys somebody's private key opens. */
const storeKeysOpenedBy = ({ opened }: Kept, { vaultId, epoch, slots }: Header): readonly string[] =>
  slots
    .filter(
      ({ id, sealedStoreKey }) =>
        openFrom(
          opened.receive,
          bind('store-key', vaultId, epoch, id),
          new Uint8Array(),
          bytesOfBase64(sealedStoreKey),
        ) !== null,
    )
    .map(({ displayName }) => displayName);
const grantsOpenedBy = (
  { opened: slot }: Kept,
  header: Header,
  grants: Awaited<ReturnType<typeof readGrants>>,
): number => openGrants({ header, slot }, grants).length;

describe('the attempt itself works', () => {
  it('before they are shut out: what they keep opens the store key, and the grants of a supervisor', async () => {
    const header = await readCurrentHeader(desk);
    expect(allAway().map((kept) => storeKeysOpenedBy(kept, header))).toEqual([['Super Two'], ['Admin Two']]);
    expect(allAway().map((kept) => grantsOpenedBy(kept, header, kept.grants))).toEqual([2, 0]);
  });
});

describe('a change of keys gives them nothing', () => {
  it('of the store key: it refuses the slot of either, and leaves the key before in force', async () => {
    await shutThemOut();
    const session = await clientOf('Admin One', PINS.admin);
    const { header } = session;
    for (const { slot: other } of allAway()) {
      session.header = sealHeader(
        { ...bodyOf(header), slots: header.slots.filter(({ id }) => id !== other.id) },
        session.deviceSecret,
      );
      await expect(
        rotateStoreKey(session, TOOLS, PINS.admin),
        `without ${other.displayName}`,
      ).rejects.toMatchObject(NOT_A_SLOT);
    }
    expect((await readCurrentHeader(desk)).epoch).toBe(1);
    expect((await readdir(desk.vaultDir)).filter((file) => file.endsWith('.db'))).toEqual(['store-0001.db']);
  });

  it('of the device secret: it wraps the slot of neither anew, and leaves the secret before in force', async () => {
    await shutThemOut();
    const session = await clientOf('Admin One', PINS.admin);
    const before = desk.keychain.snapshot().deviceSecrets;
    await expect(rotateDeviceSecret(session, desk.keychain, PINS.admin)).rejects.toMatchObject(NOT_A_SLOT);
    expect([desk.keychain.deviceSecrets, (await readCurrentHeader(desk)).deviceSecretId]).toEqual([
      before,
      Object.keys(before)[0],
    ]);
  });

  it('of the tier keys: no grant is theirs, and those of before that were put back are gone', async () => {
    await shutThemOut();
    const session = await clientOf('Admin One', PINS.admin);
    const cosigner = { slotId: slotNamed(session, 'Super One').id, pin: PINS.supervisor };
    await rotateTierKeys(session, TOOLS, { tiers: [...SEALED_TIERS], pin: PINS.admin, cosigner });
    const grants = await readGrants(session.store);
    const roster = session.roster.members;
    expect(
      new Set(grants.map(({ staff_id: holder }) => roster.get(holder as StaffId)?.displayName ?? holder)),
    ).toEqual(new Set(['recovery', 'Desk One', 'Super One']));
    expect(new Set(grants.map(({ epoch }) => epoch))).toEqual(new Set([2]));
    expect(allAway().map((kept) => grantsOpenedBy(kept, session.header, grants))).toEqual([0, 0]);
  });

  it('that waits while they are shut out, by requests that are sent together', async () => {
    const session = await clientOf('Admin One', PINS.admin, []);
    const cosigner = { slotId: slotNamed(session, 'Super One').id, pin: PINS.supervisor };
    const proofs = { pin: PINS.admin, cosigner };
    await Promise.all([
      shutOut(session, { staffId: away['Super Two'].slot.staffId, ...proofs }),
      rotateTierKeys(session, TOOLS, { tiers: [...SEALED_TIERS], ...proofs }),
      rotateStoreKey(session, TOOLS, PINS.admin),
    ]);
    const header = await readCurrentHeader(desk);
    expect([header.epoch, header.slots.map(({ displayName }) => displayName).sort()]).toEqual([
      2,
      ['Admin One', 'Admin Two', 'Desk One', 'Super One'],
    ]);
    expect(storeKeysOpenedBy(away['Super Two'], header)).toEqual([]);
    expect(grantsOpenedBy(away['Super Two'], header, await readGrants(session.store))).toBe(0);
  });

  it('nor does it when an admin goes whose word was on their store key: none is sealed to them anew', async () => {
    await shutThemOut(['Super Two']);
    const session = await clientOf('Admin One', PINS.admin, [away['Super Two']]);
    const cosigner = { slotId: slotNamed(session, 'Super One').id, pin: PINS.supervisor };
    await expect(
      shutOut(session, { staffId: away['Admin Two'].slot.staffId, pin: PINS.admin, cosigner }),
    ).rejects.toMatchObject(NOT_A_SLOT);
    expect((await readCurrentHeader(desk)).slots.map(({ displayName }) => displayName)).toContain(
      'Admin Two',
    );
  });
});

describe('a store that is put back gives them nothing', () => {
  let folder: string;
  let backup: string;
  beforeEach(async () => {
    await shutThemOut();
    folder = makeTempDir();
    await chooseFolder(desk, folder);
    backup = await makeOne(desk);
  });
  const order = (proof: { readonly slotId: SlotId; readonly pin: string }) => ({
    folderId: null,
    name: backup,
    words: 'the disk gave way',
    ...proof,
  });
  async function loseStore(): Promise<void> {
    await desk.vault.close();
    rmSync(join(desk.vaultDir, 'store-0001.db'));
    await writeHeaderWith(({ slots }) => [...slots, ...allAway().map(({ slot }) => slot)]);
    await desk.start();
  }

  it('from the lock screen, where nobody is there to be alarmed: the slots that were put into the header are left out', async () => {
    await loseStore();
    expect((await desk.people()).map(({ displayName }) => displayName)).toContain('Super Two');
    await desk.call('repair.restore', order({ slotId: await staff.slotNamed('Admin One'), pin: PINS.admin }));
    const header = await readCurrentHeader(desk);
    expect(header.slots.map(({ displayName }) => displayName).sort()).toEqual([
      'Admin One',
      'Desk One',
      'Super One',
    ]);
    expect(allAway().flatMap((kept) => storeKeysOpenedBy(kept, header))).toEqual([]);
    for (const kept of allAway())
      expect(await desk.codeOf('session.unlock', proofOf(kept))).toBe('unknown-slot');
    expect(
      (
        await desk.call('session.unlock', {
          slotId: await staff.slotNamed('Super One'),
          pin: PINS.supervisor,
        })
      ).alarms,
    ).toEqual(['restored']);
  });

  it('nor does their PIN put one back there, with the recovery sheet or without', async () => {
    await loseStore();
    expect(await desk.codeOf('repair.restore', order(proofOf(away['Admin Two'])))).toBe('backup-needs-sheet');
    expect(await desk.ask('repair.restore', { ...order(proofOf(away['Admin Two'])), sheet })).toMatchObject({
      ok: false,
      error: NOT_A_MEMBER,
    });
    expect((await readCurrentHeader(desk)).epoch).toBe(1);
  });

  it('by an admin who is signed in: the slots that were put into the header are left out', async () => {
    const session = await clientOf('Admin One', PINS.admin);
    const { vaultDir } = session.effects;
    const { header, deviceSecret, anchor, clock, store, roster } = session;
    const admin = await openSlot({
      header,
      slot: slotNamed(session, 'Admin One'),
      deviceSecret,
      pin: PINS.admin,
    });
    const opened = await openBackup(folder, backup, {
      admin,
      device: { id: header.deviceSecretId, secret: deviceSecret },
    });
    const ground = { vaultDir, engine: chooseEngine('auto'), clock, anchor, header, deviceSecret };
    const byThem = { backup: opened, admin: away['Admin Two'].opened, words: 'as it was' };
    await expect(restoreHere(ground, { store, roster }, byThem, NOBODY_WATCHES)).rejects.toMatchObject(
      NOT_A_MEMBER,
    );
    const { header: next } = await restoreHere(
      ground,
      { store, roster },
      { ...byThem, admin },
      NOBODY_WATCHES,
    );
    expect(next.slots.map(({ displayName }) => displayName).sort()).toEqual([
      'Admin One',
      'Desk One',
      'Super One',
    ]);
    expect(allAway().flatMap((kept) => storeKeysOpenedBy(kept, next))).toEqual([]);
    opened.dispose();
    admin.dispose();
  });
});

describe('an emergency is not theirs', () => {
  it('they neither break the glass nor acknowledge it, in a session that was let through', async () => {
    await desk.switchTo('receptionist');
    await desk.call('emergency.begin', { personId, words: WORDS, pin: PINS.receptionist });
    await staff.unlocked('Admin One', PINS.admin);
    await shutThemOut();
    const session = signedInAs(await clientOf('Super One', PINS.supervisor), away['Super Two'].slot);
    const { pin } = away['Super Two'];
    await expect(breakEmergency(session, { personId, words: WORDS, pin })).rejects.toMatchObject(
      NOT_A_MEMBER,
    );
    const { seq: emergencyId } = (await session.store.get<{ readonly seq: EmergencyId }>({
      text: "SELECT min(seq) AS seq FROM log_entry WHERE action = 'emergency-access'",
      values: [],
    }))!;
    await expect(
      acknowledgeEmergency(session, { emergencyId, words: '已问过当班', pin }),
    ).rejects.toMatchObject(NOT_A_MEMBER);
    expect((await listEmergency(session)).seen).toEqual([]);
  });

  it('they are not waited for: a supervisor who is alone without them acknowledges their own', async () => {
    await desk.switchTo('supervisor');
    await desk.call('emergency.begin', { personId, words: WORDS, pin: PINS.supervisor });
    const acknowledge = async () => {
      await staff.unlocked('Super One', PINS.supervisor);
      const {
        open: [event],
      } = await desk.call('emergency.list', {});
      return [
        event!.reader,
        await desk.codeOf(
          'emergency.acknowledge',
          acknowledgeOf(event!.emergencyId, '已问过当班', PINS.supervisor),
        ),
      ];
    };
    expect(await acknowledge()).toEqual(['another', 'own-emergency']);
    await staff.unlocked('Admin One', PINS.admin);
    await shutThemOut(['Super Two']);
    expect(await acknowledge()).toEqual(['you-alone', 'ok']);
  });
});

describe('their PIN stands behind nothing', () => {
  beforeEach(() => shutThemOut());

  it('as the second person of a look, of new tier keys, of somebody new, or of a new PIN', async () => {
    const session = await clientOf('Admin One', PINS.admin);
    const [atDesk, bySupervisor] = [
      signedInAs(session, slotNamed(session, 'Desk One')),
      signedInAs(session, slotNamed(session, 'Super One')),
    ];
    const [supervisor, admin] = [proofOf(away['Super Two']), proofOf(away['Admin Two'])];
    const newPin = '480592';
    const requests = {
      look: () =>
        reveal(atDesk, {
          personId,
          field: 'idNumber',
          ordinal: 0,
          why: WHY,
          pin: PINS.receptionist,
          cosigner: supervisor,
        }),
      tierKeys: () =>
        rotateTierKeys(bySupervisor, TOOLS, {
          tiers: [...SEALED_TIERS],
          pin: PINS.supervisor,
          cosigner: admin,
        }),
      somebody: () =>
        addStaff(session, {
          name: 'Desk Two',
          role: 'receptionist',
          twoRoles: false,
          newPin,
          pin: PINS.admin,
          second: supervisor,
        }),
      newPin: () =>
        resetPin(session, { staffId: atDesk.signedIn.staffId, newPin, pin: PINS.admin, second: supervisor }),
    };
    for (const [what, request] of Object.entries(requests))
      await expect(request(), what).rejects.toMatchObject(NOT_A_MEMBER);
  });

  it('nor alone: they do not sign in by the slot that was put back with its row and its grants, and everybody else is told', async () => {
    await clientOf('Admin One', PINS.admin);
    await closeClients();
    await writeHeaderWith(({ slots }) => [...slots, ...allAway().map(({ slot }) => slot)]);
    await desk.start();
    for (const kept of allAway())
      expect(await desk.ask('session.unlock', proofOf(kept)), kept.slot.displayName).toMatchObject({
        ok: false,
        error: NOT_A_MEMBER,
      });
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('store-mismatch');
    expect(
      (
        await desk.call('session.unlock', {
          slotId: await staff.slotNamed('Super One'),
          pin: PINS.supervisor,
        })
      ).alarms,
    ).toEqual(['slot-differs']);
  });

  it('nor does the signing key that they kept: a store key that it vouches for is taken by nobody without an alarm', async () => {
    await desk.vault.close();
    const { vaultId, epoch } = await readCurrentHeader(desk);
    // The store key is still that of then.
    const {
      opened: {
        staffId: id,
        sign: { privateKey },
        storeKey,
      },
    } = away['Admin Two'];
    await writeHeaderWith(({ slots }) =>
      slots.map((slot) => ({
        ...slot,
        ...sealStoreKey(vaultId, epoch, ownerOf(slot), storeKey, { id, privateKey }),
      })),
    );
    await desk.start();
    expect(await desk.codeOf('session.unlock', await desk.proofOf('receptionist'))).toBe('store-mismatch');
    expect(
      (
        await desk.call('session.unlock', {
          slotId: await staff.slotNamed('Super One'),
          pin: PINS.supervisor,
        })
      ).alarms,
    ).toEqual(['slot-differs']);
  });
});
