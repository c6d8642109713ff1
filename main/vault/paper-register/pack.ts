/** The register of paper in an inspection pack: numbers by state and by sort. What a paper is called stays here, since it may be somebody's name. */
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { readStanding } from './evidence.ts';
import { factList, right, table } from '../pdf/blocks.ts';
import { PAPER_SORT_WORDS } from '../../../contract/vocabulary/papers.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Errors: those of the store. */
export async function paperPackParts(session: Session): Promise<readonly PackPart[]> {
  const { kept, overdue, lost, destroyed, countedAt, missing, bySort, noPaper } = await readStanding(session);
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
          最近一次清点: countedAt === null ? '还没有清点过' : dayOf(countedAt),
          清点时不在: number(missing),
          声明: noPaper === null ? null : statementOf(noPaper),
        }),
        table({
          caption: '在册的纸质资料',
          columns: { 种类: 3, 份数: right(1) },
          rows: [...bySort].map(([sort, count]) => [inChinese(PAPER_SORT_WORDS[sort]), String(count)]),
        }),
      ],
    },
  ];
}

const statementOf = ({ at, by, until, isOver }: NoPaper): string =>
  `${by} 于 ${dayOf(at)} 输入 PIN 声明：没有含住户资料的纸质资料。${isOver ? `已于 ${until} 到期，应重新声明` : `有效至 ${until}`}`;
