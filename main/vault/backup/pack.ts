/** Backups in an inspection pack: how often, the last one, and every trial restore. */
import { dayOf, minuteOf, startOfDay } from '../clock.ts';
import { ownChain } from '../log/chains.ts';
import { factList, right, tableOr } from '../pdf/blocks.ts';
import type { PackPart } from '../feature.ts';
import { readDecisions } from '../log/decisions.ts';
import type { Block } from '../pdf/document.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { readRecord } from './backup-record.ts';
import { backupSettingsOf } from '../backup-files/backup-settings.ts';
import { countMade, readLastGoodTest, TEST_DUE_DAYS } from './evidence.ts';

/** Trial restores that are listed, the newest. */
const MAX_TESTS = 50;

/** Errors: those of the store. */
export async function backupPart(session: Session): Promise<readonly PackPart[]> {
  const { store, header } = session;
  const { made } = await readRecord(session);
  const tested = await readLastGoodTest(session);
  const { folder, on, hour } = backupSettingsOf(header);
  const tests = (await readDecisions(session, store, ownChain, 'backup-test')).slice(-MAX_TESTS).toReversed();
  const blocks: readonly Block[] = [
    factList({
      备份位置: folder === null ? '尚未选择' : '已选择',
      自动备份: folder !== null && on ? `每天 ${hour} 时` : '未启用',
      已做备份: `${await countMade(store)} 次`,
      最近一次备份: made === null ? '尚未备份' : minuteOf(made.at),
      最近一次恢复演练: tested === null ? '尚未演练' : minuteOf(tested),
      下次演练不晚于: tested === null ? '请尽快演练' : dayOf(startOfDay(dayOf(tested), TEST_DUE_DAYS)),
      加密: '备份以单独的密钥加密，没有本机或恢复单打不开',
    }),
    { kind: 'heading', level: 2, text: '恢复演练记录' },
    tableOr(
      '还没有做过恢复演练。',
      { 时间: 2.4, 备份: 2.6, 办理人: 2, 结果: 1.4, 核对行数: right(1.4) },
      tests.map(({ row, detail }) => [
        minuteOf(row.time),
        detail.name,
        nameOfStaff(session, row.staffId),
        row.outcome === 'done' ? '完好' : '未通过',
        detail.end === 'good' ? String(detail.rows) : '',
      ]),
    ),
  ];
  return [{ duty: 'backups', blocks }];
}
