/** SIGKILL while two residents are merged, and while that is undone. Afterwards there is one or there are two, with all that is theirs. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import type { ChildVault } from '../support/child-vault.ts';
import { createPace, expectSide, killInPhase } from '../support/kills/kill-in-phase.ts';
import { createAims, createKillRecord, KILL_ENGINES, killsTimeout } from '../support/kills/kill-plan.ts';
import { CHANGE, CHANGE_PHASES, changePhase, sideOf, SIDES } from '../support/kills/signs.ts';
import { expectSound } from '../support/kills/sound-vault.ts';
import { draftOf, phoneOf } from '../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const PROOF = { pin: PINS.supervisor, why: { reason: 'correction' } } as const;
const ROUTES = { merge: 'people.merge', 'merge undone': 'people.undoMerge' } as const;

interface Two {
  readonly personId: PersonId;
  readonly otherId: PersonId;
}
type Caller = Pick<ChildVault, 'call'>;

describe.each(KILL_ENGINES)('kill of a merge and of its undo on %s', (engine) => {
  it('leaves one person or two, with all that is theirs', { timeout: killsTimeout() }, async () => {
    const desk = await createHarness({ engine });
    const two = await setUpTwo(desk);
    const killed = {
      merge: createKillRecord('merge', engine),
      'merge undone': createKillRecord('merge undone', engine),
    };
    const pace = createPace(53);
    const aims = createAims({ merge: CHANGE, 'merge undone': CHANGE });
    let merged = false;
    while (aims.left() > 0) {
      const change = merged ? 'merge undone' : 'merge';
      const requestTo = merged ? undoRequest : mergeRequest;
      const aim = aims.next((one) => one === change);
      if (aim === undefined) {
        // None is left of what can be done as things stand.
        await desk.start();
        await desk.unlock('supervisor');
        await desk.call(ROUTES[change], (await requestTo(desk, two)) as never);
        await desk.vault.close();
        merged = !merged;
        continue;
      }
      const work = {
        phases: CHANGE,
        phaseOf: changePhase,
        request: (child: Caller) => requestTo(child, two),
      };
      const kill = await killInPhase(
        desk,
        engine,
        { ...work, route: ROUTES[change] },
        aim,
        pace,
        'supervisor',
      );
      const isMerged = await expectOneOrTwo(desk, two, `after a kill in ${kill.phase}`);
      await desk.vault.close();
      expectSide(CHANGE_PHASES, aim, kill, isMerged !== merged);
      killed[change].record(kill.phase);
      killed[change].record(sideOf(isMerged !== merged));
      merged = isMerged;
    }
    for (const { tooFew } of Object.values(killed)) expect(tooFew([...CHANGE, ...SIDES])).toEqual([]);
    await desk.dispose();
  });
});

/** The vault is closed afterwards. */
async function setUpTwo(desk: VaultHarness): Promise<Two> {
  await desk.setUp();
  await desk.unlock('supervisor');
  const add = async (n: number): Promise<PersonId> => {
    const person = draftOf(n, { plates: [`桂M1234${n}`], sealed: [{ field: 'phone', value: phoneOf(n) }] });
    return (await desk.call('people.add', { person, pin: PINS.supervisor })).personId;
  };
  const two = { personId: await add(1), otherId: await add(2) };
  await desk.vault.close();
  return two;
}

async function mergeRequest(desk: Caller, { personId, otherId }: Two): Promise<object> {
  const { version } = await desk.call('people.open', { personId });
  const other = {
    personId: otherId,
    version: (await desk.call('people.open', { personId: otherId })).version,
  };
  return { personId, version, other, idsMayDiffer: false, ...PROOF };
}

async function undoRequest(desk: Caller, { personId }: Two): Promise<object> {
  const { version } = await desk.call('people.open', { personId });
  const { merges } = await desk.call('people.merges', { personId });
  return { personId, version, mergeId: merges[0]!.mergeId, keepEdited: true, ...PROOF };
}

/** Whether it is one: by what opens, by the phones of each, and by whom phone and plate find. */
async function expectOneOrTwo(
  desk: VaultHarness,
  { personId, otherId }: Two,
  what: string,
): Promise<boolean> {
  await expectSound(desk, what);
  const supervisor = await desk.proofOf('supervisor');
  const phonesOf = async (id: PersonId): Promise<readonly string[]> =>
    (
      await desk.call('people.openFull', { personId: id, why: { reason: 'repair' }, supervisor })
    ).fields.flatMap(({ field, value }) => (field === 'phone' ? [value] : []));
  const isMerged = (await desk.codeOf('people.open', { personId: otherId })) === 'not-found';
  expect(await phonesOf(personId), what).toEqual(isMerged ? [phoneOf(1), phoneOf(2)] : [phoneOf(1)]);
  if (!isMerged) expect(await phonesOf(otherId), what).toEqual([phoneOf(2)]);
  for (const text of [phoneOf(2), '桂M12342']) {
    const { groups } = await desk.call('people.search', { text });
    const found = groups.flatMap(({ rows }) => rows.map((row) => row.personId));
    expect([...new Set(found)], what).toEqual([isMerged ? personId : otherId]);
  }
  return isMerged;
}
