/** The practice vault as the product makes it: a whole vault with a history, in which every page has something to show, some of it overdue. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../contract/fields.ts';
import type { FileId } from '../../../contract/ids.ts';
import {
  PRACTICE_ESTATE,
  PRACTICE_PINS,
  PRACTICE_STAFF,
  PRACTICE_WORKBOOK,
} from '../../../contract/practice/lists.ts';
import type { RecordView } from '../../../contract/people/views.ts';
import type { NoteView } from '../../../contract/tasks/views.ts';
import { argon2ParamsAllowed } from '../../../main/vault/crypto/kdf.ts';
import { parseHeader } from '../../../main/vault/keys/header.ts';
import { placeOf } from '../../../main/vault/keys/practice-id.ts';
import { PRACTICE_SEED } from '../../../main/vault/practice/days.ts';
import { inventEstates } from '../../../main/vault/practice/invent-estate.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { type PracticeAtRest, makePracticeAtRest } from '../../support/practice-vault.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { applyOf, previewOf } from '../../support/requests-of.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe.each(FEATURE_ENGINE_NAMES)('the practice vault on %s', (engine) => {
  const folder = makeTempDir();
  const clock: FakeClock = createFakeClock(new Date(2026, 10, 27, 18).getTime());
  let made: PracticeAtRest;
  let desk: VaultHarness;
  beforeAll(async () => {
    made = await makePracticeAtRest(folder, { engine, clock });
    desk = await createHarness({
      engine,
      clock,
      vaultDir: made.vaultDir,
      keychain: made.keychain,
      place: 'practice',
    });
  }, 300_000);
  afterAll(() => desk.vault.close());

  async function signIn(role: Role): Promise<void> {
    await desk.lock();
    await desk.call('session.unlock', { slotId: await desk.slotOf(role), pin: PRACTICE_PINS[role] });
  }

  it('says how far it is made, step by step to the last, and leaves a workbook to practise with beside it', () => {
    const { total } = made.progress[0]!;
    expect(made.progress).toEqual(
      Array.from({ length: total + 1 }, (_, done) => ({ done, total, failure: null })),
    );
    expect(readdirSync(dirname(made.vaultDir)).sort()).toEqual(['vault', PRACTICE_WORKBOOK]);
  });

  it('is told as practice by its id, and derives its keys at no less than the lowest price', async () => {
    const header = parseHeader(new Uint8Array(await readFile(join(made.vaultDir, 'header.json'))));
    expect(placeOf(header.vaultId)).toBe('practice');
    for (const { kdf } of header.slots) expect(argon2ParamsAllowed(kdf)).toBe(true);
  });

  it('shows its three members of staff, each of whom signs in with the PIN that is on the lock screen', async () => {
    const status = await desk.call('vault.status', {});
    expect(status.estateName).toBe(PRACTICE_ESTATE);
    expect(status.people.map(({ displayName }) => displayName).sort()).toEqual(
      Object.values(PRACTICE_STAFF).sort(),
    );
    for (const role of ROLES) {
      await signIn(role);
      expect((await desk.call('session.alarms', {})).alarms).toEqual([]);
    }
  });

  it('holds every invented resident, found by room, name, initials and phone', async () => {
    await signIn('receptionist');
    const households = inventEstates({ seed: PRACTICE_SEED, today: clock.now() });
    const [first] = households;
    const owner = first!.people[0]!;
    const kindsOf = async (text: string) =>
      (await desk.call('people.search', { text })).groups.map(({ kind }) => kind);
    expect(await kindsOf(`${first!.estate}${first!.building}-${first!.unit}-${first!.room}`)).toContain(
      'room',
    );
    expect(await kindsOf(owner.name)).toContain('name');
    expect(await kindsOf('zs')).toContain('name');
    expect(await kindsOf(owner.phone.slice(-4))).toContain('phone');
    for (const { people } of households)
      for (const { name } of people)
        expect((await desk.call('people.search', { text: name })).groups.length, name).toBeGreaterThan(0);
  }, 60_000);

  it('has a history: notes, people who moved out, leases that are over and one that is not', async () => {
    await signIn('supervisor');
    const records: RecordView[] = [];
    const notes: NoteView[] = [];
    for (const { people } of inventEstates({ seed: PRACTICE_SEED, today: clock.now() }))
      for (const { name, relation } of people) {
        if (relation !== 'tenant' && relation !== 'owner') continue;
        const { groups } = await desk.call('people.search', { text: name });
        const { personId } = groups[0]!.rows[0]!;
        records.push(...(await desk.call('people.open', { personId })).records);
        notes.push(...(await desk.call('notes.list', { personId, before: null })).notes);
      }
    const until = (kind: string) =>
      records.flatMap((record) => (record.kind === kind && 'until' in record ? [record.until] : []));
    expect(until('occupancy').some((day) => day !== null && day < '2026-11-27')).toBe(true);
    for (const kind of ['lease', 'space']) {
      expect(
        until(kind).some((day) => day !== null && day < '2026-11-27'),
        kind,
      ).toBe(true);
      expect(
        until(kind).some((day) => day !== null && day > '2026-11-27'),
        kind,
      ).toBe(true);
    }
    expect(new Set(records.map(({ kind }) => kind))).toEqual(
      new Set(['occupancy', 'lease', 'vehicle', 'space', 'renovation', 'pet', 'notice']),
    );
    expect(notes.length).toBeGreaterThan(8);
  }, 120_000);

  it('has things overdue: keys, a check of another system, an emergency that nobody has read, a backup', async () => {
    await signIn('supervisor');
    expect((await desk.call('emergency.list', {})).open.length).toBe(1);
    await signIn('admin');
    const { keys } = await desk.call('keys.list', {});
    expect(keys.some(({ dueAt }) => dueAt < clock.now())).toBe(true);
    const { systems } = await desk.call('systems.list', {});
    expect(new Set(systems.map(({ check }) => check.state))).toEqual(new Set(['never', 'overdue']));
    expect((await desk.call('backup.warning', {})).warning).not.toBeNull();
  });

  it('takes that workbook: every row is somebody new, and none is rejected or asked about', async () => {
    await signIn('supervisor');
    const supervisor = { slotId: await desk.slotOf('supervisor'), pin: PRACTICE_PINS.supervisor };
    const fileId = 'c3'.repeat(16) as FileId;
    desk.vault.offerFile(fileId, join(folder, PRACTICE_WORKBOOK));
    const { sheets } = await desk.call('import.open', { fileId });
    const { planId, counts } = await desk.call('import.preview', previewOf(fileId, sheets, supervisor));
    expect(counts).toMatchObject({ ambiguous: 0, rejected: 0, changed: 0, same: 0 });
    const result = await desk.call('import.apply', applyOf(planId, 'other', supervisor));
    expect(result.created).toBe(counts.rows);
    expect(result.created).toBeGreaterThan(20);
  });

  it('has a log of more than a year that is intact from its first entry on', async () => {
    await signIn('admin');
    expect(await desk.call('log.verify', {})).toMatchObject({ ok: true });
    const { entries } = await desk.call('log.list', { before: 20, limit: 200 });
    const days = entries.map(({ time }) => time);
    expect(Math.min(...days)).toBeLessThan(clock.now() - 400 * 86_400_000);
    expect(Math.max(...days)).toBeLessThanOrEqual(clock.now());
  });
});

it('is not made over a vault that is there, which stays as it was', async () => {
  const folder = makeTempDir();
  const engine = FEATURE_ENGINE_NAMES[0]!;
  const desk = await createHarness({ engine, vaultDir: join(folder, 'vault'), place: 'practice' });
  await desk.setUp();
  await desk.vault.close();
  const header = join(folder, 'vault', 'header.json');
  const before = await readFile(header, 'utf8');
  await expect(makePracticeAtRest(folder, { engine })).rejects.toThrow();
  expect(await readFile(header, 'utf8')).toBe(before);
});
