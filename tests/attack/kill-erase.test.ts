/**
 * SIGKILL while somebody is deleted for good. Afterwards they are wholly there or wholly gone: rows, values, tags, keys of search, what a merge has
 * kept; the log says the same, and where the search for what is left was cut off it is made.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { TABLES_OF_PEOPLE } from '../../main/vault/records/merge-records.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { EngineName, ReadableStore } from '../../main/vault/store/store.ts';
import { A_YEAR } from '../support/features/retention.ts';
import {
  type PhaseOf,
  createPace,
  expectSide,
  killInPhase,
  proofAmong,
} from '../support/kills/kill-in-phase.ts';
import {
  aimedAt,
  createAims,
  createKillRecord,
  KILL_ENGINES,
  killsTimeout,
} from '../support/kills/kill-plan.ts';
import { isBegin, isCommit, phaseIn, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { copyVault } from '../support/kills/vault-copy.ts';
import { draftOf } from '../support/people-drafts.ts';
import { STORE_FILE, storeKeyOf } from '../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const ERASURE = [
  'asked',
  'PIN counted',
  'deleting',
  'deleted',
  'anchoring',
  'searching',
  'entering the check',
  'acknowledged',
] as const;
const AIMED = aimedAt(ERASURE, ['deleting', 'deleted', 'searching', 'entering the check']);
const WORDS = '保存期限已满';
const LONG_AGO = '2020-01-31';

/** The deletion is one transaction, in which the PIN may still be anchored; the check is entered after the search. */
const erasurePhase: PhaseOf = (sign, before) => {
  const isBefore = (phase: (typeof ERASURE)[number]): boolean =>
    ERASURE.indexOf(before as 'asked') < ERASURE.indexOf(phase);
  if (phaseIn(sign, 'retention.progress') === 'searching') return 'searching';
  if (sign.type === 'write-anchor')
    return isBefore('deleted') ? 'PIN counted' : isBefore('searching') ? 'anchoring' : 'entering the check';
  if (isBegin(sign) && isBefore('deleted')) return 'deleting';
  return isCommit(sign) && before === 'deleting' ? 'deleted' : null;
};

beforeAll(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterAll(() => void vi.useRealTimers());

describe.each(KILL_ENGINES)('kill of a deletion on %s', (engine) => {
  it('leaves each person wholly there, or wholly gone and told', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    await desk.setUp();
    await desk.unlock('admin');
    await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
    await desk.switchTo('supervisor');
    const aims = createAims({ erasure: AIMED });
    const one = await addVictim(desk);
    await desk.vault.close();
    const copy = await copyVault(desk);
    const before = await rowsOf(desk, engine, one);
    const killed = createKillRecord('erasure', engine);
    const pace = createPace(57, { putBack: true });
    for (let aim = aims.next(); aim !== undefined; aim = aims.next()) {
      await copy.bringBack();
      const kill = await killInPhase(
        desk,
        engine,
        {
          route: 'retention.erase',
          phases: ERASURE,
          phaseOf: erasurePhase,
          request: (_child, staff) => ({
            people: [one.personId],
            words: WORDS,
            pin: PINS.supervisor,
            other: proofAmong(staff, 'admin'),
          }),
        },
        aim,
        pace,
        'supervisor',
      );
      const what = `after a kill in ${kill.phase}`;
      await expectSound(desk, what);
      const isGone = (await desk.codeOf('people.open', { personId: one.personId })) === 'not-found';
      expectSide({ phases: ERASURE, behindSwitch: 'deleted' }, aim, kill, isGone);
      expect(await entriesOf(desk, one), what).toBe(isGone ? 1 : 0);
      if (isGone) await expectChecked(desk, what);
      await desk.vault.close();
      const after = await rowsOf(desk, engine, one);
      expect(after, what).toEqual(isGone ? nothingOf(before) : before);
      killed.record(kill.phase);
      killed.record(sideOf(isGone));
    }
    expect(killed.tooFew([...AIMED, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

interface Victim {
  readonly personId: PersonId;
  /** Merged into them: a journal of theirs holds both. */
  readonly merged: PersonId;
}

/** Somebody with values, tags, a vehicle and a merge that could be undone, who moved out long ago. */
async function addVictim(desk: VaultHarness): Promise<Victim> {
  const add = (person: ReturnType<typeof draftOf>) =>
    desk.call('people.add', { person, pin: PINS.supervisor });
  const one = await add(draftOf(2, { rooms: [] }));
  const other = await add(draftOf(3, { rooms: [] }));
  const { personId, version } = await desk.call('people.merge', {
    personId: one.personId,
    version: one.version,
    other: { personId: other.personId, version: other.version },
    idsMayDiffer: true,
    pin: PINS.supervisor,
    why: { reason: 'correction' },
  });
  await desk.call('records.add', {
    personId,
    version,
    record: { kind: 'occupancy', room: '7-1-801', relation: 'tenant', until: LONG_AGO },
  });
  return { personId, merged: other.personId };
}

type Rows = Readonly<Record<string, number>>;

/** How many rows of each table are theirs, read behind the application's back. */
async function rowsOf(desk: VaultHarness, engine: EngineName, { personId, merged }: Victim): Promise<Rows> {
  const { vaultDir, keychain } = desk;
  const key = await storeKeyOf(vaultDir, keychain.deviceSecrets, 'supervisor', PINS.supervisor);
  const store = await chooseEngine(engine).open({ path: join(vaultDir, STORE_FILE), key, create: false });
  const rows: Record<string, number> = {};
  const count = async (name: string, text: string, values = [personId]) => {
    rows[name] = await countIn(store, text, values);
  };
  await count('person', 'person WHERE id = ?');
  await count('tags', 'match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE person_id = ?)');
  await count('merge', 'merge_run WHERE ? IN (person_id, other_id)');
  await count(
    'journal',
    'merge_row WHERE merge_id IN (SELECT id FROM merge_run WHERE ? IN (person_id, other_id))',
  );
  for (const [table, way] of Object.entries(TABLES_OF_PEOPLE))
    if (way !== 'history') await count(table, `${table} WHERE person_id = ?`);
  rows['kept'] =
    1 - (await countIn(store, 'erased_person WHERE person_id IN (?, ?)', [personId, merged])) / 2;
  await store.close();
  return rows;
}

async function countIn(store: ReadableStore, text: string, values: readonly number[]): Promise<number> {
  return (await store.get<{ readonly n: number }>({ text: `SELECT count(*) AS n FROM ${text}`, values }))!.n;
}

const nothingOf = (rows: Rows): Rows => Object.fromEntries(Object.keys(rows).map((name) => [name, 0]));

const entriesOf = async (desk: VaultHarness, { personId }: Victim): Promise<number> =>
  (await desk.call('log.list', { before: null, limit: 60 })).entries.filter(
    (entry) => entry.action === 'erase' && entry.personId === personId,
  ).length;

/** The search that was cut off goes on, and finds nothing. */
async function expectChecked(desk: VaultHarness, what: string): Promise<void> {
  const [newest] = (await desk.call('retention.read', {})).erasures;
  expect(newest, what).toMatchObject({ people: 1, cause: 'retention' });
  const { erasures } =
    newest!.check === null
      ? await desk.call('retention.check', { erasureId: newest!.erasureId })
      : { erasures: [newest!] };
  expect(erasures[0]!.check, what).toMatchObject({ found: 0, walBytes: 0 });
  expect((await desk.call('retention.due', {})).unchecked, what).toBe(0);
}
