/** The record of a paper's destruction, as a document that both who destroyed it and the witness sign. In Chinese, as what the company keeps. */
import { paperNumber } from '../../../contract/paper-register/lists.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { dayOf, minuteOf } from '../clock.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import type { PdfDocument } from '../pdf/document.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { logReference } from './keep-paper.ts';
import { PAPER_QUERIES, type PaperRow } from './register.ts';
import { done } from '../log/done.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import { DESTROYED_BY_WORDS, PAPER_SORT_WORDS } from '../../../contract/vocabulary/papers.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
  documentFacts,
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/** Errors: `not-found` for what was not destroyed, those of `giveDocument`. */
export async function giveDestructionRecord(
  session: Session,
  { paperId, fileId }: RouteRequest<'papers.record'>,
  { pickedFiles, place, tray }: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RouteReply<'papers.record'>> {
  const row = await session.store.get<PaperRow>(PAPER_QUERIES.one(paperId));
  if (row?.state !== 'destroyed') throw new AppError('not-found');
  const { pages } = await giveDocument(
    session,
    {
      document: recordOf(session, row, await documentFacts(session, place)),
      fileId,
      entryOf: (made) =>
        done('paper-record', { ...logReference(row), pages: made.pages, sha256: made.sha256 }),
    },
    { pickedFiles, tray },
  );
  return { pages };
}

function recordOf(session: Session, row: PaperRow, facts: DocumentFacts): PdfDocument {
  const number = paperNumber(row.paperId);
  const name = (staffId: PaperRow['endedBy']): string =>
    staffId === null ? '' : nameOfStaff(session, staffId);
  const rows: readonly (readonly [string, string])[] = [
    ['编号', number],
    ['种类', inChinese(PAPER_SORT_WORDS[row.sort])],
    ['名称', row.title],
    ['页数', row.pages === null ? '' : String(row.pages)],
    ['发现地点', row.foundAt],
    ['收进日期', dayOf(row.takenInAt)],
    ['保管地点', row.place],
    ['销毁时间', row.endedAt === null ? '' : minuteOf(row.endedAt)],
    ['销毁方式', row.endedHow === null ? '' : inChinese(DESTROYED_BY_WORDS[row.endedHow])],
    ['销毁人', name(row.endedBy)],
    ['见证人', name(row.witnessId)],
  ];
  return officialDocument(facts, '纸质资料销毁记录', [
    { kind: 'heading', level: 1, text: '纸质资料销毁记录' },
    factList(processorFacts(facts.company)),
    {
      kind: 'facts',
      rows: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ name: label, value })),
    },
    paragraph(
      '销毁人和见证人以各自的 PIN 确认：上述纸质资料已按所写方式销毁，见证人在场。本次确认已写入操作记录。',
    ),
    { kind: 'box', title: '销毁人签字', width: 200, height: 60 },
    { kind: 'box', title: '见证人签字', width: 200, height: 60 },
    sealBox(facts),
  ]);
}
