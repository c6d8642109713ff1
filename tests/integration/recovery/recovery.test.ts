/** The sheet on every way that keys.md knows: another computer, a lost keychain, the only admin's PIN forgotten, all supervisors gone. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { HEADER_FILE, parseHeader } from '../../../main/vault/keys/header.ts';
import { sheetsKnownTo } from '../../../main/vault/keys/old-sheets.ts';
import { parseSheet } from '../../../main/vault/keys/recovery-sheet.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { hashFolder } from '../../support/folder-hash.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { answersTo, peopleFor, recover, RECOVERY_PINS, sheetText } from '../../support/recover.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { MemoryKeychain, PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { WHY, acknowledgeOf } from '../../support/requests-of.ts';

describe.each(FEATURE_ENGINE_NAMES)('a recovery on %s', (engine) => {
  let desk: VaultHarness;
  let sheet: string[][];
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    sheet = await desk.setUp();
    await desk.unlock('supervisor');
    ({ personId } = await desk.addPerson(draftOf(7)));
    await desk.vault.close();
  });

  /** The folder as it is, on a computer whose keychain has never heard of it. */
  async function onAnotherComputer(): Promise<VaultHarness> {
    const vaultDir = join(makeTempDir(), 'vault');
    await cp(desk.vaultDir, vaultDir, { recursive: true });
    return createHarness({ engine, vaultDir, keychain: new MemoryKeychain() });
  }
  const signIn = async (at: VaultHarness, role: Role, pins: Readonly<Record<Role, string>> = RECOVERY_PINS) =>
    at.codeOf('session.unlock', { slotId: await at.slotOf(role), pin: pins[role] });
  const reveal = async (at: VaultHarness, field: 'phone' | 'idNumber', pin: string) =>
    at.ask('people.reveal', { personId, field, ordinal: 0, why: WHY, pin });

  it('on another computer opens the vault to who has the sheet: residents, both tiers, the log', async () => {
    const other = await onAnotherComputer();
    expect(await other.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'keychain-item-missing',
    });
    expect(await other.call('recovery.look', {})).toEqual({ bySheet: true, previousHeader: false });
    const { view, reply } = await recover(other, sheet);
    expect(view).toMatchObject({
      estateName: 'Test Estate',
      knownHere: false,
      people: [{ role: 'admin' }, { role: 'supervisor' }, { role: 'receptionist' }],
    });
    expect(reply.status).toMatchObject({
      state: 'locked',
      people: [{ role: 'admin' }, { role: 'supervisor' }],
    });
    expect(await signIn(other, 'supervisor')).toBe('ok');
    expect(await other.call('session.alarms', {})).toEqual({ alarms: [] });
    // Where the folder was copied from an older one, nobody could say who was deleted since.
    expect((await other.call('retention.read', {})).gap).toMatchObject({ why: 'recovered', lost: null });
    expect(await reveal(other, 'phone', RECOVERY_PINS.supervisor)).toMatchObject({
      ok: true,
      value: { value: phoneOf(7) },
    });
    expect(await reveal(other, 'idNumber', RECOVERY_PINS.supervisor)).toMatchObject({
      ok: true,
      value: { value: idNumberOf(7) },
    });
    expect((await other.call('log.verify', {})).ok).toBe(true);
    expect((await other.logged('recovery', 20))[0]).toMatchObject({
      staffName: 'Admin One',
      cosignerName: 'Super One',
      detail: { place: 'anew', sheet: 2, people: 2, closed: 1 },
    });
    await other.lock();
    expect(await signIn(other, 'admin')).toBe('ok');
    expect(await other.call('session.alarms', {})).toEqual({ alarms: [] });
  });

  it('after which no old PIN opens anything, and who was not there has no way in', async () => {
    const other = await onAnotherComputer();
    await recover(other, sheet);
    for (const role of ['admin', 'supervisor'] as const)
      expect(await signIn(other, role, PINS)).toBe('wrong-pin');
    expect((await other.people()).some(({ role }) => role === 'receptionist')).toBe(false);
  });

  it('puts another sheet in the place of the old one, which opens the next recovery', async () => {
    const other = await onAnotherComputer();
    const first = await recover(other, sheet);
    other.keychain.deviceSecrets = {};
    other.keychain.anchors = [undefined, undefined];
    await other.lock();
    expect(await other.codeOf('recovery.begin', { sheet: sheetText(sheet) })).toBe('sheet-not-ours');
    const again = { receptionist: '317469', supervisor: 'violet-84-reed', admin: 'bronze-71-fern' };
    const second = await recover(other, first.sheet.lines, (view) =>
      peopleFor(view, ['admin', 'supervisor', 'receptionist'], again),
    );
    expect(await signIn(other, 'receptionist', again)).toBe('ok');
    expect(await reveal(other, 'phone', again.receptionist)).toMatchObject({
      ok: true,
      value: { value: phoneOf(7) },
    });
    expect(first.view.fingerprint).toBe(first.sheet.fingerprint);
    // Backups made under the sheets of before stay open to today's.
    const header = parseHeader(await readFile(join(other.vaultDir, HEADER_FILE)));
    expect(sheetsKnownTo(header, parseSheet(sheetText(second.sheet.lines)))).toEqual(
      [second.sheet.lines, first.sheet.lines, sheet].map((lines) => parseSheet(sheetText(lines))),
    );
  });

  it('with the keychain lost', async () => {
    desk.keychain.deviceSecrets = {};
    desk.keychain.anchors = [undefined, undefined];
    await desk.start();
    const { view } = await recover(desk, sheet);
    expect(view.knownHere).toBe(false);
    await desk.lock();
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  });

  it.each(['device secret', 'anchor'] as const)('with the %s alone lost from the keychain', async (what) => {
    if (what === 'anchor') desk.keychain.anchors = [undefined, undefined];
    else desk.keychain.deviceSecrets = { ['f'.repeat(32)]: new Uint8Array(32) };
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({ state: 'refused' });
    await recover(desk, sheet);
    await desk.lock();
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it("where the only admin has forgotten their PIN: the computer's secret and the log go on", async () => {
    await desk.start();
    const before = Object.keys(desk.keychain.deviceSecrets);
    const { view } = await recover(desk, sheet, (opened) =>
      peopleFor(opened, ['admin', 'supervisor', 'receptionist']),
    );
    expect(view.knownHere).toBe(true);
    expect(Object.keys(desk.keychain.deviceSecrets)).toEqual(before);
    // In the same process, and after a restart.
    expect(await signIn(desk, 'admin')).toBe('ok');
    await desk.lock();
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect((await desk.logged('recovery', 20))[0]?.detail).toEqual({
      place: 'here',
      sheet: 2,
      people: 3,
      closed: 0,
    });
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('where a slot was closed or has to wait: the new one is free', async () => {
    await desk.start();
    const slotId = await desk.slotOf('admin');
    for (let tries = 0; tries < 6; tries++)
      await desk.codeOf('session.unlock', { slotId, pin: 'wrong-12-pin' });
    expect(await desk.codeOf('session.unlock', { slotId, pin: PINS.admin })).toBe('must-wait');
    await recover(desk, sheet);
    expect(await signIn(desk, 'admin')).toBe('ok');
  });

  it('where all supervisors are gone: a new one is made, who opens what the old one did', async () => {
    await desk.start();
    await recover(desk, sheet, (view) => [
      ...peopleFor(view, ['admin']),
      {
        staffId: null,
        name: 'Super Two',
        role: 'supervisor',
        twoRoles: false,
        pin: RECOVERY_PINS.supervisor,
      },
    ]);
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
    expect(await reveal(desk, 'idNumber', RECOVERY_PINS.supervisor)).toMatchObject({
      ok: true,
      value: { value: idNumberOf(7) },
    });
    expect((await desk.people()).map(({ displayName }) => displayName)).toEqual(['Admin One', 'Super Two']);
  });

  it('where somebody was not there, who counts for no other of their role: the one who is there stays, and sees to their own emergency', async () => {
    await desk.start();
    await recover(desk, sheet, (view) => [
      ...peopleFor(view, ['admin']),
      {
        staffId: null,
        name: 'Super Two',
        role: 'supervisor',
        twoRoles: false,
        pin: RECOVERY_PINS.supervisor,
      },
    ]);
    await signIn(desk, 'admin');
    const { members } = await desk.call('staff.list', {});
    expect(
      members
        .filter(({ role }) => role === 'supervisor')
        .map(({ displayName, slotId, last }) => [displayName, slotId !== null, last]),
    ).toEqual([
      ['Super One', false, false],
      ['Super Two', true, true],
    ]);
    const { staffId } = members.find(({ displayName }) => displayName === 'Super Two')!;
    expect(await desk.codeOf('staff.remove', { staffId, pin: RECOVERY_PINS.admin })).toBe('last-of-role');
    await desk.lock();
    await signIn(desk, 'supervisor');
    await desk.call('emergency.begin', {
      personId,
      words: '家中漏水，联系不上',
      pin: RECOVERY_PINS.supervisor,
    });
    const {
      open: [event],
    } = await desk.call('emergency.list', {});
    expect(event).toMatchObject({ staffName: 'Super Two', reader: 'you-alone' });
    await desk.answers(
      'ok',
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '已问过当班', RECOVERY_PINS.supervisor),
    );
  });

  it('keeps what was there as it was, beside the new vault', async () => {
    const other = await onAnotherComputer();
    const before = [
      await readFile(join(other.vaultDir, HEADER_FILE)),
      await readFile(join(other.vaultDir, 'store-0001.db')),
    ];
    const { reply } = await recover(other, sheet);
    const kept = join(other.vaultDir, reply.keptAs);
    expect(reply.keptAs).toMatch(/^kept-\d{8}-\d{6}$/);
    expect([await readFile(join(kept, HEADER_FILE)), await readFile(join(kept, 'store-0001.db'))]).toEqual(
      before,
    );
    expect((await readdir(other.vaultDir)).sort()).toEqual(
      [HEADER_FILE, 'header.prev.json', 'limiter.json', reply.keptAs, 'store-0002.db'].sort(),
    );
  });

  it('changes nothing in the folder or the keychain until the new sheet is proved', async () => {
    await desk.start();
    const before = hashFolder(desk.vaultDir);
    const keychain = JSON.stringify(desk.keychain.snapshot());
    const view = await desk.call('recovery.begin', { sheet: sheetText(sheet) });
    expect(hashFolder(desk.vaultDir)).toBe(before);
    await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
    expect(await desk.codeOf('recovery.finish', { answers: ['0000', '0000'] })).toBe('sheet-mismatch');
    await desk.call('recovery.cancel', {});
    expect(await desk.codeOf('recovery.finish', { answers: ['0000', '0000'] })).toBe('recovery-not-begun');
    expect(hashFolder(desk.vaultDir)).toBe(before);
    expect(JSON.stringify(desk.keychain.snapshot())).toBe(keychain);
    expect(await signIn(desk, 'supervisor', PINS)).toBe('ok');
  });

  it("says which line of the sheet has a slip, and what is another vault's sheet", async () => {
    await desk.start();
    const slip = sheet.map((groups, line) =>
      line === 2 ? [groups[0] === '0000' ? '1111' : '0000', ...groups.slice(1)] : groups,
    );
    expect(await desk.ask('recovery.begin', { sheet: sheetText(slip) })).toMatchObject({
      ok: false,
      error: { code: 'sheet-slip', details: { line: 3 } },
    });
    expect(await desk.call('recovery.checkLine', { line: 3, text: slip[2]!.join('') })).toEqual({
      right: false,
    });
    expect(
      await desk.call('recovery.checkLine', { line: 3, text: ` ${sheet[2]!.join('-').toLowerCase()}` }),
    ).toEqual({ right: true });
    // A right line in another line's place.
    expect(await desk.call('recovery.checkLine', { line: 2, text: sheet[2]!.join('') })).toEqual({
      right: false,
    });
    const elsewhere = await createHarness({ engine });
    const foreign = await elsewhere.setUp();
    expect(await desk.codeOf('recovery.begin', { sheet: sheetText(foreign) })).toBe('sheet-not-ours');
  });

  it('takes an admin and a supervisor with good PINs of their own, each once', async () => {
    await desk.start();
    const view = await desk.call('recovery.begin', { sheet: sheetText(sheet) });
    const [admin, supervisor] = peopleFor(view, ['admin', 'supervisor']);
    const prepare = (people: readonly unknown[]) => desk.codeOf('recovery.prepare', { people });
    expect(await prepare([admin, { ...supervisor, role: 'receptionist' }])).toBe('bad-request');
    expect(await prepare([admin, admin, supervisor])).toBe('bad-request');
    expect(await prepare([{ ...admin, pin: 'admin123' }, supervisor])).toBe('pin-too-weak');
    expect(await prepare([admin, { ...supervisor, pin: admin!.pin }])).toBe('pin-too-weak');
    expect(await prepare([admin, { ...supervisor, staffId: '0123456789abcdef' }])).toBe('not-found');
    expect(await prepare([admin, supervisor])).toBe('ok');
  });

  it('is refused to whoever is signed in, and that is in the log', async () => {
    await desk.start();
    await desk.unlock('admin');
    expect(await desk.codeOf('recovery.begin', { sheet: sheetText(sheet) })).toBe('not-allowed');
    expect((await desk.logged('refused', 5))[0]).toMatchObject({
      detail: { of: 'route', route: 'recovery.begin', code: 'not-allowed' },
    });
  });

  it.each(['locked', 'no-service', 'no-bus'] as const)(
    'is not offered where the keychain cannot be written: %s',
    async (state) => {
      await desk.start({ state });
      expect(await desk.call('recovery.look', {})).toEqual({ bySheet: false, previousHeader: false });
      expect(await desk.codeOf('recovery.begin', { sheet: sheetText(sheet) })).toBe(`keychain-${state}`);
    },
  );

  it('goes on from the header before, where the present one is damaged', async () => {
    await desk.start();
    await desk.unlock('receptionist');
    await desk.answers('ok', 'staff.changePin', {
      pin: PINS.receptionist,
      newPin: RECOVERY_PINS.receptionist,
    });
    await desk.vault.close();
    await writeFile(join(desk.vaultDir, HEADER_FILE), 'garbage');
    await desk.start();
    expect(await desk.call('vault.status', {})).toMatchObject({
      state: 'refused',
      problem: 'header-damaged',
    });
    const { reply } = await recover(desk, sheet);
    expect(await readFile(join(desk.vaultDir, reply.keptAs, HEADER_FILE), 'utf8')).toBe('garbage');
    await desk.lock();
    expect(await signIn(desk, 'supervisor')).toBe('ok');
    expect(await desk.call('session.alarms', {})).toEqual({ alarms: [] });
  });

  it('answers only with what was typed back', async () => {
    await desk.start();
    const view = await desk.call('recovery.begin', { sheet: sheetText(sheet) });
    const next = await desk.call('recovery.prepare', { people: peopleFor(view, ['admin', 'supervisor']) });
    const [first, second] = answersTo(next);
    expect(await desk.codeOf('recovery.finish', { answers: [second, first] })).toBe('sheet-mismatch');
    expect(await desk.codeOf('recovery.finish', { answers: [first.toLowerCase(), second] })).toBe('ok');
  });
});
