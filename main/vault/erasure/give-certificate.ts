/** Gives the certificate of a deletion out. Right after it, with the masks of that moment; later without, since they are kept nowhere. */
import type { FileId } from '../../../contract/ids.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { type GivenDocument, giveDocument } from '../give-document.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { certificateDocument } from './certificate.ts';
import type { ErasedPerson } from './erase-people.ts';
import { findOlderBackups } from './residual-scan.ts';
import { requireErasure } from './read-erasures.ts';
import { done } from '../log/done.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/** Where it goes, and what is around. */
interface CertificateOrder {
  readonly erasureId: number;
  /** Undefined for the printer. */
  readonly fileId: FileId | undefined;
  readonly named: readonly ErasedPerson[];
}

/** Errors: `not-found`; those of `giveDocument`. */
export async function giveCertificate(
  session: Session,
  { erasureId, fileId, named }: CertificateOrder,
  around: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<GivenDocument> {
  const row = await requireErasure(session.store, erasureId);
  const document = certificateDocument({
    ...(await documentFacts(session, around.place)),
    erasureId,
    cause: row.cause,
    basis: row.basis,
    people: row.people,
    heldCount: row.held,
    named,
    rows: JSON.parse(row.rows) as Record<string, number>,
    begunAt: row.begunAt,
    doneAt: row.doneAt,
    by: nameOfStaff(session, row.madeBy),
    with: row.madeWith === null ? null : nameOfStaff(session, row.madeWith),
    searched:
      row.checkedAt === null
        ? null
        : {
            pages: row.pages ?? 0,
            walBytes: row.walBytes ?? 0,
            searched: row.searched ?? 0,
            found: row.found ?? 0,
            rewritten: row.rewritten === 1,
          },
    backups: await findOlderBackups(session, row.doneAt),
    head: row.headSeq === null || row.headHash === null ? null : { seq: row.headSeq, hash: row.headHash },
  });
  return giveDocument(
    session,
    {
      document,
      fileId,
      entryOf: ({ to, pages }) => done('certificate', { erasure: erasureId, to, pages }),
    },
    around,
  );
}
