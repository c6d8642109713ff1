/** The register of paper in an inspection pack: numbers by state and by sort. What a paper is called stays here, since it may be somebody's name. */
import type { NoPaper } from '../../../contract/paper-register/routes.ts';
import { dayOf } from '../clock.ts';
import type { PackPart } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { SORT_WORDS } from './destruction-record.ts';
import { readStanding } from './evidence.ts';

/** Errors: those of the store. */
export async function paperPackParts(session: Session): Promise<readonly PackPart[]> {
  const { kept, overdue, lost, destroyed, countedAt, missing, bySort, noPaper } = await readStanding(session);
  const number = (count: number): string => `${count} 份`;
  return [
    {
      duty: 'paper',
      blocks: [
        {
          kind: 'facts',
          rows: [
            { name: '在册', value: number(kept) },
            { name: '逾期未还', value: number(overdue) },
            { name: '遗失', value: number(lost) },
            { name: '已销毁', value: number(destroyed) },
            { name: '最近一次清点', value: countedAt === null ? '还没有清点过' : dayOf(countedAt) },
            { name: '清点时不在', value: number(missing) },
            ...(noPaper === null ? [] : [{ name: '声明', value: statementOf(noPaper) }]),
          ],
        },
        {
          kind: 'table',
          caption: '在册的纸质资料',
          columns: [
            { title: '种类', share: 3 },
            { title: '份数', share: 1, align: 'right' },
          ],
          rows: [...bySort].map(([sort, count]) => [SORT_WORDS[sort], String(count)]),
        },
      ],
    },
  ];
}

const statementOf = ({ at, by, until, isOver }: NoPaper): string =>
  `${by} 于 ${dayOf(at)} 输入 PIN 声明：没有含住户资料的纸质资料。${isOver ? `已于 ${until} 到期，应重新声明` : `有效至 ${until}`}`;
