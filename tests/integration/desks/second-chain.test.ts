/** A vault whose store has another desk's part of the log beside its own: what it goes by, what it shows, and what it tells of a change in either. */
import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { type Limits, NO_LIMITS } from '../../../contract/limits/lists.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { runVerify } from '../../../main/vault/log-export/run-verify.ts';
import type { NewLogEntry } from '../../../main/vault/log/audit-log.ts';
import { allChains, startOf } from '../../../main/vault/log/chains.ts';
import { encodeTrace, traceKeyOf } from '../../../main/vault/session/trace-code.ts';
import { TRACE_QUERIES } from '../../../main/vault/session/trace-mark.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { type BackupDeskForTest, openBackupDesk } from '../../support/backup-desk.ts';
import { type FakeClock, HOUR_MS, MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { exportOf, pickExport } from '../../support/features/log-export.ts';
import { phoneOf } from '../../support/people-drafts.ts';
import { SECOND_DESK, atRest, plantSecondDesk } from '../../support/second-desk.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness } from '../../support/vault-harness.ts';

const PLACE = 'c'.repeat(32) as FileId;
const FIRST = startOf(SECOND_DESK) + 1;

describe('a log of two desks', () => {
  let test: BackupDeskForTest;
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  let planted: number;

  beforeEach(async () => {
    clock = createFakeClock();
    test = await openBackupDesk({ clock, people: 1 });
    ({ desk } = test);
    personId = (await desk.call('people.search', { text: '3-2-' })).groups[0]!.rows[0]!.personId;
    clock.advance(HOUR_MS);
  });

  const plant = (isHere = false) =>
    plantSecondDesk(
      desk,
      'auto',
      clock,
      ({ receptionist, admin }): readonly NewLogEntry[] => {
        const { staffId } = receptionist;
        const entries = [
          { staffId, action: 'sign-in', outcome: 'done', signedBy: [receptionist] },
          { staffId, action: 'open', outcome: 'done', personId },
          {
            staffId,
            action: 'reveal',
            outcome: 'done',
            personId,
            field: 'phone',
            reason: 'parcel',
            signedBy: [receptionist],
          },
          {
            staffId,
            action: 'emergency-access',
            outcome: 'done',
            personId,
            field: 'phone',
            reason: '着火',
            signedBy: [receptionist],
          },
          {
            staffId: admin.staffId,
            action: 'backup',
            outcome: 'done',
            detail: {
              end: 'made',
              name: 'RV-20260102-030405',
              bytes: 1,
              rows: 1,
              pruned: 0,
              why: 'by-hand',
              sheetKey: 'a'.repeat(64),
            },
          },
          {
            staffId: admin.staffId,
            action: 'second-log-choice',
            outcome: 'done',
            detail: { chosen: { folder: '/elsewhere', entries: true } },
            signedBy: [admin],
          },
        ] as unknown as readonly NewLogEntry[];
        planted = entries.length;
        return entries;
      },
      isHere,
    );

  it('is worked with: its own chain counts for this computer, and everybody sees both', async () => {
    await plant();
    const at = clock.now();
    let key = new Uint8Array();
    await atRest(desk, 'auto', async (store) => {
      ({ key } = (await store.get<{ readonly key: Uint8Array<ArrayBuffer> }>(TRACE_QUERIES.key))!);
    });
    clock.advance(HOUR_MS);
    const since = clock.now();
    expect((await desk.unlock('receptionist')).alarms).toEqual([]);
    expect(await desk.reveal(personId, 'phone', PINS.receptionist)).toBe(phoneOf(1));
    // The other desk's sign-in begins no shift here, its reveal is not of it, and no sign-in here ends what is under way there.
    const shift = await desk.call('shift.read', {});
    expect(shift).toMatchObject({ since, counts: { revealed: 1, emergencies: 0 } });
    expect(shift.reveals).toHaveLength(1);
    expect(await desk.call('emergency.own', {})).toMatchObject({ running: null, waiting: false });
    const mark = (await desk.call('trace.mark', {})).code!;

    await desk.switchTo('supervisor');
    // A mark of the other desk's first entry, and one that this desk's key would make of the same number.
    const point = { session: 1, minute: Math.floor(at / MINUTE_MS) };
    const find = (code: string) => desk.call('trace.find', { code });
    expect((await find(encodeTrace(traceKeyOf(key, SECOND_DESK), point))).traced).toMatchObject({
      staffName: 'Desk One',
      desk: SECOND_DESK + 1,
    });
    expect((await find(encodeTrace(key, point))).traced).toBeNull();
    expect((await find(mark)).traced).toMatchObject({ staffName: 'Desk One', desk: 1, since });
    const { entries } = await desk.call('log.list', { before: null, limit: 100 });
    expect(entries.filter(({ seq }) => seq >= FIRST).map(({ seq }) => seq - FIRST)).toEqual([
      5, 4, 3, 2, 1, 0,
    ]);
    const own = entries.filter(({ seq }) => seq < FIRST);
    expect(own.map(({ action }) => action)).toEqual(expect.arrayContaining(['set-up', 'reveal', 'sign-in']));
    expect(own.map(({ action }) => action)).not.toContain('emergency-end');
    const older = await desk.call('log.list', { before: FIRST, limit: 100 });
    expect(older.entries.map(({ seq }) => seq)).toEqual(own.map(({ seq }) => seq));
    expect((await desk.call('emergency.list', {})).open).toHaveLength(1);
    for (const about of [
      { by: 'person', personId },
      { by: 'day', day: dayOf(clock.now()) },
    ] as const) {
      const seen = await desk.call('accessHistory.list', { about, before: null });
      expect(seen.entries.filter(({ action }) => action === 'reveal').map(({ seq }) => seq >= FIRST)).toEqual(
        [true, false],
      );
    }
    expect(await desk.call('activity.read', {})).toMatchObject({ state: 'counted' });
    const check = await desk.call('log.verify', {});
    expect(check.ok).toBe(true);
    expect(check.checked).toBeGreaterThan(own.length + planted);
    const path = pickExport(desk, 'jsonl');
    const { count, root } = await desk.call('exports.write', {
      ...exportOf('jsonl'),
      pin: PINS.supervisor,
      approver: await desk.proofOf('admin'),
    });
    expect(count).toBeGreaterThan(own.length + planted);
    expect(await runVerify([path, '--root', root])).toMatchObject({ code: 0 });

    await desk.switchTo('admin');
    expect(await desk.call('second.read', {})).toMatchObject({ state: 'none' });
    expect((await desk.call('backup.read', { folderId: null })).made).toBeNull();
  });

  it('goes into a backup and comes back with it, each chain going on in its own numbers', async () => {
    await plant();
    await desk.unlock('admin');
    const { name } = await desk.call('backup.make', {});
    const made = await desk.call('backup.test', { folderId: null, name, sheet: test.sheet, pin: PINS.admin });
    expect(made).toBeDefined();
    await desk.call('backup.restore', {
      folderId: null,
      name,
      pin: PINS.admin,
      words: 'an import went wrong',
    });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toEqual(['restored']);
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
    await desk.switchTo('supervisor');
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    expect(await desk.reveal(personId, 'phone', PINS.supervisor)).toBe(phoneOf(1));
    const { entries } = await desk.call('log.list', { before: null, limit: 200 });
    expect(entries.filter(({ seq }) => seq >= FIRST)).toHaveLength(planted);
    const own = entries.filter(({ seq }) => seq < FIRST).map(({ seq }) => seq);
    expect(own.toReversed()).toEqual(own.map((_, at) => at + 1));
  });

  it.each([
    [
      'an entry of the other desk that was changed',
      `UPDATE log_entry SET reason = 'repair' WHERE seq = ${FIRST + 2}`,
      'changed',
      2,
    ],
    ['one that was taken away', `DELETE FROM log_entry WHERE seq = ${FIRST + 1}`, 'missing', 1],
  ] as const)('names %s', async (_, text, problem, at) => {
    await plant();
    await atRest(desk, 'auto', (store) =>
      store.transaction(async (tx) => {
        const triggers = await tx.all<{ readonly name: string; readonly sql: string }>(
          sql`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'log_entry'`,
        );
        for (const { name } of triggers) await tx.run({ text: `DROP TRIGGER ${name}`, values: [] });
        await tx.run({ text, values: [] });
        for (const trigger of triggers) await tx.run({ text: trigger.sql, values: [] });
      }),
    );
    expect((await desk.unlock('supervisor')).alarms).toEqual([]);
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: false, problem, firstBad: FIRST + at });
  });

  it('has no chain of a desk that the roster does not have', async () => {
    await plant();
    await atRest(desk, 'auto', (store) =>
      store.runAlone(
        allChains(sql`INSERT INTO $log (seq, segment_id, time, staff_id, action, outcome, prev_hash, hash, tag)
          SELECT ${startOf(9) + 1}, segment_id, time, staff_id, action, outcome, prev_hash, hash, tag FROM $log WHERE seq = ${FIRST + 1}`),
      ),
    );
    await desk.answers('store-mismatch', 'session.unlock', await desk.proofOf('receptionist'));
    expect((await desk.unlock('supervisor')).alarms).toEqual(['head-differs']);
    await desk.call('session.acknowledge', { words: 'nobody knows it', pin: PINS.supervisor });
    expect(await desk.call('log.verify', {})).toMatchObject({
      ok: false,
      problem: 'inserted',
      firstBad: startOf(9) + 1,
    });
  });

  it('is the same at the other desk: what it goes by is of the numbers of desk 5', async () => {
    await plant(true);
    clock.advance(HOUR_MS);
    expect((await desk.unlock('receptionist')).alarms).toEqual([]);
    expect(await desk.reveal(personId, 'phone', PINS.receptionist)).toBe(phoneOf(1));
    // The sign-in and the reveal of before, and those of now.
    expect(await desk.call('shift.read', {})).toMatchObject({ counts: { revealed: 2, emergencies: 1 } });
    const { code } = await desk.call('trace.mark', {});
    await desk.switchTo('supervisor');
    expect((await desk.call('trace.find', { code: code! })).traced).toMatchObject({
      staffName: 'Desk One',
      desk: SECOND_DESK + 1,
      at: Math.floor(clock.now() / MINUTE_MS) * MINUTE_MS,
    });
    expect((await desk.logged('emergency-end', 20)).map(({ seq }) => seq > FIRST)).toEqual([true]);
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });

    await desk.switchTo('admin');
    const place = makeTempDir();
    desk.vault.offerFile(PLACE, place, 'folder');
    await desk.call('second.choose', { folderId: PLACE, entries: false, pin: PINS.admin });
    expect(readdirSync(place)).toEqual([expect.stringMatching(/^RV-LOG-[0-9a-f]{32}-6\.jsonl$/)]);
    expect(await desk.call('second.read', {})).toMatchObject({ state: 'good' });
    const { name } = await desk.call('backup.make', {});
    await desk.call('backup.restore', {
      folderId: null,
      name,
      pin: PINS.admin,
      words: 'an import went wrong',
    });
    await desk.lock();
    expect((await desk.unlock('supervisor')).alarms).toContain('restored');
    await desk.call('session.acknowledge', { words: 'restored with the admin', pin: PINS.supervisor });
    await desk.switchTo('receptionist');
    const after = await desk.call('trace.mark', {});
    await desk.switchTo('supervisor');
    // It is desk 7 by its rows, and its log goes on in the chain of desk 5.
    expect((await desk.call('trace.find', { code: after.code! })).traced).toMatchObject({
      desk: SECOND_DESK + 2,
    });
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    const { entries } = await desk.call('log.list', { before: null, limit: 1 });
    expect(entries[0]!.seq).toBeGreaterThan(FIRST);
  });

  it('goes by the latest choice of either desk', async () => {
    const opening = (count: number): Limits => ({
      ...NO_LIMITS,
      quotas: {
        ...NO_LIMITS.quotas,
        receptionist: { ...NO_LIMITS.quotas.receptionist, open: { hour: count, shift: 0, day: 0 } },
      },
    });
    const inForce = async () => {
      await desk.lock();
      await desk.unlock('admin');
      return (await desk.call('limits.read', {})).limits.quotas.receptionist.open.hour;
    };
    const choose = (count: number) =>
      desk.call('limits.change', { limits: opening(count), words: 'fewer', pin: PINS.admin });
    // The admin is signed in.
    await choose(90);
    clock.advance(HOUR_MS);
    await plantSecondDesk(desk, 'auto', clock, ({ admin }) => [
      {
        staffId: admin.staffId,
        action: 'limits',
        outcome: 'done',
        reason: 'fewer',
        detail: { limits: opening(70) },
        signedBy: [admin],
      },
    ]);
    expect(await inForce()).toBe(70);
    clock.advance(HOUR_MS);
    await choose(50);
    expect(await inForce()).toBe(50);
  });
});
