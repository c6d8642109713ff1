/** Answers a notice by a letter, with pictures of before and after where a supervisor opens them. */
import type { RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { createDocumentPictures } from '../attachments/open-pictures.ts';
import { giveDocument } from '../give-document.ts';
import type { OpenPicture, PaperTray, VaultContext } from '../feature.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import type { Session } from '../session/session.ts';
import { requireOversight, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { type LetterItem, answerLetter } from './letter.ts';
import { type NoticeRow, notices, readTracker } from './read-tracker.ts';
import { RECTIFICATION_QUERIES, type RectificationRow } from './register.ts';
import { shownEvidence } from './shown-evidence.ts';
import { done } from '../log/done.ts';
import { asSeen, requireRow } from '../store/rows.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/**
 * Each picture that goes in is entered before the letter leaves. Errors: `not-found` (no such notice, or no such file was picked), `changed-meanwhile`,
 * those of `withSlots`, `needs-supervisor` (pictures, and an admin alone), `not-allowed`, those of `giveDocument`.
 */
export async function answerNotice(
  session: Session,
  request: RouteRequest<'rectification.answer'>,
  { pickedFiles, place, tray }: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RectificationRegister> {
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  const proofs = request.supervisor === undefined ? [own] : [own, request.supervisor];
  return withSlots(session, proofs, async (present) => {
    requireOversight(present);
    const notice = await requireNotice(session, request);
    const withPictures = request.pictures && request.fileId !== undefined;
    const pictures = createDocumentPictures(session, withPictures ? present : null);
    try {
      const items = await readItems(session, notice, pictures.open);
      const { number, authority, receivedOn, dueOn, noticeId } = notice;
      const document = answerLetter({
        ...(await documentFacts(session, place)),
        number,
        authority,
        receivedOn,
        dueOn,
        items,
        madeBy: session.signedIn.displayName,
      });
      await pictures.enter();
      const made = await giveDocument(
        session,
        {
          fileId: request.fileId,
          document,
          entryOf: ({ to, pages, sha256 }) =>
            done(
              'police-answer',
              {
                notice: noticeId,
                items: items.length,
                done: items.filter(({ state }) => state === 'done').length,
                pictures: pictures.count(),
                pages,
                to,
                sha256,
              },
              cosignedBy(present),
            ),
        },
        { pickedFiles, tray },
      );
      return await noteAnswered(session, noticeId, made.sha256);
    } finally {
      pictures.forget();
    }
  });
}

const requireNotice = async (
  { store }: Session,
  { noticeId, version }: Pick<NoticeRow, 'noticeId' | 'version'>,
): Promise<NoticeRow> =>
  asSeen(await requireRow<NoticeRow>(store, notices('WHERE n.id = ?', noticeId)), version);

async function readItems(
  session: Session,
  { noticeId }: NoticeRow,
  openPicture: OpenPicture,
): Promise<readonly LetterItem[]> {
  const rows = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.ofNotice(noticeId));
  const evidence = await shownEvidence(session, rows, openPicture);
  return rows.map((row) => ({ ...row, evidence: evidence.get(row.rectificationId) ?? [] }));
}

/** The entry of the answer is committed by then: what is noted here follows from it. */
const noteAnswered = (
  session: Session,
  noticeId: number,
  sha256: string | null,
): Promise<RectificationRegister> =>
  session.store.transaction(async (tx) => {
    await tx.run(sql`
      UPDATE police_notice SET answered_at = ${session.clock.now()}, answered_by = ${session.signedIn.staffId}, answer_sha256 = ${sha256},
        version = version + 1 WHERE id = ${noticeId}`);
    return readTracker(session, tx);
  });
