/** Rectification in an inspection pack: the open items with who answers for each, those that are done, and each as it was before and is now. */
import type { OpenPicture, PackPart } from '../feature.ts';
import type { Block } from '../pdf/document.ts';
import { readCompany } from '../company-facts/read-company.ts';
import type { Session } from '../session/session.ts';
import { maskLongDigits } from '../values/long-digits.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';
import { SOURCE_WORDS } from '../../../contract/vocabulary/rectification.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import { cutNote } from '../pdf/blocks.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import { type ShownEvidence, evidenceBlocks, shownEvidence } from './shown-evidence.ts';

/** Errors: those of the store and of `openPicture`. */
export async function rectificationPackParts(
  session: Session,
  openPicture: OpenPicture,
): Promise<readonly PackPart[]> {
  const open = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.open);
  const done = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.done);
  if (open.length + done.length === 0) return [];
  const { facts } = await readCompany(session.store);
  const evidence = await shownEvidence(session, [...open, ...done], openPicture);
  return [
    {
      duty: 'rectification',
      blocks: [
        ...tableOf(
          '整改中',
          '限期',
          open.map((row) => [
            ...about(row),
            maskLongDigits(row.who) || facts.informationOfficer || '未指定',
            row.dueOn ?? '',
          ]),
        ),
        ...tableOf(
          '已整改',
          '完成日期',
          done.map((row) => [...about(row), maskLongDigits(row.doneWords), row.doneOn ?? '']),
        ),
        ...cutNote(
          done.length,
          await countOf(session.store, sql`SELECT count(*) AS n FROM rectification WHERE state = 'done'`),
        ),
        ...[...open, ...done].flatMap((row) => picturesOf(row, evidence.get(row.rectificationId))),
      ],
    },
  ];
}

const about = ({ title, source }: RectificationRow): readonly string[] => [
  maskLongDigits(title),
  inChinese(SOURCE_WORDS[source]),
];

/** Under the title of the item; nothing of one without evidence. */
const picturesOf = ({ title }: RectificationRow, evidence: readonly ShownEvidence[] = []): readonly Block[] =>
  evidence.length === 0
    ? []
    : [
        { kind: 'heading', level: 3, text: `整改前后：${maskLongDigits(title)}` },
        ...evidenceBlocks(
          evidence.map((one) => ({
            ...one,
            attachment: { ...one.attachment, name: maskLongDigits(one.attachment.name) },
          })),
        ),
      ];

/** Nothing where there are no rows. */
const tableOf = (caption: string, day: string, rows: readonly (readonly string[])[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption,
          attachedAs: `整改台账（${caption}）`,
          columns: [
            { title: '事项', share: 5 },
            { title: '来源', share: 2 },
            { title: caption === '已整改' ? '措施' : '责任人', share: 4 },
            { title: day, share: 2 },
          ],
          rows,
        },
      ];
