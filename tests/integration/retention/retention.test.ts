/** Retention over a whole vault: nothing happens by rules that nobody confirmed; then who is over is restricted, and deleted for good. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import { RETENTION_ENTITIES } from '../../../contract/retention/lists.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { decryptPage } from '../../../main/vault/store/engine/pages.ts';
import { chooseFolder, makeOne } from '../../support/backup-desk.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { STORE_FILE, storeKeyOf } from '../../support/store-tools.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';
import { WHY, endOf, holdOf, revealOf } from '../../support/requests-of.ts';

const [planted] = PLANTED;
const RULES: RetentionRules = {
  restrictDays: 30,
  rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: 12 })),
};
const WORDS = '按公司制度办理';
const GOES_ON = [
  { kind: 'lease', room: '7-1-801' },
  { kind: 'space', code: 'B1-117', spaceKind: 'leased' },
  { kind: 'renovation', room: '7-1-801' },
] as const;
const PDF = 'c7'.repeat(16) as FileId;

describe('retention', () => {
  let desk: VaultHarness;
  let clock: FakeClock;
  /** Moved out long ago, moved out lately, still here, held. */
  let gone: PersonId, lately: PersonId, here: PersonId, held: PersonId;
  let backups: string;

  /** Somebody whose only home ended so many days ago. */
  async function moveOut(draft: ReturnType<typeof draftOf>, days: number): Promise<PersonId> {
    const { personId, version } = await desk.addPerson({ ...draft, rooms: [] });
    await desk.addRecord(
      { personId, version },
      { kind: 'occupancy', room: '7-1-801', relation: 'tenant', until: dayOf(clock.now() - days * DAY_MS) },
    );
    return personId;
  }
  const both = async () => ({ pin: PINS.supervisor, other: await desk.proofOf('admin') });
  const erase = async (people: RouteRequest<'retention.erase'>['people']) =>
    desk.codeOf('retention.erase', { people, words: WORDS, ...(await both()) });
  const listed = async (of: 'due' | 'restricted') =>
    (await desk.call('retention.list', { of, after: null })).people.map(({ personId }) => personId);

  beforeAll(async () => {
    clock = createFakeClock();
    desk = await openDesk('supervisor', { clock });
    gone = await moveOut(draftOfPlanted(planted), 800);
    lately = await moveOut(draftOf(2, { name: '石可' }), 60);
    held = await moveOut(draftOf(3, { name: '石存' }), 900);
    here = (await desk.addPerson(draftOf(4, { name: '石在' }))).personId;
    // Whoever has a lease, a space or a renovation that goes on is not over.
    for (const [n, record] of GOES_ON.entries()) {
      const personId = await moveOut(draftOf(5 + n, { name: '石续', plates: [], sealed: [] }), 800);
      const { version } = await desk.call('people.open', { personId });
      await desk.addRecord({ personId, version }, record);
    }
    backups = makeTempDir();
    await desk.switchTo('admin');
    await chooseFolder(desk, backups);
    await makeOne(desk);
    await desk.switchTo('supervisor');
  }, 120_000);

  it('restricts and deletes nobody while no admin has confirmed the times', async () => {
    const view = await desk.call('retention.read', {});
    expect(view).toMatchObject({ due: 0, restricted: 0, rules: { chosen: null } });
    expect(await listed('due')).toEqual([]);
    expect(await erase('due')).toBe('not-found');
    expect(await desk.codeOf('people.open', { personId: gone })).toBe('ok');
    await desk.answers('not-allowed', 'retention.setRules', {
      rules: RULES,
      words: WORDS,
      pin: PINS.supervisor,
    });
  });

  it('lists who is over and who is due once they are confirmed, by the rule of what they were', async () => {
    await desk.switchTo('admin');
    await desk.call('retention.setRules', { rules: RULES, words: WORDS, pin: PINS.admin });
    await desk.switchTo('supervisor');
    expect(await listed('restricted')).toEqual([held, gone, lately]);
    expect(await listed('due')).toEqual([held, gone]);
    expect(await desk.call('retention.due', {})).toMatchObject({ people: 2 });
  });

  it('finds nobody who is restricted, and shows nothing of them until a supervisor opens them with a reason', async () => {
    const found = async (text: string) =>
      (await desk.call('people.search', { text })).groups.flatMap(({ rows }) =>
        rows.map(({ personId }) => personId),
      );
    expect(await found('石可')).toEqual([]);
    expect(await found('石在')).toEqual([here]);
    for (const route of ['people.open', 'people.replaced', 'people.merges'] as const)
      expect(await desk.codeOf(route, { personId: lately })).toBe('restricted');
    await desk.answers('restricted', 'people.reveal', revealOf(lately, 'phone', PINS.supervisor, WHY));
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('people.open', { personId: lately })).toBe('restricted');
    await desk.answers('not-allowed', 'retention.open', {
      personId: lately,
      words: WORDS,
      pin: PINS.receptionist,
    });
    await desk.switchTo('supervisor');
    await desk.call('retention.open', { personId: lately, words: WORDS, pin: PINS.supervisor });
    expect(await desk.codeOf('people.open', { personId: lately })).toBe('ok');
    clock.advance(16 * 60_000);
    expect(await desk.codeOf('people.open', { personId: lately })).toBe('restricted');
  });

  it('deletes nobody who is held, or not due, or by one person alone', async () => {
    await desk.call('retention.hold', holdOf(held, 'dispute', '物业费诉讼未结', PINS.supervisor));
    expect(await erase([held])).toBe('on-hold');
    expect(await erase([here])).toBe('not-found');
    expect(await erase([lately])).toBe('not-found');
    await desk.answers('not-allowed', 'retention.erase', {
      people: 'due',
      words: WORDS,
      pin: PINS.supervisor,
      other: await desk.proofOf('receptionist'),
    });
    expect(await listed('due')).toEqual([held, gone]);
  });

  it('keeps a hold where its record is merged into another', async () => {
    const [one, other] = await Promise.all([
      desk.addPerson(draftOf(11, { name: '石甲', plates: [] })),
      desk.addPerson(draftOf(12, { name: '石乙', plates: [] })),
    ]);
    await desk.call(
      'retention.hold',
      holdOf(other.personId, 'claim', '停车费索赔', PINS.supervisor, dayOf(clock.now() + 90 * DAY_MS)),
    );
    const merged = await desk.merge(one, other, { pin: PINS.supervisor, why: { reason: 'correction' } });
    for (const record of merged.records)
      if (record.kind === 'occupancy')
        await desk.call(
          'records.end',
          endOf(
            {
              personId: one.personId,
              version: (await desk.call('people.open', { personId: one.personId })).version,
            },
            'occupancy',
            record.recordId,
            dayOf(clock.now() - 800 * DAY_MS),
          ),
        );
    expect(await listed('due')).toContain(one.personId);
    expect(await erase([one.personId])).toBe('on-hold');
  });

  it('deletes who is due with everything of theirs: no page, no WAL and no log entry has a value', async () => {
    const reply = await desk.call('retention.erase', { people: 'due', words: WORDS, ...(await both()) });
    expect(reply.people).toBe(1);
    expect(reply.held).toBe(2);
    const [erasure] = reply.view.erasures;
    expect(erasure).toMatchObject({ people: 1, held: 2, check: { found: 0, walBytes: 0 } });
    expect(erasure!.check!.searched).toBeGreaterThan(8);
    expect(await desk.codeOf('people.open', { personId: gone })).toBe('not-found');
    expect(await desk.logged('erase', 20)).toMatchObject([
      { personId: gone, cosignerName: 'Admin One', signed: true },
    ]);
    await desk.vault.close();
    const key = await storeKeyOf(desk.vaultDir, desk.keychain.deviceSecrets, 'supervisor', PINS.supervisor);
    const file = readFileSync(join(desk.vaultDir, STORE_FILE));
    const all = Array.from({ length: file.length / 4096 }, (_, n) =>
      decryptPage(file.subarray(n * 4096, (n + 1) * 4096), n + 1, key).toString('latin1'),
    ).join('');
    await desk.start();
    await desk.unlock('supervisor');
    expect(all).toContain('CREATE TABLE person');
    const values = [
      planted.name.value,
      planted.pinyin.value,
      ...planted.plates.map(({ value }) => value),
      ...Object.values(planted.sealed).flatMap((ones) => ones.map(({ value }) => value)),
      ...Object.values(planted.sealed).flatMap((ones) =>
        ones.map(({ shown }) => shown).filter((shown) => shown.length > 6),
      ),
    ];
    for (const value of values) expect(all).not.toContain(Buffer.from(value).toString('latin1'));
  }, 60_000);

  it('names the backups that still have them, and destroys those once there is a newer one', async () => {
    const before = (await desk.call('retention.read', {})).erasures[0]!;
    expect(before.older).toMatchObject([{ where: 'backup' }]);
    expect(before.older[0]!.goneBy).toBeGreaterThan(clock.now());
    const destroy = async () => desk.codeOf('retention.destroyBackups', { words: WORDS, ...(await both()) });
    expect(await destroy()).toBe('backup-no-folder');
    clock.advance(60_000);
    await desk.switchTo('admin');
    await makeOne(desk);
    await desk.switchTo('supervisor');
    expect(readdirSync(backups)).toHaveLength(2);
    expect(await destroy()).toBe('ok');
    expect(readdirSync(backups)).toHaveLength(1);
    expect((await desk.call('retention.read', {})).erasures[0]!.older).toEqual([]);
  });

  it('gives a certificate out, and a later copy without a mask', async () => {
    const { erasureId } = (await desk.call('retention.read', {})).erasures[0]!;
    const path = join(makeTempDir(), 'certificate.pdf');
    desk.vault.offerFile(PDF, path, 'pdf');
    const { pages } = await desk.call('retention.certificate', { erasureId, fileId: PDF });
    expect(pages).toBeGreaterThan(0);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('shows to an inspection how it stands, in numbers', async () => {
    const view = await desk.call('retention.read', {});
    expect(JSON.stringify(view)).not.toContain('石可');
    expect(view.holds).toHaveLength(2);
    const [first] = view.holds;
    await desk.call('retention.endHold', {
      holdId: first!.holdId,
      words: '已经和解结案',
      pin: PINS.supervisor,
    });
    expect((await desk.call('retention.read', {})).holds).toHaveLength(1);
  });

  it('deletes ended records of people who stay, and what is sealed to them', async () => {
    const person = await desk.call('people.open', { personId: here });
    await desk.addRecord(
      { personId: here, version: person.version },
      {
        kind: 'renovation',
        room: '3-2-1804',
        until: dayOf(clock.now() - 800 * DAY_MS),
        sealed: [{ field: 'contractorPhone', value: phoneOf(77) }],
      },
      { pin: PINS.supervisor, why: WHY },
    );
    const of = (view: Awaited<ReturnType<typeof desk.call<'retention.read'>>>) =>
      view.records.find(({ entity }) => entity === 'renovation')!.count;
    expect(of(await desk.call('retention.read', {}))).toBe(1);
    const { count, view } = await desk.call('retention.eraseRecords', {
      entity: 'renovation',
      words: WORDS,
      ...(await both()),
    });
    expect([count, of(view)]).toEqual([1, 0]);
    const { records } = await desk.call('people.open', { personId: here });
    expect(records.some(({ kind }) => kind === 'renovation')).toBe(false);
  });
});
