/** A workbook that tries out ID numbers: somebody who is trusted with one import must not learn by it which of many is a resident's. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FileId, PersonId } from '../../contract/ids.ts';
import type { ImportPlan } from '../../contract/import/views.ts';
import { type FixtureCell, writeSheets } from '../support/fixture-workbooks.ts';
import { draftOf, idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';
import { previewOf } from '../support/requests-of.ts';

const FILE = 'a'.repeat(32) as FileId;
const RESIDENT = draftOf(1);
const { name } = RESIDENT;
const ROOM = RESIDENT.rooms[0]!.text;
const CANDIDATES = Array.from({ length: 91 }, (_, n) => idNumberOf(n));
const REFUSED = { code: 'import-guesses-ids' };

describe('ID numbers that are tried out in a workbook', () => {
  let desk: VaultHarness;
  let residentId: PersonId;
  beforeEach(async () => {
    desk = await createHarness();
    residentId = await desk.setUpWith(RESIDENT, 'receptionist');
  });

  const preview = async (...rows: readonly (readonly FixtureCell[])[]) => {
    const book = join(makeTempDir(), 'owners.xlsx');
    writeSheets(book, [{ name: 'a', rows: [['房号', '业主名称', '手机号', '身份证号'], ...rows] }], 'xlsx');
    await desk.call('import.cancel', {});
    desk.vault.offerFile(FILE, book);
    const { sheets } = await desk.call('import.open', { fileId: FILE });
    return desk.ask('import.preview', previewOf(FILE, sheets, await desk.proofOf('supervisor')));
  };
  const previewsInLog = async () => {
    await desk.switchTo('supervisor');
    return desk.logged('import-preview', 50);
  };

  it('are refused, and in the log with whose they were held against, where there are ninety-one for one name and room', async () => {
    const answer = await preview(...CANDIDATES.map((candidate) => [ROOM, name, null, candidate]));
    expect(answer).toMatchObject({ ok: false, error: REFUSED });
    expect(await previewsInLog()).toMatchObject([
      { outcome: 'refused', detail: { rows: 91, comparedIds: [[residentId, residentId]] } },
    ]);
  });

  it.each([
    ['a phone and many rooms', (n: number) => [`9-9-${900 + n}`, name, phoneOf(1), CANDIDATES[n]!]],
    [
      'a room that is written in several ways',
      (n: number) => [WAYS[n % WAYS.length]!, name, null, CANDIDATES[n]!],
    ],
    [
      'a room and a phone in turns',
      (n: number) =>
        n % 2 === 0
          ? [ROOM, name, null, CANDIDATES[n]!]
          : [`9-9-${900 + n}`, name, phoneOf(1), CANDIDATES[n]!],
    ],
  ] as const)('are refused where they reach the resident by %s', async (_, row) => {
    // The right one is number 1.
    for (const first of [0, 10]) {
      const answer = await preview(...[0, 1, 2, 3, 4, 5].map((n) => row(first + n)));
      expect(answer).toMatchObject({ ok: false, error: REFUSED });
    }
  });

  it('name the resident in the log where there are few enough to be mistakes, and no row says why it fits', async () => {
    const right = await preview([ROOM, name, null, idNumberOf(1)]);
    const wrong = await preview([ROOM, name, null, idNumberOf(2)]);
    const plans = [right, wrong].map((answer) => (answer as { readonly value: ImportPlan }).value);
    for (const { rows, questions } of plans) {
      expect(JSON.stringify([rows, questions])).not.toMatch(/differs|\d{9}/);
      // A row has its own ID number beside it, masked; of whom it may be nothing is said.
      expect(JSON.stringify(questions.flatMap(({ options }) => options))).not.toMatch(/idNumber/);
    }
    expect(plans.map(({ questions }) => questions.length)).toEqual([0, 1]);
    const named = { rows: 1, recognised: 1, comparedIds: [[residentId, residentId]] };
    expect((await previewsInLog()).map(({ detail }) => detail)).toEqual([named, named]);
  });

  it('name nobody where the rows have none, or belong to nobody on record', async () => {
    await preview([ROOM, name, phoneOf(1), null], ['8-8-808', '李小芳', phoneOf(2), idNumberOf(2)]);
    expect((await previewsInLog()).map(({ detail }) => detail)).toEqual([
      { rows: 2, recognised: 1, comparedIds: [] },
    ]);
  });
});

const WAYS = ['3-2-1802', '3栋2单元1802', '3号楼 2单元 1802室', '3-2-1802室'];
