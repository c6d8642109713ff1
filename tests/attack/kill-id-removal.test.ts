/**
 * SIGKILL while ID numbers are removed. Afterwards those of everybody are there, or gone and told, with tags and merges; words have theirs or stars; the removal goes on where it
 * was, and the search that was cut off is made.
 */
import { expect } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { type PhaseOf, proofAmong } from '../support/kills/kill-in-phase.ts';
import { readLog } from '../support/kills/read-log.ts';
import { readStore } from '../support/kills/read-store.ts';
import { isBegin, isCommit, phaseIn } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, idNumberOf } from '../support/people-drafts.ts';
import { mergeOf } from '../support/requests-of.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const PHASES = [
  'PIN counted',
  'removing',
  'removed',
  'anchoring',
  'starring',
  'starred',
  'searching',
  'entering the check',
];
const WORDS = '没有单独同意';

/** Values go in one transaction, words in the next, and the check is entered after the search. The PIN may still be anchored in the first. */
const phaseOf: PhaseOf = (sign, before) => {
  const isBefore = (phase: string): boolean => PHASES.indexOf(before) < PHASES.indexOf(phase);
  if (phaseIn(sign, 'retention.progress') === 'searching') return 'searching';
  if (sign.type === 'sql' && sign.text.includes('UPDATE sealed_value SET batch_id')) return 'starring';
  if (sign.type === 'write-anchor') {
    if (isBefore('removed')) return 'PIN counted';
    if (isBefore('starring')) return 'anchoring';
    return isBefore('searching') ? null : 'entering the check';
  }
  if (isBegin(sign) && isBefore('removed')) return 'removing';
  if (!isCommit(sign)) return null;
  return before === 'removing' ? 'removed' : before === 'starring' ? 'starred' : null;
};

describeKill('kill of a removal of ID numbers', {
  title: 'leaves those of everybody, or none and an entry, and goes on where it was',
  changes: {
    removal: {
      route: 'retention.eraseIds',
      phases: PHASES,
      phaseOf: () => phaseOf,
      behindSwitch: 'removed',
      few: ['removing', 'removed', 'starring', 'searching', 'entering the check'],
    },
  },
  by: 'supervisor',
  putBack: true,
  minutesByHand: true,
  async setUp(engine) {
    const desk = await openDesk('supervisor', { engine });
    const remark = { field: 'remark', value: `身份证 ${idNumberOf(60)} 已核` } as const;
    const id = (n: number) => ({ field: 'idNumber', value: idNumberOf(n) }) as const;
    const [one, two, three] = [
      await desk.addPerson(draftOf(1, { sealed: [id(1), remark] })),
      await desk.addPerson(draftOf(2)),
      await desk.addPerson(draftOf(3)),
    ];
    await desk.call(
      'people.merge',
      mergeOf(two, three, { pin: PINS.supervisor, why: { reason: 'correction' } }),
    );
    await desk.vault.close();
    const before = await rowsOf(desk, engine);
    expect(before).toEqual({ values: 3, tags: 2, merges: 1 });
    return {
      desk,
      request: (_, people) => ({ words: WORDS, pin: PINS.supervisor, other: proofAmong(people, 'admin') }),
      async expectAfter(what) {
        await expectSound(desk, what);
        const { without } = await desk.call('idNumbers.read', {});
        const isGone = without === 0;
        const told = (await readLog(desk)).filter(({ action }) => action === 'id-removal');
        expect(told.length > 0, what).toBe(isGone);
        await desk.vault.close();
        expect(await rowsOf(desk, engine), what).toEqual(isGone ? { values: 0, tags: 0, merges: 0 } : before);
        await desk.start();
        await desk.unlock('supervisor');
        await expectFinished(desk, one.personId, what);
        await desk.vault.close();
        return isGone;
      },
    };
  },
});

/** Values of everybody, their tags, and merges that would bring one back. */
const rowsOf = (desk: VaultHarness, engine: EngineName) =>
  readStore(desk, engine, async (store) => {
    const count = async (text: string): Promise<number> =>
      (await store.get<{ readonly n: number }>({ text: `SELECT count(*) AS n FROM ${text}`, values: [] }))!.n;
    const ids = `SELECT id FROM sealed_value WHERE field = 'idNumber'`;
    return {
      values: await count(`(${ids})`),
      tags: await count(
        `match_tag WHERE value_id IN (${ids}) OR value_id NOT IN (SELECT id FROM sealed_value)`,
      ),
      merges: await count('merge_run'),
    };
  });

/** What was cut off is made by asking for it again, or for the search alone. */
async function expectFinished(desk: VaultHarness, personId: PersonId, what: string): Promise<void> {
  const request = { words: WORDS, pin: PINS.supervisor, other: await desk.proofOf('admin') };
  expect(['ok', 'not-found'], what).toContain(await desk.codeOf('retention.eraseIds', request));
  const { erasures } = await desk.call('retention.read', {});
  for (const { erasureId, check } of erasures)
    if (check === null) await desk.call('retention.check', { erasureId });
  expect((await desk.call('retention.due', {})).unchecked, what).toBe(0);
  expect(await desk.reveal(personId, 'remark', PINS.supervisor), what).toBe('身份证 *** 已核');
  expect(await desk.call('idNumbers.read', {}), what).toMatchObject({ holders: 0, without: 0 });
}
