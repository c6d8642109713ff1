/** How it stands with what only some weeks of work bring about: before anything was done, when it was, and when that is too long ago. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Duty, EvidenceState } from '../../../contract/evidence/lists.ts';
import type { FileId } from '../../../contract/ids.ts';
import { DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import type { FEATURE_VISITS } from '../../support/features/index.ts';
import { finishForms, walkAs } from '../../support/full-vault.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { VISITS } from '../../support/route-walk.ts';

const FOLDER = 'c3'.repeat(16) as FileId;

/** What it is before anything was done, and what is done for it: nothing was given away, and nobody has asked, is evidence as well. */
const CASES: readonly (readonly [Duty, EvidenceState, readonly (keyof typeof FEATURE_VISITS)[]])[] = [
  ['paper', 'missing', ['papers.count']],
  ['walk-round', 'missing', ['walks.finish']],
  ['disclosures', 'there', ['disclosures.extract']],
  ['leftover-files', 'missing', []],
  ['requests', 'there', ['requests.takeIn']],
  ['incident-drill', 'missing', ['incidents.close']],
  ['impact-assessment', 'missing', []],
  ['self-audit', 'missing', []],
  ['computer-checklist', 'missing', ['forms.finish']],
  ['computer-checks', 'missing', ['computer.check']],
];

const clock = createFakeClock();
let desk: VaultHarness;

const read = async () =>
  new Map(
    (await desk.call('evidence.read', {})).evidence.map(({ duty, ...standing }) => [duty, standing] as const),
  );
const states = async (): Promise<Partial<Record<Duty, EvidenceState>>> => {
  const standing = await read();
  return Object.fromEntries(CASES.map(([duty]) => [duty, standing.get(duty)!.state]));
};
const allOf = (state: EvidenceState) => Object.fromEntries(CASES.map(([duty]) => [duty, state]));

/** Over a folder in which nothing lies, to its end. */
async function sweepNothing(): Promise<void> {
  desk.vault.offerFile(FOLDER, makeTempDir(), 'sweep-folder');
  await desk.call('sweep.addFolder', { fileId: FOLDER });
  await desk.call('sweep.begin', { drives: false });
  while ((await desk.call('sweep.read', {})).sweeps[0]?.endedAt === null)
    await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('how it stands with a duty', () => {
  beforeAll(async () => {
    desk = await createHarness({ clock });
    await desk.setUpWith(draftOfPlanted(PLANTED[0]));
  });

  it('is as nobody has done anything in a new vault', async () => {
    expect(await states()).toEqual(Object.fromEntries(CASES.map(([duty, before]) => [duty, before])));
  });

  it('is there once it was done, with its day', async () => {
    const { groups } = await desk.call('people.search', { text: PLANTED[0].name.value });
    const walk = walkAs(desk, 'supervisor', groups[0]!.rows[0]!.personId);
    for (const route of CASES.flatMap(([, , visits]) => visits)) await VISITS[route](walk);
    await finishForms(desk);
    await sweepNothing();
    expect(await states()).toEqual(allOf('there'));
    const standing = await read();
    for (const [duty] of CASES) expect(standing.get(duty)!.at, duty).toBe(clock.now());
  });

  it('is stale from the day on that it has named, and not before', async () => {
    const due = [...(await read())].flatMap(([duty, { dueOn }]) =>
      dueOn !== null && CASES.some(([one]) => one === duty) ? [[duty, dueOn] as const] : [],
    );
    expect(due.map(([duty]) => duty).toSorted()).toEqual(CASES.map(([duty]) => duty).toSorted());
    for (const dueOn of [...new Set(due.map(([, day]) => day))].toSorted()) {
      const those = due.filter(([, day]) => day === dueOn).map(([duty]) => duty);
      const statesOf = async (): Promise<readonly string[]> => {
        await desk.switchTo('supervisor');
        const standing = await read();
        return those.map((duty) => `${duty} ${standing.get(duty)!.state}`);
      };
      clock.advance(Math.max(0, Date.parse(dueOn) - DAY_MS / 2 - clock.now()));
      expect(await statesOf()).toEqual(those.map((duty) => `${duty} there`));
      clock.advance(1.51 * DAY_MS);
      expect(await statesOf()).toEqual(those.map((duty) => `${duty} stale`));
    }
  });
});
