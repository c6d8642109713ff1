/** What can be shown of rectification: nothing overdue, and each item with what was done. */
import type { Evidence, PackPart } from '../feature.ts';
import { dayOf } from '../clock.ts';
import type { Block } from '../pdf/document.ts';
import type { Session } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';
import { SOURCE_WORDS } from './words.ts';

/** `missing` where nobody has looked yet: no form is finished, and nothing was ever taken in. */
export async function rectificationEvidence(session: Session): Promise<readonly Evidence[]> {
  const today = dayOf(session.clock.now());
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const known = await session.store.get<{ readonly n: number; readonly at: number | null }>(sql`
    SELECT (SELECT count(*) FROM rectification) + (SELECT count(*) FROM form_fill WHERE state = 'finished') AS n,
      (SELECT max(at) FROM rectification_step) AS at`);
  const next = open.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
  return [
    {
      duty: 'rectification',
      state: (known?.n ?? 0) === 0 ? 'missing' : next !== null && next < today ? 'stale' : 'there',
      at: known?.at ?? null,
      dueOn: next,
      count: open.length,
    },
  ];
}

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

const about = ({ title, source }: RectificationRow): readonly string[] => [title, SOURCE_WORDS[source]];

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
