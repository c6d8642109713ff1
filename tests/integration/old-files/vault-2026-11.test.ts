/** Files of November 2026, whose log entries are sentences: vault, backup and log open, and mean what they meant. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import type { LogEntryView } from '../../../contract/log/entries.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { ENGINES_HERE } from '../../support/platform.ts';
import { type OldVault, openOldVault, readOldLog } from '../../support/old-vault.ts';
import { idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { answersTo, peopleFor, RECOVERY_PINS } from '../../support/recover.ts';

const WHY = { reason: 'repair' } as const;
/** As the old code showed it, under the mask that an admin had chosen. */
const PHONE_MASK = '1******0001';

describe.each(ENGINES_HERE)('a vault of November 2026 on %s', (engine) => {
  let old: OldVault;
  beforeEach(async () => {
    old = await openOldVault(engine);
  });
  afterEach(() => old.dispose());

  const search = async (text: string): Promise<readonly PersonId[]> =>
    (await old.desk.call('people.search', { text })).groups.flatMap(({ rows }) =>
      rows.map(({ personId }) => personId),
    );
  const readLog = async (): Promise<readonly LogEntryView[]> => {
    const pages: LogEntryView[] = [];
    let before: number | null = null;
    for (;;) {
      const { entries, next }: RouteReply<'log.list'> = await old.desk.call('log.list', {
        before,
        limit: 100,
      });
      pages.push(...entries);
      if (next === null) return pages.toReversed();
      before = next;
    }
  };

  it('lets everybody sign in, and finds every resident by name, room and plate', async () => {
    for (const role of ROLES) {
      await old.signIn(role);
      const [person] = await search('3-2-1801');
      expect(await search('张明亮')).toContain(person);
      expect(await search('桂M12345')).toContain(person);
      expect(await search('李虚一')).toHaveLength(1);
    }
  });

  it('opens what is sealed, with the PIN of then', async () => {
    await old.signIn('supervisor');
    const personId = (await search('桂M7K39Q'))[0]!;
    for (const [field, value] of [
      ['phone', phoneOf(1)],
      ['idNumber', idNumberOf(1)],
    ] as const)
      expect(
        await old.desk.call('people.reveal', {
          personId,
          field,
          ordinal: 0,
          why: WHY,
          pin: old.pins.supervisor,
        }),
      ).toMatchObject({ value });
  });

  it('keeps the masks in force that an admin chose, and who chose them', async () => {
    await old.signIn('admin');
    const policy = await old.desk.call('policy.read', {});
    expect(policy.masks).toMatchObject({ phone: 'last-four', email: 'domain', name: 'usual' });
    expect(policy.switchedOn).toEqual(['bankCard']);
    expect(
      policy.history.map(({ setting, was, became, remasked, staffName, cosignerName }) => [
        setting,
        was,
        became,
        remasked,
        staffName,
        cosignerName,
      ]),
    ).toEqual([
      ['mask.email', 'hidden', 'domain', 0, 'Admin One', 'Super One'],
      ['field.bankCard', 'off', 'on', 6, 'Admin One', null],
      ['mask.email', 'usual', 'hidden', 6, 'Admin One', null],
      ['mask.phone', 'usual', 'last-four', 6, 'Admin One', null],
    ]);
    const { fields } = await old.desk.call('people.open', { personId: (await search('桂M7K39Q'))[0]! });
    expect(fields.find(({ field }) => field === 'phone')!.mask).toBe(PHONE_MASK);
  });

  it('has a log that holds together, and tells every entry of then', async () => {
    const told = await readOldLog();
    await old.signIn('supervisor');
    const { entries: newest } = await old.desk.call('log.list', { before: null, limit: 20 });
    // The first deed since entries are signed is this very sign-in.
    const signedFrom = newest.find(({ action }) => action === 'sign-in')!.seq;
    expect(await old.desk.call('log.verify', {})).toMatchObject({ ok: true, problem: null, signedFrom });
    const entries = (await readLog()).slice(0, told.length);
    expect(entries.map(({ seq, action, field, outcome }) => ({ seq, action, field, outcome }))).toEqual(
      told.map(({ seq, action, field, outcome }) => ({ seq, action, field, outcome })),
    );
  });

  it('knows each rotation and how it ended, and that nothing is left of the ceremony after a theft', async () => {
    await old.signIn('admin');
    const { keys, theft } = await old.desk.call('keys.list', {});
    expect(keys.map(({ key, history }) => [key, history.map(({ end }) => end)])).toEqual([
      ['store-key', ['done', 'done', 'cancelled']],
      ['tier-keys', ['done', 'done']],
      ['device-secret', ['done', 'done']],
      ['recovery-sheet', ['done', 'done']],
    ]);
    expect(theft).toMatchObject({ left: null, history: [{ end: 'done' }] });
    // Somebody left after the first store key was changed and before the one of the ceremony.
    expect(await old.desk.call('keys.due', {})).toEqual({ keys: [], by: null, theft: null });
  });

  it('knows the last backup and its test; it is tested and restored by its admin', async () => {
    await old.signIn('admin');
    const folderId = old.offerFolder();
    const pin = old.pins.admin;
    const view = await old.desk.call('backup.read', { folderId });
    expect(view).toMatchObject({
      made: { name: old.backup },
      tested: { name: old.backup, ok: true },
      failedAt: null,
      backups: [{ name: old.backup, state: 'ok', opensBy: 'pin' }],
    });
    expect((await old.desk.call('backup.test', { folderId, name: old.backup, pin })).rows).toBe(382);
    await old.desk.call('backup.restore', { folderId, name: old.backup, pin, words: 'as it was then' });
    await old.signIn('supervisor');
    expect((await old.desk.call('session.alarms', {})).alarms).toEqual(['restored']);
    await old.desk.call('session.acknowledge', { words: 'restored on purpose', pin: old.pins.supervisor });
    expect(await search('李虚一')).toHaveLength(1);
    expect(await old.desk.call('log.verify', {})).toMatchObject({ ok: true });
  });

  it('tells a shift of then and of now', async () => {
    await old.signIn('receptionist');
    const [personId] = await search('桂M7K39Q');
    await old.desk.call('people.reveal', {
      personId: personId!,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: old.pins.receptionist,
    });
    expect(await old.desk.call('shift.read', {})).toMatchObject({
      counts: { revealed: 1, opened: 0, wrongPins: 0 },
    });
  });

  it('tells of both emergencies that a supervisor has acknowledged', async () => {
    await old.signIn('supervisor');
    const { open, seen } = await old.desk.call('emergency.list', {});
    expect(open).toEqual([]);
    expect(seen.map(({ openings, seen: acknowledged }) => [openings[0]?.words, acknowledged?.words])).toEqual(
      [
        ['nobody answers', 'it was me, and nobody else is there'],
        ['water from above', 'asked who was there'],
      ],
    );
  });

  it('is recovered with the sheet of then, here and on another computer from the backup', async () => {
    const recover = async (): Promise<void> => {
      const view = await old.desk.call('recovery.begin', { sheet: old.sheet });
      const sheet = await old.desk.call('recovery.prepare', {
        people: peopleFor(view, ['admin', 'supervisor']),
      });
      await old.desk.call('recovery.finish', { answers: answersTo(sheet) });
      await old.desk.lock();
      const { slotId } = (await old.desk.people()).find(({ role }) => role === 'supervisor')!;
      await old.desk.call('session.unlock', { slotId, pin: RECOVERY_PINS.supervisor });
      expect(await search('李虚一')).toHaveLength(1);
    };
    await recover();
    await old.desk.loseComputer();
    await old.desk.call('recovery.stageBackup', {
      folderId: old.offerFolder(),
      name: old.backup,
      sheet: old.sheet,
    });
    await recover();
  });
});
