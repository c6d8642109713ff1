/** The register of paper in an inspection pack: each copy with who keeps it where, numbers by state and by sort, and what was destroyed by its title, day and witness. */
import { paperNumber } from '../../../contract/paper-register/lists.ts';
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import { PAPER_QUERIES, type PaperRow, readPapers } from './register.ts';
import { readStanding } from './evidence.ts';
import { cutNote, factList, right, table, tableOr } from '../pdf/blocks.ts';
import { DESTROYED_BY_WORDS, PAPER_SORT_WORDS } from '../../../contract/vocabulary/papers.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Errors: those of the store. */
export async function paperPackParts(session: Session): Promise<readonly PackPart[]> {
  const { kept, overdue, lost, destroyed, countedAt, missing, bySort, noPaper } = await readStanding(session);
  const here = await readPapers(session.store);
  const gone = await session.store.all<PaperRow>(PAPER_QUERIES.destroyed);
  const number = (count: number): string => `${count} 份`;
  return [
    {
      duty: 'paper',
      blocks: [
        factList({
          在册: number(kept),
          逾期未还: number(overdue),
          遗失: number(lost),
          已销毁: number(destroyed),
          最近一次清点:
            countedAt !== null ? dayOf(countedAt) : kept === 0 ? '没有在册的，无须清点' : '还没有清点过',
          清点时不在: number(missing),
          声明: noPaper === null ? null : statementOf(noPaper),
        }),
        ...(here.length === 0
          ? []
          : [
              table({
                caption: '副本和纸质资料登记册',
                attachedAs: '副本和纸质资料登记册',
                columns: {
                  编号: 1.4,
                  名称: 3,
                  种类: 1.7,
                  保管人: 1.8,
                  存放处: 2.2,
                  登记日期: 2.2,
                  归还期限: 2.2,
                  情况: 1.1,
                },
                rows: here.map((row) => [
                  paperNumber(row.paperId),
                  maskLongDigits(row.title),
                  inChinese(PAPER_SORT_WORDS[row.sort]),
                  nameOfStaff(session, row.custodianId),
                  maskLongDigits(row.place),
                  dayOf(row.takenInAt),
                  row.dueOn ?? '',
                  row.state === 'lost' ? '遗失' : '在册',
                ]),
              }),
            ]),
        tableOr(
          '没有在册的纸质资料。',
          { 种类: 3, 份数: right(1) },
          [...bySort].map(([sort, count]) => [inChinese(PAPER_SORT_WORDS[sort]), String(count)]),
        ),
        ...(gone.length === 0
          ? []
          : [
              table({
                caption: '已销毁的纸质资料',
                attachedAs: '已销毁的纸质资料',
                columns: { 名称: 4, 销毁日期: 2, 方式: 1.4, 经办人: 2, 见证人: 2 },
                rows: gone.map(({ title, endedAt, endedHow, endedBy, witnessId }) => [
                  maskLongDigits(title),
                  endedAt === null ? '' : dayOf(endedAt),
                  endedHow === null ? '' : inChinese(DESTROYED_BY_WORDS[endedHow]),
                  endedBy === null ? '' : nameOfStaff(session, endedBy),
                  witnessId === null ? '' : nameOfStaff(session, witnessId),
                ]),
              }),
              ...cutNote(gone.length, destroyed),
            ]),
      ],
    },
  ];
}

const statementOf = ({ at, by, until, isOver }: NoPaper): string =>
  `${by} 于 ${dayOf(at)} 输入 PIN 声明：没有含住户资料的纸质资料。${isOver ? `已于 ${until} 到期，应重新声明` : `有效至 ${until}`}`;
