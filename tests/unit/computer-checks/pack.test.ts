/** What a pack says of the computer. */
import { describe, expect, it } from 'vitest';
import { COMPUTER_CHECKS } from '../../../contract/computer-checks/lists.ts';
import type { MadeCheck } from '../../../contract/computer-checks/routes.ts';
import { packBlocks } from '../../../main/vault/computer-checks/pack.ts';

const MADE: MadeCheck = {
  checkId: 1,
  at: new Date(2026, 2, 10, 9, 5).getTime(),
  staffName: '周主管',
  system: 'windows',
  readings: [
    { check: 'disk-encryption', answer: 'no', why: null, figure: null },
    { check: 'screen-lock', answer: 'yes', why: null, figure: 10 },
    { check: 'password-rules', answer: 'no', why: null, figure: 0 },
    { check: 'antivirus', answer: 'unknown', why: 'not-allowed', figure: null },
    { check: 'updates', answer: 'yes', why: null, figure: 3 },
    { check: 'system-support', answer: 'no', why: null, figure: -12 },
  ],
};
const rowsOf = (blocks: ReturnType<typeof packBlocks>, caption: string) =>
  blocks.flatMap((block) => (block.kind === 'table' && block.caption === caption ? block.rows : []));

describe('the checks of the computer in a pack', () => {
  it('are said one by one, with what was measured and why something could not be told, beside what was found by hand', () => {
    const blocks = packBlocks(
      [MADE],
      { state: 'fine', on: '2026-04-09' },
      {
        answers: new Map([
          ['antivirus', 'yes'],
          ['disk-encryption', 'yes'],
          ['updates', 'yes'],
        ]),
        isOver: false,
      },
    );
    expect(rowsOf(blocks, '检查结果')).toEqual([
      ['系统盘加密', '不符合', '符合', ''],
      ['无人操作时自动锁屏', '符合', '—', '10 分钟后锁屏'],
      ['系统密码规则', '不符合', '—', '允许空密码'],
      ['杀毒软件', '无法得知', '符合', '系统只告知管理员。'],
      ['系统更新', '符合', '符合', '3 天前更新'],
      ['操作系统仍受支持', '不符合', '—', '已停止支持 12 天'],
    ]);
    expect(JSON.stringify(blocks)).toContain('检查表与自动检查不一致，以查实为准：系统盘加密。');
    expect(rowsOf(blocks, '历次检查')).toEqual([['2026-03-10 09:05', '周主管', '2', '3', '1']]);
  });

  it('have a name each', () => {
    const readings = COMPUTER_CHECKS.map(
      (check) => ({ check, answer: 'yes', why: null, figure: null }) as const,
    );
    const names = rowsOf(packBlocks([{ ...MADE, readings }], { state: 'fine', on: null }, null), '检查结果');
    expect(new Set(names.map(([name]) => name)).size).toBe(COMPUTER_CHECKS.length);
  });

  it('are said to be none yet where there are none', () => {
    expect(packBlocks([], { state: 'never', on: null }, null)).toEqual([
      { kind: 'paragraph', text: '尚未检查。' },
    ]);
  });
});
