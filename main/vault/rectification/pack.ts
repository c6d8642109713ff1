/** Rectification in an inspection pack: the open items, and those that are done. */
import type { EvidenceSide } from '../../../contract/rectification/lists.ts';
import { sql } from '../store/sql.ts';
import type { PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';
import { SOURCE_WORDS } from '../../../contract/vocabulary/rectification.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** What is attached to an item, by whether something shows it before and after; the letter to the authority has the pictures themselves. */
const PICTURE_WORDS = {
  'true-true': '有整改前后的照片或材料',
  'true-false': '只有整改前的照片或材料',
  'false-true': '只有整改后的照片或材料',
  'false-false': '没有照片或材料',
} as const;

/** The open items, and those that are done. */
export async function rectificationPackParts(session: Session): Promise<readonly PackPart[]> {
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const done = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.done);
  const pictures = await session.store.all<{ readonly id: number; readonly side: EvidenceSide }>(
    sql`SELECT DISTINCT rectification_id AS id, side FROM rectification_evidence`,
  );
  const picturesOf = ({ rectificationId }: RectificationRow): string => {
    const sides = new Set(pictures.flatMap(({ id, side }) => (id === rectificationId ? [side] : [])));
    return PICTURE_WORDS[`${sides.has('before')}-${sides.has('after')}`];
  };
  if (open.length + done.length === 0) return [];
  return [
    {
      duty: 'rectification',
      blocks: [
        ...tableOf(
          '整改中',
          '限期',
          open.map((row) => [...about(row), row.who || '未指定', row.dueOn ?? '']),
        ),
        ...tableOf(
          '已整改',
          '完成日期',
          done.map((row) => [...about(row), `${row.doneWords}（${picturesOf(row)}）`, row.doneOn ?? '']),
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
