/**
 * SIGKILL while somebody is deleted for good. Afterwards they are wholly there or wholly gone: rows, values, tags, keys of search, what a merge has
 * kept; the log says the same, and where the search for what is left was cut off it is made.
 */
import { expect } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { personColumns, tablesErased } from '../../main/vault/store/tables.ts';
import { A_YEAR } from '../support/features/retention.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { readLog } from '../support/kills/read-log.ts';
import { readStore } from '../support/kills/read-store.ts';
import { isBegin, isCommit, phaseIn } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const PHASES = ['PIN counted', 'deleting', 'deleted', 'anchoring', 'searching', 'entering the check'];
const WORDS = '保存期限已满';
const LONG_AGO = '2020-01-31';

/** The deletion is one transaction, in which the PIN may still be anchored; the check is entered after the search. */
const phaseOf: PhaseOf = (sign, before) => {
  const isBefore = (phase: string): boolean => PHASES.indexOf(before) < PHASES.indexOf(phase);
  if (phaseIn(sign, 'retention.progress') === 'searching') return 'searching';
  if (sign.type === 'write-anchor')
    return isBefore('deleted') ? 'PIN counted' : isBefore('searching') ? 'anchoring' : 'entering the check';
  if (isBegin(sign) && isBefore('deleted')) return 'deleting';
  return isCommit(sign) && before === 'deleting' ? 'deleted' : null;
};

describeKill('kill of a deletion', {
  title: 'leaves each person wholly there, or wholly gone and told',
  changes: {
    erasure: {
      route: 'retention.erase',
      phases: PHASES,
      phaseOf: () => phaseOf,
      behindSwitch: 'deleted',
      few: ['deleting', 'deleted', 'searching', 'entering the check'],
    },
  },
  by: 'supervisor',
  putBack: true,
  minutesByHand: true,
  async setUp(engine) {
    const desk = await openDesk('admin', { engine });
    await desk.call('retention.setRules', { rules: A_YEAR, words: WORDS, pin: PINS.admin });
    await desk.switchTo('supervisor');
    const one = await addVictim(desk);
    await desk.vault.close();
    const before = await rowsOf(desk, engine, one);
    const nothing = Object.fromEntries(Object.keys(before).map((table) => [table, 0]));
    return {
      desk,
      request: (_, people) => ({
        people: [one.personId],
        words: WORDS,
        pin: PINS.supervisor,
        other: proofAmong(people, 'admin'),
      }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const isGone = (await desk.codeOf('people.open', { personId: one.personId })) === 'not-found';
        const told = (await readLog(desk)).filter(
          ({ action, personId }) => action === 'erase' && personId === one.personId,
        );
        expect(told.length, what).toBe(isGone ? 1 : 0);
        if (isGone) await expectChecked(desk, what);
        await desk.vault.close();
        expect(await rowsOf(desk, engine, one), what).toEqual(isGone ? nothing : before);
        return isGone;
      },
    };
  },
});

interface Victim {
  readonly personId: PersonId;
  /** Merged into them: a journal of theirs holds both. */
  readonly merged: PersonId;
}

/** Somebody with values, tags, a vehicle and a merge that could be undone, who moved out long ago. */
async function addVictim(desk: VaultHarness): Promise<Victim> {
  const add = (n: number) =>
    desk.call('people.add', { person: draftOf(n, { rooms: [] }), pin: PINS.supervisor });
  const [one, other] = [await add(2), await add(3)];
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

/** How many rows of each table are theirs. */
const rowsOf = (
  desk: VaultHarness,
  engine: EngineName,
  { personId, merged }: Victim,
): Promise<Readonly<Record<string, number>>> =>
  readStore(desk, engine, async (store) => {
    const rows: Record<string, number> = {};
    const count = async (name: string, text: string, values: readonly number[] = [personId]) => {
      const found = await store.get<{ readonly n: number }>({
        text: `SELECT count(*) AS n FROM ${text}`,
        values,
      });
      rows[name] = found!.n;
    };
    await count('person', 'person WHERE id = ?');
    await count('tags', 'match_tag WHERE value_id IN (SELECT id FROM sealed_value WHERE person_id = ?)');
    await count('merge', 'merge_run WHERE ? IN (person_id, other_id)');
    await count(
      'journal',
      'merge_row WHERE merge_id IN (SELECT id FROM merge_run WHERE ? IN (person_id, other_id))',
    );
    for (const table of [...tablesErased('cascade'), ...tablesErased('with-import')])
      if (personColumns(table).includes('person_id')) await count(table, `${table} WHERE person_id = ?`);
    await count('kept', 'erased_person WHERE person_id IN (?, ?)', [personId, merged]);
    rows['kept'] = 1 - rows['kept']! / 2;
    return rows;
  });

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
