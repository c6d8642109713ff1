/** SIGKILL while two residents are merged, and while that is undone. Afterwards there is one or there are two, with all that is theirs. */
import { expect } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { describeKill } from '../support/kills/describe-kill.ts';
import { ONE_TRANSACTION } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const PROOF = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;
const plateOf = (n: number): string => `桂M1234${n}`;

describeKill('kill of a merge and of its undo', {
  title: 'leaves one person or two, with all that is theirs',
  changes: {
    merge: { route: 'people.merge', ...ONE_TRANSACTION },
    'merge undone': { route: 'people.undoMerge', ...ONE_TRANSACTION },
  },
  by: 'supervisor',
  async setUp(engine) {
    const desk = await openDesk('supervisor', { engine });
    const add = async (n: number): Promise<PersonId> => {
      const person = draftOf(n, { plates: [plateOf(n)], sealed: [{ field: 'phone', value: phoneOf(n) }] });
      return (await desk.call('people.add', { person, pin: PINS.supervisor })).personId;
    };
    const [personId, otherId] = [await add(1), await add(2)];
    let isMerged = false;
    return {
      desk,
      canBeMade: (change) => (change === 'merge') !== isMerged,
      async request(asked, _, change) {
        const { version } = await asked.call('people.open', { personId });
        if (change === 'merge') {
          const other = await asked.call('people.open', { personId: otherId });
          return {
            personId,
            version,
            other: { personId: otherId, version: other.version },
            idsMayDiffer: false,
            ...PROOF,
          };
        }
        const { merges } = await asked.call('people.merges', { personId });
        return { personId, version, mergeId: merges[0]!.mergeId, keepEdited: true, ...PROOF };
      },
      async expectAfter(what) {
        const wasMerged = isMerged;
        isMerged = await expectOneOrTwo(desk, personId, otherId, what);
        return isMerged !== wasMerged;
      },
    };
  },
});

/** Whether it is one: by what opens, by the phones of each, and by whom phone and plate find. */
async function expectOneOrTwo(
  desk: VaultHarness,
  personId: PersonId,
  otherId: PersonId,
  what: string,
): Promise<boolean> {
  await expectSound(desk, what);
  const order = { why: { reason: 'repair' }, supervisor: await desk.proofOf('supervisor') } as const;
  const phonesOf = async (id: PersonId): Promise<readonly string[]> =>
    (await desk.call('people.openFull', { personId: id, ...order })).fields.flatMap(({ field, value }) =>
      field === 'phone' ? [value] : [],
    );
  const isMerged = (await desk.codeOf('people.open', { personId: otherId })) === 'not-found';
  expect(await phonesOf(personId), what).toEqual(isMerged ? [phoneOf(1), phoneOf(2)] : [phoneOf(1)]);
  if (!isMerged) expect(await phonesOf(otherId), what).toEqual([phoneOf(2)]);
  for (const text of [phoneOf(2), plateOf(2)]) {
    const { groups } = await desk.call('people.search', { text });
    const found = groups.flatMap(({ rows }) => rows.map((row) => row.personId));
    expect([...new Set(found)], what).toEqual([isMerged ? personId : otherId]);
  }
  return isMerged;
}
