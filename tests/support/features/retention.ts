/** Retention in the tests that go over every feature. */
import { join } from 'node:path';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { RETENTION_ENTITIES } from '../../../contract/retention/lists.ts';
import type { RetentionRules } from '../../../contract/retention/log.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing, submitAs } from '../../screens/steps.ts';
import { chooseFolder, makeOne } from '../backup-desk.ts';
import { draftOf } from '../people-drafts.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import { PINS } from '../vault-harness.ts';
import { holdOf } from '../requests-of.ts';

const WORDS = '按公司制度办理';
const CERTIFICATE = 'c7'.repeat(16) as FileId;
const LONG_AGO = '2020-01-31';

/** A year for everything. */
export const A_YEAR: RetentionRules = {
  restrictDays: 90,
  rules: RETENTION_ENTITIES.map((entity) => ({ entity, months: 12 })),
};

/** At a desk of its own: rules are confirmed, and a tenant has moved out long ago; a supervisor is signed in. */
const withDue = (walk: Walk, work: (fresh: Walk, personId: PersonId) => Promise<unknown>): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    const { desk } = fresh;
    const personId = await desk.setUpWith(draftOf(3, { rooms: [] }), 'supervisor');
    const { version } = await desk.call('people.open', { personId });
    await desk.addRecord(
      { personId, version },
      { kind: 'occupancy', room: '7-1-801', relation: 'tenant', until: LONG_AGO },
    );
    await desk.switchTo('admin');
    await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
    await chooseFolder(desk, makeTempDir());
    await makeOne(desk);
    await desk.switchTo('supervisor');
    await work(fresh, personId);
  });

const hold = (walk: Walk) =>
  walk.ask('retention.hold', holdOf(walk.personId, 'dispute', '物业费诉讼未结', walk.pin));
const both = async ({ desk }: Walk) => ({ pin: PINS.supervisor, other: await desk.proofOf('admin') });
const erase = async (fresh: Walk) =>
  fresh.ask('retention.erase', { people: 'due', words: WORDS, ...(await both(fresh)) });

const recall = (walk: Walk, people: PersonId[]) =>
  walk.ask('retention.recall', { people, isAll: true, words: '证明 X-0003', pin: PINS.supervisor });

/** One question to each route. */
export const visits: VisitsOf<'retention'> = {
  'retention.list': (walk) => walk.ask('retention.list', { of: 'restricted', after: null }),
  'retention.setRules': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpWith(draftOf(3), 'admin');
      await fresh.ask('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
    }),
  'retention.hold': hold,
  'retention.endHold': async (walk) => {
    const { holds } = await hold(walk);
    await walk.ask('retention.endHold', { holdId: holds[0]!.holdId, words: '已经和解结案', pin: walk.pin });
  },
  'retention.open': (walk) =>
    walk.ask('retention.open', { personId: walk.personId, words: WORDS, pin: walk.pin }),
  'retention.erase': (walk) => withDue(walk, erase),
  'retention.recall': (walk) =>
    walk.elsewhere(async (fresh) => {
      const personId = await fresh.desk.setUpWith(draftOf(3), 'supervisor');
      await recall(fresh, [personId]);
    }),
  'retention.endRecall': (walk) =>
    walk.elsewhere(async (fresh) => {
      const personId = await fresh.desk.setUpWith(draftOf(3), 'supervisor');
      await recall(fresh, [personId]);
      await fresh.ask('retention.endRecall', { personId, words: '编号抄错一位', ...(await both(fresh)) });
    }),
  'retention.eraseRecords': (walk) =>
    withDue(walk, async (fresh) => {
      const { desk } = fresh;
      const { personId, version } = await desk.addPerson(draftOf(4));
      await desk.addRecord({ personId, version }, { kind: 'lease', room: '3-2-1804', until: LONG_AGO });
      await fresh.ask('retention.eraseRecords', { entity: 'lease', words: WORDS, ...(await both(fresh)) });
    }),
  'retention.eraseIds': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpWith(draftOf(3), 'supervisor');
      await fresh.ask('retention.eraseIds', { words: WORDS, ...(await both(fresh)) });
    }),
  'retention.check': (walk) =>
    withDue(walk, async (fresh) => {
      const { erasureId } = await erase(fresh);
      await fresh.ask('retention.check', { erasureId });
    }),
  'retention.destroyBackups': (walk) =>
    withDue(walk, async (fresh) => {
      await erase(fresh);
      // Backups are told apart by the second.
      fresh.advance(2_000);
      await fresh.desk.switchTo('admin');
      await makeOne(fresh.desk);
      await fresh.desk.switchTo('supervisor');
      await fresh.ask('retention.destroyBackups', { words: WORDS, ...(await both(fresh)) });
    }),
  'retention.certificate': (walk) =>
    withDue(walk, async (fresh) => {
      const { erasureId } = await erase(fresh);
      fresh.desk.vault.offerFile(CERTIFICATE, join(makeTempDir(), 'certificate.pdf'), 'pdf');
      await fresh.ask('retention.certificate', { erasureId, fileId: CERTIFICATE });
    }),
};

// --- the screens

const SCREENS = {
  ...showing(['page:retention'], 'retention-unconfirmed', 'retention-rules', 'retention'),
} as const;

/** As the admin who is at the page: confirms the times that are proposed. */
export async function confirmTimes(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await get(walk, 'retention-unconfirmed').waitFor();
  await look('retention-unconfirmed');
  await click(walk, 'retention-rules');
  await get(walk, 'retention-words').fill(WORDS);
  await look('retention-rules');
  await submitAs(walk, 'admin', 'retention-submit', 'retention-form');
  await get(walk, 'retention-none').waitFor({ timeout: 20_000 });
}

/** An admin confirms the times. Lists, holds and deletions are looked at with recorded answers. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 240,
  as: 'admin',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('retention');
    await confirmTimes(walk, look);
    await look('retention');
  },
};
