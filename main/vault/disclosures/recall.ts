/** A file after it was given: recalled, with a letter, and deleted or given back at last. */
import { sha256Hex } from '../crypto/sha256.ts';
import { disclosureNumber } from '../../../contract/disclosures/lists.ts';
import type { DisclosureRegister } from '../../../contract/disclosures/routes.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { replaceSharedFile } from '../../files/durable-files.ts';
import { AppError } from '../app-error.ts';
import type { VaultContext } from '../feature.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { PdfDocument } from '../pdf/document.ts';
import { makePdf } from '../pdf/make-pdf.ts';
import { minuteOf } from '../clock.ts';
import { orSayFailed } from '../session/log-on-failure.ts';
import { type Session, logAlone } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { type DisclosureRow, logReference, readRegister, requireDisclosure } from './register.ts';
import { withOversight } from '../session/with-own-pin.ts';
import { commitAndRead } from '../session/commit.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import { done } from '../log/done.ts';
import {
  contactOf,
  documentFacts,
  type DocumentFacts,
  officialDocument,
  sealBox,
} from '../company-facts/official-document.ts';

/** Errors: `not-found` (it is not out, or nobody has to give it up), `changed-meanwhile`, those of `withSlots`, `not-allowed`, `log-unavailable`. */
export function recallDisclosure(
  session: Session,
  { words, pin, ...seen }: RouteRequest<'disclosures.recall'>,
): Promise<DisclosureRegister> {
  return withOversight(session, pin, (present) =>
    writeRegister(session, async (tx) => {
      const row = await requireOut(tx, seen);
      if (row.state === 'recalled') throw new AppError('not-found');
      await tx.run(sql`
        UPDATE disclosure SET state = 'recalled', recalled_at = ${session.clock.now()}, version = version + 1 WHERE id = ${row.disclosureId}`);
      return done('disclosure-recall', logReference(row), { reason: words, signedBy: present });
    }),
  );
}

/** Errors: as `recallDisclosure`. */
export function endDisclosure(
  session: Session,
  { how, words, pin, ...seen }: RouteRequest<'disclosures.end'>,
): Promise<DisclosureRegister> {
  return withOversight(session, pin, (present) =>
    writeRegister(session, async (tx) => {
      const row = await requireOut(tx, seen);
      await tx.run(sql`
        UPDATE disclosure SET state = 'ended', ended_at = ${session.clock.now()}, ended_by = ${session.signedIn.staffId}, ended_how = ${how},
          version = version + 1 WHERE id = ${row.disclosureId}`);
      return done('disclosure-end', { ...logReference(row), how }, { reason: words, signedBy: present });
    }),
  );
}

const writeRegister = (
  session: Session,
  work: (tx: WritableStore) => Promise<SessionEntry>,
): Promise<DisclosureRegister> =>
  commitAndRead(session, readRegister, async (tx) => {
    const entry = await work(tx);
    return [entry];
  });

/** One that a recipient has and is to delete. A copy of somebody's own is theirs. */
async function requireOut(
  tx: WritableStore,
  seen: Pick<DisclosureRow, 'disclosureId' | 'version'>,
): Promise<DisclosureRow> {
  const row = await requireDisclosure(tx, seen);
  if (row.dueOn === null || !['writing', 'given', 'recalled'].includes(row.state))
    throw new AppError('not-found');
  return row;
}

/** The letter to the recipient. Errors: `not-found` (it was not recalled, or no file was picked), `log-unavailable`, `file-not-written`. */
export async function writeRecallNote(
  session: Session,
  { fileId, disclosureId }: RouteRequest<'disclosures.note'>,
  { pickedFiles, place }: Pick<VaultContext, 'pickedFiles' | 'place'>,
): Promise<RouteReply<'disclosures.note'>> {
  const path = pickedFiles.pathOf(fileId, 'disclosure');
  const row = await requireDisclosure(session.store, { disclosureId });
  if (row.state !== 'recalled') throw new AppError('not-found');
  const { bytes } = await makePdf(
    recallLetter(row, {
      ...(await documentFacts(session, place)),
    }),
  );
  const entry = { action: 'disclosure-note', detail: logReference(row) } as const;
  await logAlone(session, { ...entry, outcome: 'done' });
  await orSayFailed(session, { ...entry, outcome: 'failed' }, () => replaceSharedFile(path, bytes));
  return { sha256: sha256Hex(bytes) };
}

/** The letter. A function of the row and the facts alone. */
function recallLetter(
  row: Pick<DisclosureRow, 'disclosureId' | 'recipient' | 'officer' | 'document' | 'madeAt' | 'sha256'>,
  facts: DocumentFacts,
): PdfDocument {
  return officialDocument(facts, '收回文件通知', [
    { kind: 'heading', level: 1, text: '收回文件通知' },
    paragraph(`${row.recipient}（${row.officer}）：`),
    paragraph(
      '下列文件含有住户个人信息。现请停止使用并彻底删除，包括转存、打印和转发的副本，并在回执上盖章寄回。',
    ),
    factList({
      文件编号: disclosureNumber(row.disclosureId),
      交付时间: minuteOf(row.madeAt),
      文书编号: row.document,
      '文件校验值（SHA-256）': row.sha256,
    }),
    paragraph(`联系方式：${contactOf(facts.company)}`),
    sealBox(facts),
    { kind: 'heading', level: 2, text: '回执' },
    paragraph('上述文件及其全部副本已于 ______ 年 ____ 月 ____ 日删除。'),
    { kind: 'box', title: `${row.recipient}（盖章）`, width: 190, height: 100 },
  ]);
}
