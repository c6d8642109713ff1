/** Answers a notice by a letter, with pictures of before and after where a supervisor opens them. */
import type { RectificationRegister } from '../../../contract/rectification/routes.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { aboutAttachment, readAttachment } from '../attachments/attachments.ts';
import { zero } from '../crypto/zero.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { MAX_PICTURE_MEMORY, pictureSize } from '../pdf/picture-size.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, requireOversight, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { sql } from '../store/sql.ts';
import { type LetterItem, type LetterPicture, answerLetter } from './letter.ts';
import { type NoticeRow, notices, readTracker } from './read-tracker.ts';
import { RECTIFICATION_QUERIES, type RectificationRow, evidenceOf } from './register.ts';
import { done } from '../log/done.ts';
import { asSeen, requireRow } from '../store/rows.ts';
import { commit } from '../session/commit.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/** Bytes of all pictures in one letter; the others are listed by name and hash, and so are those that take too much memory to draw. */
const MAX_PICTURE_BYTES = 40 * 2 ** 20;

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
    const items = await readItems(session, notice, withPictures ? present : null);
    try {
      const { number, authority, receivedOn, dueOn, noticeId } = notice;
      const pictures = items.flatMap(({ evidence }) => evidence.filter(({ picture }) => picture !== null));
      const document = answerLetter({
        ...(await documentFacts(session, place)),
        number,
        authority,
        receivedOn,
        dueOn,
        items,
        madeBy: session.signedIn.displayName,
      });
      await enterPictures(
        session,
        pictures.map(({ attachment }) => attachment),
        present,
      );
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
                pictures: pictures.length,
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
      for (const { picture } of items.flatMap(({ evidence }) => evidence)) zero(picture?.bytes ?? null);
    }
  });
}

const requireNotice = async (
  { store }: Session,
  { noticeId, version }: Pick<NoticeRow, 'noticeId' | 'version'>,
): Promise<NoticeRow> =>
  asSeen(await requireRow<NoticeRow>(store, notices('WHERE n.id = ?', noticeId)), version);

/** `present`: null where no picture is opened. */
async function readItems(
  session: Session,
  { noticeId }: NoticeRow,
  present: AllVerified | null,
): Promise<readonly LetterItem[]> {
  const rows = await session.store.all<RectificationRow>(RECTIFICATION_QUERIES.ofNotice(noticeId));
  const found = await evidenceOf(
    session,
    session.store,
    rows.map(({ rectificationId }) => rectificationId),
  );
  let [left, memory] = [MAX_PICTURE_BYTES, MAX_PICTURE_MEMORY];
  const items: LetterItem[] = [];
  for (const row of rows) {
    const evidence: LetterItem['evidence'][number][] = [];
    for (const one of found.get(row.rectificationId) ?? []) {
      const isShown = present !== null && one.attachment.bytes <= left;
      const picture = isShown
        ? await openPicture(session, present, one.attachment.attachmentId, memory)
        : null;
      left -= picture?.bytes.length ?? 0;
      memory -= picture?.memory ?? 0;
      evidence.push({ ...one, picture });
    }
    items.push({ ...row, evidence });
  }
  return items;
}

/** Null for what is no picture, and for one that takes more memory than is left for this letter. */
async function openPicture(
  session: Session,
  present: AllVerified,
  attachmentId: number,
  memory: number,
): Promise<LetterPicture | null> {
  const { media, content } = await readAttachment(session, requireSupervisor(present), attachmentId);
  const size = media === 'png' || media === 'jpeg' ? pictureSize(media, content) : null;
  if (size !== null && size.memory <= memory) return { ...size, bytes: content };
  zero(content);
  return null;
}

const enterPictures = (
  session: Session,
  pictures: readonly LetterItem['evidence'][number]['attachment'][],
  present: AllVerified,
): Promise<void> =>
  commit(session, async () =>
    pictures.map((attachment) => done('attachment-save', aboutAttachment(attachment), cosignedBy(present))),
  );

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
