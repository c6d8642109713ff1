/** ID numbers of a workbook: none goes into the vault but where the company decided to keep them, whatever a page sends and wherever they stand. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../contract/ids.ts';
import type { ColumnTarget, PlanRow } from '../../contract/import/views.ts';
import { sql } from '../../main/vault/store/sql.ts';
import { ENGINES } from '../support/engines.ts';
import { OLD_ID, writeSheets } from '../support/fixture-workbooks.ts';
import { idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { applyOf, revealOf } from '../support/requests-of.ts';
import { readTables, withStoreOf } from '../support/store-text.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const FILE = 'e'.repeat(32) as FileId;
const NAMES = ['张明亮', '张明', '张晓明', '张亮'];
const ID = idNumberOf(1);
const OTHER_ID = idNumberOf(2);
const [ENGINE] = ENGINES;
/** As a number is found again however it is written. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/(?<=\d)[ -](?=\d)/g, '');
const PARTED = `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`;
const FULL_WIDTH = ID.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

type Case = readonly [ColumnTarget, string];
const OF_COLUMNS = (
  ['idNumber', 'tenantId', 'coOwnerId', 'familyId', 'occupantId', 'landlordId'] as const
).map((target): Case => [target, ID]);
/** Where it stands beside something else. */
const BESIDE: readonly Case[] = [
  ['name', `张明亮 ${ID}`],
  ['tenantName', `陈东 ${ID}`],
  ...[ID, PARTED, FULL_WIDTH, OLD_ID].map((id) => ['remark', `身份证${id}，已核`] as const),
  ['address', `乌有路 ${ID}`],
  ['emergency', `李小红 ${ID}`],
  ['brand', ID],
  ['ownerCode', ID],
];

/** No such layout is taken at all. */
const ALL: readonly Case[] = [...OF_COLUMNS, ...BESIDE, ['layout', ID]];

describe('an ID number that nobody decided to keep', () => {
  let desk: VaultHarness;
  beforeAll(async () => {
    desk = await openDesk('receptionist');
  });
  afterAll(() => desk.dispose());

  /** Previews a sheet of one home for each case, with the cell under a column that goes to its target, as any page may ask. */
  async function preview(cases: readonly Case[], takesIdNumbers: boolean | null) {
    const path = join(makeTempDir(), 'owners.xlsx');
    const sheetOf = ([target, cell]: Case, n: number) => ({
      name: `S${n}`,
      rows: [
        ['房号', '业主', '租户', '家属', '共有人', '车牌', '其他'],
        [
          `1-1-${101 + n}`,
          target === 'name' ? cell : NAMES[n % NAMES.length]!,
          '李国强',
          '李小红',
          '王伟',
          `桂A${10_000 + n}`,
          target === 'name' ? '' : cell,
        ],
      ],
    });
    writeSheets(path, cases.map(sheetOf), 'xlsx');
    await desk.call('import.cancel', {});
    desk.vault.offerFile(FILE, path);
    await desk.call('import.open', { fileId: FILE });
    const targets = ['roomText', 'name', 'tenantName', 'familyName', 'coOwnerName', 'plate'] as const;
    return desk.ask('import.preview', {
      fileId: FILE,
      sheets: cases.map(([target], n) => ({
        sheet: `S${n}`,
        headerRow: 1,
        place: { estate: '', building: '', unit: '' },
        columns: [...targets, ...(target === 'name' ? [] : [target])].map((one, index) => ({
          target: one,
          index,
        })),
      })),
      takesIdNumbers,
      supervisor: await desk.proofOf('supervisor'),
    });
  }

  async function imported(cases: readonly Case[], takesIdNumbers: boolean): Promise<PlanRow[]> {
    const planned = await preview(cases, takesIdNumbers);
    if (!planned.ok) throw new Error(planned.error.code);
    const { planId, rows } = planned.value;
    await desk.call('import.apply', applyOf(planId, 'other', await desk.proofOf('supervisor')));
    return rows;
  }

  it.each([...OF_COLUMNS, ...BESIDE])('is refused, with its workbook: %s, %s', async (target, cell) => {
    expect(await preview([[target, cell]], null)).toMatchObject({
      ok: false,
      error: { code: 'ids-undecided' },
    });
  });

  it('is looked for, and a workbook without one is refused to nobody', async () => {
    expect(await preview([['remark', `常来电话 ${phoneOf(1)}`]], null)).toMatchObject({ ok: true });
  });

  it('goes nowhere where the company keeps none, and where it keeps them it does; the log says which', async () => {
    const rows = await imported(ALL, false);
    expect(plain(JSON.stringify(rows))).not.toContain(ID.slice(0, 17));
    await imported([['idNumber', OTHER_ID]], true);
    await desk.switchTo('supervisor');
    const details = (await desk.logged('import', 100)).map(({ detail }) => detail);
    expect(details).toMatchObject([{ idNumbers: true }, { idNumbers: false }]);
    const remarks: string[] = [];
    for (const n of ALL.flatMap(([target], at) => (target === 'remark' ? [at] : []))) {
      const { groups } = await desk.call('people.search', { text: `1-1-${101 + n}` });
      const { personId } = groups
        .flatMap((group) => group.rows)
        .find((row) => row.nameMask.startsWith('张'))!;
      const opened = await desk.call('people.reveal', revealOf(personId, 'remark', PINS.supervisor));
      remarks.push(opened.value);
    }
    expect(remarks).toHaveLength(4);
    expect(remarks.every((text) => text === '身份证***,已核')).toBe(true);
    await withStoreOf(desk, ENGINE!.name, async (store) => {
      const sealed = await store.all(sql`SELECT person_id FROM sealed_value WHERE field = 'idNumber'`);
      expect(sealed).toHaveLength(1);
      const held = plain(JSON.stringify([...(await readTables(store))]));
      for (const id of [ID.slice(0, 17), OLD_ID]) expect(held).not.toContain(id);
    });
  });
});
