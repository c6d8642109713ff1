/** Makes an inspection pack: everything is asked anew, the log is checked whole, the file is made for its hash, entered with the supervisor's signature, then written. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { type DocumentPictures, createDocumentPictures } from '../attachments/open-pictures.ts';
import { writeDocument } from '../give-document.ts';
import type { PackWork, Showing, VaultContext } from '../feature.ts';
import { fingerprintRoots } from '../keys/recovery-sheet.ts';
import { allChains } from '../log/chains.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { listPacks } from './list-packs.ts';
import { packDocument } from './pack-document.ts';
import { readEvening } from './read-evening.ts';
import { countStates } from './read-standing.ts';
import { done } from '../log/done.ts';
import { countOf } from '../store/rows.ts';
import { sql } from '../store/sql.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/** Dependencies of making a pack. */
export interface PackTools extends Pick<VaultContext, 'pickedFiles' | 'place'> {
  readonly showing: Showing;
  readonly work: PackWork;
}

/**
 * Errors: `not-found` (no such file was picked), `needs-supervisor`, those of `withSlots`, of pictures and of the store, `cancelled`, `log-unavailable` and its
 * like (nothing is written then), `file-not-written`.
 */
export function makePack(
  session: Session,
  request: RouteRequest<'evidence.makePack'>,
  tools: PackTools,
): Promise<RouteReply<'evidence.makePack'>> {
  const path = tools.pickedFiles.pathOf(request.fileId, 'pdf');
  const own = { slotId: session.signedIn.slotId, pin: request.pin };
  return withSlots(session, [own], async (present) => {
    requireSupervisor(present);
    const pictures = createDocumentPictures(session, request.pictures === true ? present : null);
    try {
      return await writePack(session, present, path, { ...tools, pictures });
    } finally {
      pictures.forget();
    }
  });
}

async function writePack(
  session: Session,
  present: AllVerified,
  path: string,
  { showing, work, place, pictures }: PackTools & { readonly pictures: DocumentPictures },
): Promise<RouteReply<'evidence.makePack'>> {
  const { seq, hash } = session.anchor.state().log;
  const head = { seq, hash: Uint8Array.from(hash) };
  const standing = await showing.evidence(session);
  const parts = await showing.packParts(session, work, pictures.open);
  const states = countStates(standing);
  const document = packDocument({
    ...(await documentFacts(session, place)),
    supervisor: session.signedIn.displayName,
    head,
    fingerprint: fingerprintRoots(session.keys.roots),
    begunAt: await countOf(session.store, allChains(sql`SELECT min(time) AS n FROM $log`)),
    standing,
    evening: await readEvening(session, standing),
    parts,
    earlier: (await listPacks(session)).packs,
  });
  work.tell({ phase: 'writing', done: 0, total: 0, secondsLeft: null });
  await pictures.enter();
  const { pages, sha256 } = await writeDocument(
    session,
    {
      document,
      entryOf: (made) =>
        done(
          'inspection-pack',
          { sha256: made.sha256, pages: made.pages, states, upTo: Math.max(1, seq) },
          { signedBy: present },
        ),
    },
    path,
    work.signal,
  ).catch((error: unknown) => {
    // The thread that makes the file was ended.
    throw work.signal.aborted ? new AppError('cancelled', {}, { cause: error }) : error;
  });
  return { pages, sha256, states };
}
