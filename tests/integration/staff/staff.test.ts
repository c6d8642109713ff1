import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { Second } from '../../../contract/staff/requests.ts';
import type { PersonId, StaffId } from '../../../contract/ids.ts';
import { HEADER_FILE } from '../../../main/vault/keys/header.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../../main/vault/store/open-store.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { STORE_FILE, storeKeyOf } from '../../support/store-tools.ts';
import { NEWCOMER_PINS, type StaffDriver, closeSlot, driveStaff, sheetOf } from '../../support/staff-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, newcomerOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('the staff on %s', (engine) => {
  let desk: VaultHarness;
  let staff: StaffDriver;
  let sheet: Second;
  let personId: PersonId;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    staff = driveStaff(desk);
    sheet = sheetOf(await desk.setUp());
    await desk.unlock('supervisor');
    ({ personId } = await desk.addPerson(draftOf(7)));
    await desk.switchTo('admin');
  });

  const opens = async (field: 'phone' | 'idNumber', pin: string): Promise<string> => {
    const answer = await desk.ask('people.reveal', { personId, field, ordinal: 0, why: WHY, pin });
    return answer.ok ? answer.value.value : answer.error.code;
  };
  const noAlarms = async (): Promise<void> =>
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  const entries = (action: string) => desk.logged(action, 50);
  /** What the store has of somebody. An admin is signed in before and after. */
  const rowsOf = async (staffId: StaffId): Promise<Readonly<Record<string, number>>> => {
    await desk.vault.close();
    const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'admin', PINS.admin);
    const store = await openStore({
      path: join(desk.vaultDir, STORE_FILE),
      key,
      create: false,
      engine: chooseEngine(engine),
    });
    const count = async (table: string) =>
      (await store.get<{ readonly n: number }>({
        text: `SELECT count(*) AS n FROM ${table} WHERE staff_id = ?`,
        values: [staffId],
      }))!.n;
    const rows = { key_slot: await count('key_slot'), tier_grant: await count('tier_grant') };
    await store.close();
    await desk.start();
    await desk.unlock('admin');
    return rows;
  };
  const header = (): Promise<string> => readFile(join(desk.vaultDir, HEADER_FILE), 'utf8');

  describe('somebody new', () => {
    it('a receptionist signs in with the PIN that they typed, and opens contact fields alone', async () => {
      expect(await staff.add('receptionist', 'Desk Two')).toBe('ok');
      expect(await staff.signIn('Desk Two', NEWCOMER_PINS.receptionist)).toBe('ok');
      await noAlarms();
      expect([
        await opens('phone', NEWCOMER_PINS.receptionist),
        await opens('idNumber', NEWCOMER_PINS.receptionist),
      ]).toEqual([phoneOf(7), 'needs-supervisor']);
    });

    it('a supervisor opens both tiers, and stands behind the next one', async () => {
      expect(await staff.add('supervisor', 'Super Two')).toBe('ok');
      expect(await staff.signIn('Super Two', NEWCOMER_PINS.supervisor)).toBe('ok');
      expect([
        await opens('phone', NEWCOMER_PINS.supervisor),
        await opens('idNumber', NEWCOMER_PINS.supervisor),
      ]).toEqual([phoneOf(7), idNumberOf(7)]);
      await desk.switchTo('admin');
      const second = { slotId: await staff.slotNamed('Super Two'), pin: NEWCOMER_PINS.supervisor };
      expect(await staff.add('receptionist', 'Desk Two', second)).toBe('ok');
    });

    it('an admin comes by the sheet, then by two admins, and then acts', async () => {
      expect(await staff.add('admin', 'Admin Two', sheet)).toBe('ok');
      const two = { slotId: await staff.slotNamed('Admin Two'), pin: NEWCOMER_PINS.admin };
      await desk.answers(
        'ok',
        'staff.add',
        newcomerOf('Admin Three', 'admin', 'linen-83-crow', { pin: PINS.admin, second: two }),
      );
      expect(await staff.signIn('Admin Two', NEWCOMER_PINS.admin)).toBe('ok');
      await noAlarms();
      const add = {
        name: 'Desk Two',
        role: 'receptionist',
        twoRoles: false,
        newPin: NEWCOMER_PINS.receptionist,
        pin: NEWCOMER_PINS.admin,
        second: await desk.proofOf('supervisor'),
      };
      expect(await desk.codeOf('staff.add', add)).toBe('ok');
      // Whose store key somebody has sealed who is no root.
      expect(await staff.signIn('Desk Two', NEWCOMER_PINS.receptionist)).toBe('ok');
      await noAlarms();
    });

    it('takes the sheet in place of a supervisor', async () => {
      expect(await staff.add('supervisor', 'Super Two', sheet)).toBe('ok');
      expect(await staff.signIn('Super Two', NEWCOMER_PINS.supervisor)).toBe('ok');
      expect(await opens('idNumber', NEWCOMER_PINS.supervisor)).toBe(idNumberOf(7));
    });

    it('is told by the log with both names and never a PIN', async () => {
      await staff.add('receptionist', 'Desk Two');
      await staff.add('supervisor', 'Super Two', sheet);
      const added = await entries('staff-add');
      expect(added.map(({ staffName, cosignerName, detail }) => [staffName, cosignerName, detail])).toEqual([
        [
          'Admin One',
          null,
          { name: 'Super Two', role: 'supervisor', was: null, twoRoles: false, sheet: true },
        ],
        [
          'Admin One',
          'Super One',
          { name: 'Desk Two', role: 'receptionist', was: null, twoRoles: false, sheet: false },
        ],
      ]);
      expect(JSON.stringify(added)).not.toMatch(/mango|tabby|804926|otter/);
    });

    it.each([
      ['a weak PIN', { newPin: '123456' }, 'pin-too-weak'],
      ["the admin's own PIN", { role: 'supervisor', newPin: PINS.admin }, 'pin-too-weak'],
      ['a wrong PIN of the admin', { pin: 'wrong-and-wrong' }, 'wrong-pin-either'],
      ['a name that somebody has', { name: 'Super One' }, 'name-taken'],
      ['a second role of nobody', { twoRoles: true }, 'name-taken'],
      ['an admin with a supervisor', { role: 'admin', newPin: NEWCOMER_PINS.admin }, 'needs-second-admin'],
      ['a sheet that is mistyped', { second: { sheet: 'ABCD' } }, 'sheet-mismatch'],
    ] as const)('does not come with %s, and nothing changes', async (_what, changes, code) => {
      const before = await header();
      const request = {
        name: 'Desk Two',
        role: 'receptionist',
        twoRoles: false,
        newPin: NEWCOMER_PINS.receptionist,
        pin: PINS.admin,
        second: await desk.proofOf('supervisor'),
        ...changes,
      };
      expect(await desk.codeOf('staff.add', request)).toBe(code);
      expect(await header()).toBe(before);
      expect(await staff.members()).toHaveLength(3);
    });

    it('a sheet of another vault is refused and in the log', async () => {
      const other = await createHarness({ engine });
      const strange = sheetOf(await other.setUp());
      await other.dispose();
      expect(await staff.add('supervisor', 'Super Two', strange)).toBe('sheet-mismatch');
      expect((await entries('pin-failed')).map(({ detail }) => detail)).toEqual([{ of: 'sheet' }]);
    });

    it('a receptionist is not the second of anything', async () => {
      expect(await staff.add('receptionist', 'Desk Two', await desk.proofOf('receptionist'))).toBe(
        'needs-supervisor',
      );
      expect(await staff.add('supervisor', 'Super Two', await desk.proofOf('receptionist'))).toBe(
        'needs-supervisor',
      );
    });

    it('is nobody whom a receptionist or a supervisor may add', async () => {
      for (const role of ['receptionist', 'supervisor'] as const) {
        await desk.switchTo(role);
        await desk.answers(
          'not-allowed',
          'staff.add',
          newcomerOf('X', 'receptionist', NEWCOMER_PINS.receptionist, {
            pin: PINS[role],
            second: await desk.proofOf('supervisor'),
          }),
        );
      }
    });
  });

  it('one human being in two roles has two slots and two PINs, and is flagged', async () => {
    const add = async (newPin: string) =>
      desk.codeOf('staff.add', {
        name: 'Super One',
        role: 'receptionist',
        twoRoles: true,
        newPin,
        pin: PINS.admin,
        second: await desk.proofOf('supervisor'),
      });
    expect(await add(PINS.supervisor)).toBe('pin-too-weak');
    expect(await add(NEWCOMER_PINS.receptionist)).toBe('ok');
    const flagged = (await staff.members()).filter(({ twoRoles }) => twoRoles);
    expect(flagged.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['Super One', 'supervisor'],
      ['Super One', 'receptionist'],
    ]);
    expect(new Set(flagged.map(({ slotId }) => slotId)).size).toBe(2);
    expect((await entries('staff-add'))[0]?.detail).toMatchObject({
      name: 'Super One',
      role: 'receptionist',
      twoRoles: true,
    });
    expect(await add('903718')).toBe('name-taken');
  });

  describe('another role', () => {
    const change = async (name: string, role: Role, newPin: string, second?: Second) =>
      desk.codeOf('staff.changeRole', {
        staffId: (await staff.named(name)).staffId,
        role,
        newPin,
        pin: PINS.admin,
        second: second ?? (await desk.proofOf('supervisor')),
      });

    it('is another generation of keys: a receptionist becomes a supervisor', async () => {
      expect(await change('Desk One', 'supervisor', NEWCOMER_PINS.supervisor)).toBe('ok');
      expect(await staff.signIn('Desk One', PINS.receptionist)).toBe('wrong-pin');
      expect(await staff.signIn('Desk One', NEWCOMER_PINS.supervisor)).toBe('ok');
      await noAlarms();
      expect(await opens('idNumber', NEWCOMER_PINS.supervisor)).toBe(idNumberOf(7));
      expect((await entries('staff-role'))[0]?.detail).toMatchObject({
        name: 'Desk One',
        was: 'receptionist',
        role: 'supervisor',
      });
    });

    it('takes the identity tier from who becomes a receptionist; a root is retired by another', async () => {
      await staff.add('supervisor', 'Super Two');
      const second = { slotId: await staff.slotNamed('Super Two'), pin: NEWCOMER_PINS.supervisor };
      expect(await change('Super One', 'receptionist', NEWCOMER_PINS.receptionist, second)).toBe('ok');
      expect(await staff.signIn('Super One', NEWCOMER_PINS.receptionist)).toBe('ok');
      await noAlarms();
      expect([
        await opens('phone', NEWCOMER_PINS.receptionist),
        await opens('idNumber', NEWCOMER_PINS.receptionist),
      ]).toEqual([phoneOf(7), 'needs-supervisor']);
    });

    it('is not for the last of a role, nor for oneself', async () => {
      expect(await change('Super One', 'receptionist', NEWCOMER_PINS.receptionist)).toBe('last-of-role');
      expect(await change('Admin One', 'receptionist', NEWCOMER_PINS.receptionist)).toBe('not-yourself');
      expect(await change('Desk One', 'admin', NEWCOMER_PINS.admin)).toBe('needs-second-admin');
    });

    it('of an admin: store keys that they had sealed are sealed anew, and everybody gets in', async () => {
      await staff.add('admin', 'Admin Two', sheet);
      expect(await staff.signIn('Admin Two', NEWCOMER_PINS.admin)).toBe('ok');
      const staffId = (await staff.named('Admin One')).staffId;
      // Admin One is a root and Admin Two none: a root stands behind it.
      const request = {
        staffId,
        role: 'receptionist',
        newPin: NEWCOMER_PINS.receptionist,
        pin: NEWCOMER_PINS.admin,
        second: await desk.proofOf('supervisor'),
      };
      expect(await desk.codeOf('staff.changeRole', request)).toBe('ok');
      for (const [name, pin] of [
        ['Super One', PINS.supervisor],
        ['Desk One', PINS.receptionist],
        ['Admin One', NEWCOMER_PINS.receptionist],
        ['Admin Two', NEWCOMER_PINS.admin],
      ] as const) {
        expect(await staff.signIn(name, pin), name).toBe('ok');
        await noAlarms();
      }
    });
  });

  describe('a forgotten PIN', () => {
    const reset = async (name: string, newPin: string, second?: Second) =>
      desk.codeOf('staff.reset', {
        staffId: (await staff.named(name)).staffId,
        newPin,
        pin: PINS.admin,
        second: second ?? (await desk.proofOf('supervisor')),
      });

    it('is followed by new keys under a new one, which open what the old did', async () => {
      expect(await reset('Desk One', NEWCOMER_PINS.receptionist)).toBe('ok');
      expect(await staff.signIn('Desk One', PINS.receptionist)).toBe('wrong-pin');
      expect(await staff.signIn('Desk One', NEWCOMER_PINS.receptionist)).toBe('ok');
      await noAlarms();
      expect(await opens('phone', NEWCOMER_PINS.receptionist)).toBe(phoneOf(7));
    });

    it('of the only supervisor takes the sheet', async () => {
      expect(await reset('Super One', NEWCOMER_PINS.supervisor, sheet)).toBe('ok');
      expect(await staff.signIn('Super One', NEWCOMER_PINS.supervisor)).toBe('ok');
      await noAlarms();
      expect(await opens('idNumber', NEWCOMER_PINS.supervisor)).toBe(idNumberOf(7));
    });

    it('opens a slot that its guesses had closed to a wait', async () => {
      await desk.lock();
      const slotId = await staff.slotNamed('Desk One');
      for (let guess = 0; guess < 5; guess++) await desk.codeOf('session.unlock', { slotId, pin: '000111' });
      await desk.unlock('admin');
      expect((await staff.named('Desk One')).waitSeconds).toBeGreaterThan(0);
      expect(await reset('Desk One', NEWCOMER_PINS.receptionist)).toBe('ok');
      expect(await staff.named('Desk One')).toMatchObject({ waitSeconds: 0, closed: false });
      expect(await staff.signIn('Desk One', NEWCOMER_PINS.receptionist)).toBe('ok');
    });

    it("of one's own is nobody's to reset", async () => {
      expect(await reset('Admin One', NEWCOMER_PINS.admin, sheet)).toBe('not-yourself');
    });
  });

  it('another name is told to everybody, and keys and PIN stay', async () => {
    const rename = async (name: string, became: string) =>
      desk.codeOf('staff.rename', {
        staffId: (await staff.named(name)).staffId,
        name: became,
        pin: PINS.admin,
      });
    expect(await rename('Desk One', 'Super One')).toBe('name-taken');
    expect(await rename('Desk One', 'Desk Prime')).toBe('ok');
    expect(await staff.signIn('Desk Prime', PINS.receptionist)).toBe('ok');
    await noAlarms();
    await desk.switchTo('admin');
    expect((await entries('staff-name'))[0]?.detail).toEqual({ was: 'Desk One', became: 'Desk Prime' });
  });

  describe('somebody who leaves', () => {
    it('is gone at once: roster, slot, grants', async () => {
      const { staffId } = await staff.named('Desk One');
      expect(await rowsOf(staffId)).toEqual({ key_slot: 1, tier_grant: 1 });
      expect(await staff.remove('Desk One')).toBe('ok');
      expect(await rowsOf(staffId)).toEqual({ key_slot: 0, tier_grant: 0 });
      expect((await staff.members()).map(({ displayName }) => displayName)).toEqual([
        'Admin One',
        'Super One',
      ]);
      expect((await desk.people()).map(({ displayName }) => displayName)).toEqual(['Admin One', 'Super One']);
      await desk.switchTo('supervisor');
      await noAlarms();
      const left = (await entries('staff-leave'))[0];
      expect([left?.staffName, left?.detail]).toEqual([
        'Admin One',
        { name: 'Desk One', role: 'receptionist', was: null, twoRoles: false, sheet: false },
      ]);
    });

    it('is still named by the log', async () => {
      await desk.switchTo('receptionist');
      await desk.switchTo('admin');
      await staff.remove('Desk One');
      expect((await entries('sign-in')).map(({ staffName }) => staffName)).toContain('Desk One');
    });

    it('is never the last admin or the last supervisor, nor who acts', async () => {
      expect(await staff.remove('Super One')).toBe('last-of-role');
      expect(await staff.remove('Admin One')).toBe('not-yourself');
    });

    it('who held a root is retired by another: the supervisor of set-up by its admin', async () => {
      await staff.add('supervisor', 'Super Two');
      expect(await staff.remove('Super One')).toBe('ok');
      expect(await staff.signIn('Super Two', NEWCOMER_PINS.supervisor)).toBe('ok');
      await noAlarms();
      expect(await opens('idNumber', NEWCOMER_PINS.supervisor)).toBe(idNumberOf(7));
    });

    it('the admin of set-up by its supervisor or the sheet; what they had sealed is sealed anew', async () => {
      for (const by of ['supervisor', 'sheet'] as const) {
        await desk.dispose();
        desk = await createHarness({ engine, clock });
        staff = driveStaff(desk);
        sheet = sheetOf(await desk.setUp());
        await desk.unlock('admin');
        await staff.add('admin', 'Admin Two', sheet);
        await staff.signIn('Admin Two', NEWCOMER_PINS.admin);
        const { staffId } = await staff.named('Admin One');
        expect(await desk.codeOf('staff.remove', { staffId, pin: NEWCOMER_PINS.admin })).toBe('needs-root');
        const second = by === 'sheet' ? sheet : await desk.proofOf('supervisor');
        expect(await desk.codeOf('staff.remove', { staffId, pin: NEWCOMER_PINS.admin, second })).toBe('ok');
        for (const [name, pin] of [
          ['Super One', PINS.supervisor],
          ['Desk One', PINS.receptionist],
          ['Admin Two', NEWCOMER_PINS.admin],
        ] as const) {
          expect(await staff.signIn(name, pin), name).toBe('ok');
          await noAlarms();
        }
        // The sheet's own slot too, which nobody opens at a sign-in.
        const add = {
          name: 'Super Two',
          role: 'supervisor',
          twoRoles: false,
          newPin: NEWCOMER_PINS.supervisor,
          pin: NEWCOMER_PINS.admin,
          second: sheet,
        };
        expect(await desk.codeOf('staff.add', add)).toBe('ok');
      }
    });

    it('leaves no count of theirs behind', async () => {
      await desk.lock();
      const slotId = await staff.slotNamed('Desk One');
      await desk.codeOf('session.unlock', { slotId, pin: '000111' });
      await desk.unlock('admin');
      await staff.remove('Desk One');
      await desk.lock();
      expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('unknown-slot');
    });
  });

  describe('a way in that waits or is closed', () => {
    const open = async (pins: { admin?: string; supervisor?: string } = {}) =>
      desk.codeOf('staff.openSlot', {
        staffId: (await staff.named('Desk One')).staffId,
        pin: pins.admin ?? PINS.admin,
        supervisor: { slotId: await staff.slotNamed('Super One'), pin: pins.supervisor ?? PINS.supervisor },
      });
    it('is opened by admin and supervisor together, with the PIN that it has, and told by the log', async () => {
      await desk.lock();
      const slotId = await staff.slotNamed('Desk One');
      for (let guess = 0; guess < 5; guess++) await desk.codeOf('session.unlock', { slotId, pin: '000111' });
      await desk.unlock('admin');
      expect(await open({ supervisor: 'wrong-and-wrong' })).toBe('wrong-pin-either');
      expect((await staff.named('Desk One')).waitSeconds).toBe(60);
      expect(await open()).toBe('ok');
      expect(await staff.signIn('Desk One', PINS.receptionist)).toBe('ok');
      await desk.switchTo('admin');
      const entry = (await entries('slot-open'))[0];
      expect([entry?.staffName, entry?.cosignerName, entry?.detail]).toEqual([
        'Admin One',
        'Super One',
        { name: 'Desk One', role: 'receptionist', was: null, twoRoles: false, sheet: false },
      ]);
    });

    it('is opened too where a hundred guesses have closed it, and stays open after a restart', async () => {
      const slotId = await staff.slotNamed('Desk One');
      await desk.vault.close();
      await closeSlot(desk, slotId, clock);
      await desk.start();
      expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.receptionist })).toBe('slot-closed');
      await desk.unlock('admin');
      expect((await staff.named('Desk One')).closed).toBe(true);
      expect(await open()).toBe('ok');
      await desk.lock();
      expect(await staff.signIn('Desk One', PINS.receptionist)).toBe('ok');
    });

    it('is opened by nobody alone', async () => {
      await desk.answers('needs-supervisor', 'staff.openSlot', {
        staffId: (await staff.named('Desk One')).staffId,
        pin: PINS.admin,
        supervisor: await desk.proofOf('receptionist'),
      });
      await desk.answers('same-person', 'staff.openSlot', {
        staffId: (await staff.named('Desk One')).staffId,
        pin: PINS.admin,
        supervisor: await desk.proofOf('admin'),
      });
    });
  });

  it('lists since when, the last sign-in by the log, and who has not been there for 90 days', async () => {
    const set = clock.now();
    clock.advance(60 * DAY_MS);
    await desk.switchTo('receptionist');
    const signedIn = clock.now();
    clock.advance(31 * DAY_MS);
    await desk.switchTo('admin');
    expect(
      (await staff.members()).map(({ displayName, lastSignInAt, dormant, root, last }) => [
        displayName,
        lastSignInAt,
        dormant,
        root,
        last,
      ]),
    ).toEqual([
      ['Admin One', clock.now(), false, true, true],
      ['Super One', set, true, true, true],
      ['Desk One', signedIn, false, false, false],
    ]);
    expect((await staff.members()).every(({ since }) => since === set)).toBe(true);
  });
});
