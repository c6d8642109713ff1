/** A workbook that is made to take long: whatever it holds, the vault answers others meanwhile, and a cancel ends it at once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileId } from '../../contract/ids.ts';
import type { ImportProgress } from '../../main/vault/long-work/progress.ts';
import { processorMs } from '../support/processor-time.ts';
import { previewOf } from '../support/requests-of.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { type VaultHarness, createHarness } from '../support/vault-harness.ts';

const FILE = 'a'.repeat(32) as FileId;
/** Nobody at a desk waits longer for an answer: milliseconds that the vault and its threads work before it. */
const MAX_MS = 2_000;

const mobile = (n: number): string => `1410${String(n).padStart(7, '0')}`;
const lines = (count: number, line: (n: number) => readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, n) => line(n));
const spaced = (first: string, last: string): string => `${first}${' '.repeat(3_990)}${last}`;

/** Rows of a sheet, its header first. */
type Shape = readonly (readonly string[])[];

/** Cells of which a pattern looks from every place to the end. */
const SLOW_CELLS: Shape = [
  ['业主名称', '房号', '身份证号', '车位号', '起租日期', '截止日期', '手机号'],
  ...lines(20, (n) => [
    spaced('张', `${n}`),
    '3-2-1801',
    `1${'.'.repeat(3_990)}${n}`,
    `A${n}`,
    `1${'T'.repeat(3_990)}${n}`,
    `1${' '.repeat(3_990)}${n}`,
    mobile(n),
  ]),
];

const DESCRIBED: Readonly<Record<string, Shape>> = {
  'lines that look like notes': [
    ['业主名称', '房号', '手机号', '备注'],
    ...lines(150, (n) => [spaced('（', `${n}`), '1', '2']),
  ],
  'lines that look like headers': [
    ['业主名称', '房号', '手机号', '备注'],
    ...lines(800, (n) => [`楼层${'1'.repeat(3_990)}a`, '3-2-1801', mobile(n)]),
  ],
};

const PLANNED: Readonly<Record<string, () => Shape>> = {
  'cells that are slow to read': () => SLOW_CELLS,
  'one code for many owners, and many rows that name it alone': () => [
    ['业主编号', '业主名称', '手机号', '房号'],
    ...lines(30_000, (n) => [
      'A',
      `张${String.fromCodePoint(0x4e00 + (n % 20_000), 0x4e00 + Math.floor(n / 20_000))}`,
      mobile(n),
      '3-2-1801',
    ]),
    ...lines(30_000, (n) => ['A', '', mobile(100_000 + n), `4-2-${n}`]),
  ],
  'one family of many, none of whom is taken': () => [
    ['房号', '业主名称', '业主类型', '手机号'],
    ['3-2-1801', '张明亮', '业主', mobile(0)],
    ...lines(30_000, (n) => ['', '', '家属', mobile(1 + n)]),
  ],
};

describe('a workbook made to take long', () => {
  let desk: VaultHarness;
  /** Told once rows are being planned. */
  let planningBegan: () => void = () => undefined;
  beforeEach(async () => {
    desk = await createHarness({
      onEvent: (event, payload) => {
        const { phase, total } = (event === 'import.progress' ? payload : {}) as Partial<ImportProgress>;
        if (phase === 'checking' && total !== 0) planningBegan();
      },
    });
    await desk.setUp();
    await desk.unlock('supervisor');
  });
  afterEach(() => desk.dispose());

  function offer(rows: Shape): void {
    const path = join(makeTempDir(), 'owners.csv');
    writeFileSync(path, rows.map((row) => `${row.join(',')}\n`).join(''));
    desk.vault.offerFile(FILE, path);
  }
  const open = () => desk.ask('import.open', { fileId: FILE });
  async function preview() {
    const opened = await open();
    if (!opened.ok) throw new Error(opened.error.code);
    const supervisor = await desk.proofOf('supervisor');
    return () => desk.ask('import.preview', previewOf(FILE, opened.value.sheets, supervisor));
  }
  /** What becomes of `work`, and the longest that the vault and its threads worked before another request was answered, in milliseconds. */
  async function whileOthersAsk<T>(
    work: Promise<T>,
  ): Promise<{ readonly value: T; readonly longest: number }> {
    let longest = 0;
    let isOver = false;
    const over = (): void => void (isOver = true);
    work.then(over, over);
    for (let turn = true; turn; turn = !isOver) {
      const asked = processorMs();
      // The request comes in a turn of its own, as it does over a port.
      await new Promise((resolve) => setTimeout(resolve, 1));
      expect((await desk.ask('people.search', { text: '张' })).ok).toBe(true);
      longest = Math.max(longest, processorMs() - asked);
    }
    return { value: await work, longest };
  }

  it.each(Object.keys(DESCRIBED))(
    'is described while others are answered: %s',
    { timeout: 120_000 },
    async (kind) => {
      offer(DESCRIBED[kind]!);
      const { value, longest } = await whileOthersAsk(open());
      expect(longest).toBeLessThan(MAX_MS);
      expect(value.ok ? 'described' : value.error.code).toMatch(/^(described|workbook-too-slow)$/);
    },
  );

  it.each(Object.keys(PLANNED))(
    'is planned while others are answered: %s',
    { timeout: 240_000 },
    async (kind) => {
      offer(PLANNED[kind]!());
      const start = await preview();
      const { value, longest } = await whileOthersAsk(start());
      expect(longest).toBeLessThan(MAX_MS);
      expect(value.ok ? 'planned' : value.error.code).toMatch(/^(planned|row-too-slow)$/);
    },
  );

  it('is cancelled at once, in the midst of a row', { timeout: 120_000 }, async () => {
    offer(SLOW_CELLS);
    const start = await preview();
    const began = new Promise<void>((resolve) => (planningBegan = resolve));
    const planning = start();
    await began;
    const asked = processorMs();
    await desk.call('import.cancel', {});
    expect(await planning).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(processorMs() - asked).toBeLessThan(MAX_MS);
  });
});
