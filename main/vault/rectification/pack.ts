/** Rectification in an inspection pack: the open items, and those that are done. */
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';
import { SOURCE_WORDS } from '../../../contract/vocabulary/rectification.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** The open items, and those that are done. */
export async function rectificationPackParts(session: Session): Promise<readonly PackPart[]> {
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const done = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.done);
  if (open.length + done.length === 0) return [];
  return [
    {
      duty: 'rectification',
      blocks: [
        ...tableOf(
          '整改中',
          '限期',
          open.map((row) => [...about(row), row.who, row.dueOn ?? '']),
        ),
        ...tableOf(
          '已整改',
          '完成日期',
          done.map((row) => [...about(row), row.doneWords, row.doneOn ?? '']),
        ),
      ],
    },
  ];
}

const about = ({ title, source }: RectificationRow): readonly string[] => [
  title,
  inChinese(SOURCE_WORDS[source]),
];

/** Nothing where there are no rows. */
const tableOf = (caption: string, day: string, rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption,
          columns: [
            { title: '事项', share: 5 },
            { title: '来源', share: 2 },
            { title: caption === '已整改' ? '措施' : '责任人', share: 4 },
            { title: day, share: 2 },
          ],
          rows,
        },
      ];
