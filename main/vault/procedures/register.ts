/** Views of documents: the list, one in full, who has signed it, and those that wait for whoever is signed in. */
import type { StaffId } from '../../../contract/ids.ts';
import {
  MAX_VERSIONS,
  type ProcedureKind,
  TEMPLATE_KINDS,
  isSignedByAll,
} from '../../../contract/procedures/lists.ts';
import type {
  OwnList,
  ProcedureDocument,
  ProcedureRegister,
  ProcedureView,
  PublishedView,
} from '../../../contract/procedures/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { membersWithSlots } from '../keys/verify-store.ts';
import {
  type ProcedureLog,
  type Publication,
  inForceOf,
  readProcedureLog,
  readPublishedText,
} from './read-published.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import type { ReadableStore } from '../store/store.ts';
import { gapsOf } from './gaps.ts';
import { isOutdated, readFilling } from './outdated.ts';
import { removedFrom } from './removed.ts';
import { encodeText, hashText } from './procedure-text.ts';
import { noteShown } from './shown.ts';
import { signOffsOf } from './sign-offs.ts';
import { type Filled, type ProcedureRow, readProcedures, requireProcedure } from './store.ts';
import { orNotFound } from '../store/rows.ts';

/** Everybody who signs: who works here and can sign in. */
export const signersOf = ({ roster, header }: Session): readonly StaffId[] =>
  membersWithSlots(roster, header).map(({ staffId }) => staffId);

/** The list as it is now. */
export async function readRegister(session: Session, store: ReadableStore): Promise<ProcedureRegister> {
  const rows = await readProcedures(store);
  const log = await readProcedureLog(session, store);
  const says = await readFilling(session, store);
  const procedures: ProcedureView[] = [];
  for (const row of rows) procedures.push(await viewOf(session, store, row, log, says));
  const used = new Set<ProcedureKind>(rows.map(({ kind }) => kind));
  return {
    procedures: procedures.toSorted((a, b) => orderOf(a) - orderOf(b)),
    unused: TEMPLATE_KINDS.filter((kind) => !used.has(kind)),
  };
}

/** Those of the templates first, in their order; then the company's own in the order of their making. */
const orderOf = ({ kind }: Pick<ProcedureView, 'kind'>): number => {
  const at = (TEMPLATE_KINDS as readonly string[]).indexOf(kind);
  return at === -1 ? TEMPLATE_KINDS.length : at;
};

async function viewOf(
  session: Session,
  store: ReadableStore,
  { procedureId, kind, draft, changedAt, changedBy, version }: ProcedureRow,
  { publications, signatures }: ProcedureLog,
  says: Filled,
): Promise<ProcedureView> {
  const own = publications.filter((one) => one.procedureId === procedureId).toReversed();
  const [current] = own;
  const text = draft ?? (current === undefined ? null : await readPublishedText(store, current));
  const versions = await Promise.all(
    own.slice(0, MAX_VERSIONS).map((one) => publishedView(session, store, one, one === current)),
  );
  const staff =
    current === undefined ? [] : signOffsOf(current, signatures, signersOf(session), session.clock.now());
  return {
    procedureId,
    kind,
    title: draft?.title ?? versions[0]?.title ?? '',
    draft:
      draft === null
        ? null
        : {
            version,
            gaps: [...gapsOf(draft.blocks)],
            changedAt,
            changedBy: nameOfStaff(session, changedBy),
          },
    versions,
    signed:
      current === undefined || !isSignedByAll(kind)
        ? null
        : {
            count: staff.filter(({ due }) => !due).length,
            missing: staff.filter(({ due }) => due).map(({ staffId }) => nameOfStaff(session, staffId)),
          },
    removed: text === null ? [] : [...(removedFrom(kind, text.blocks, session.lawFolder) ?? [])],
    outdated: current !== undefined && draft === null && (await isOutdated(store, current, says)),
  };
}

/** `whole`: its text is compared with what was published; of an older one when somebody opens it. */
async function publishedView(
  session: Session,
  store: ReadableStore,
  publication: Publication,
  whole: boolean,
): Promise<PublishedView> {
  const { versionId, number, at, by, sha256 } = publication;
  const text = whole ? await readPublishedText(store, publication) : null;
  return {
    versionId,
    number,
    title: text?.title ?? '',
    publishedAt: at,
    publishedBy: nameOfStaff(session, by),
    sha256,
    intact: !whole || text !== null,
  };
}

/**
 * Errors: `not-found` where there is no such version, or a receptionist asks for what nobody signs; `store-tampered` {part: 'rows'} where it is not
 * what was published.
 */
export async function readDocument(
  session: Session,
  { procedureId, versionId }: RouteRequest<'procedures.read'>,
): Promise<ProcedureDocument> {
  if (versionId !== null) return readPublishedDocument(session, procedureId, versionId);
  if (session.signedIn.role === 'receptionist') throw new AppError('not-found');
  const { kind, draft, version } = await requireProcedure(session.store, procedureId);
  if (draft === null) throw new AppError('not-found');
  noteShown(session, { draftOf: procedureId, sha256: hashText(encodeText(draft)) });
  return { procedureId, kind, ...draft, draft: version, published: null };
}

async function readPublishedDocument(
  session: Session,
  procedureId: number,
  versionId: number,
): Promise<ProcedureDocument> {
  const { publications } = await readProcedureLog(session, session.store, 'nobody');
  const found = publications.find((one) => one.versionId === versionId && one.procedureId === procedureId);
  if (found === undefined) throw new AppError('not-found');
  if (session.signedIn.role === 'receptionist' && !isSignedByAll(found.kind)) throw new AppError('not-found');
  const text = await readPublishedText(session.store, found);
  if (text === null) throw new AppError('store-tampered', { part: 'rows' });
  const published = await publishedView(session, session.store, found, true);
  noteShown(session, found);
  return { procedureId, kind: found.kind, ...text, draft: null, published };
}

/** Documents that whoever is signed in has to sign, due ones first; each in the order of publication. One that was altered cannot be read and is not asked for. */
export async function readOwn(session: Session, store: ReadableStore = session.store): Promise<OwnList> {
  const { publications, signatures } = await readProcedureLog(session, store, session.signedIn.staffId);
  const documents: OwnList['documents'] = [];
  for (const one of inForceOf(publications)) {
    const text = isSignedByAll(one.kind) ? await readPublishedText(store, one) : null;
    const [own] = signOffsOf(one, signatures, [session.signedIn.staffId], session.clock.now());
    if (text === null || own === undefined) continue;
    const { procedureId, versionId, kind, number, at, sha256 } = one;
    const { signedAt, againOn, due } = own;
    documents.push({
      procedureId,
      versionId,
      kind,
      title: text.title,
      number,
      publishedAt: at,
      sha256,
      signedAt,
      againOn,
      due,
      signedBefore: signedBefore(session, { publications, signatures }, one),
    });
  }
  return { documents: documents.toSorted((a, b) => Number(b.due) - Number(a.due)) };
}

/** The newest version before this one that whoever is signed in has signed. */
const signedBefore = (
  { signedIn }: Session,
  { publications, signatures }: ProcedureLog,
  { procedureId, versionId }: Publication,
): number | null =>
  publications.findLast(
    (one) =>
      one.procedureId === procedureId &&
      one.versionId !== versionId &&
      signatures.some(({ by, versionId: signed }) => signed === one.versionId && by === signedIn.staffId),
  )?.versionId ?? null;

/** Who works here first, then those who have left and had signed. Errors: `not-found`. */
export async function readSignatures(
  session: Session,
  { versionId }: RouteRequest<'procedures.signatures'>,
): Promise<RouteReply<'procedures.signatures'>> {
  const { publications, signatures } = await readProcedureLog(session, session.store);
  const found = orNotFound(publications.find((one) => one.versionId === versionId));
  const here = signersOf(session);
  const left = signatures.filter((one) => one.versionId === versionId).map(({ by }) => by);
  const everybody = [...new Set([...here, ...left])];
  const isHere = new Set(here);
  return {
    signatures: signOffsOf(found, signatures, everybody, session.clock.now()).flatMap((one) => {
      const { staffId, signedAt, againOn } = one;
      const member = session.roster.members.get(staffId);
      if (!isHere.has(staffId) && signedAt === null) return [];
      return {
        staffId,
        name: nameOfStaff(session, staffId),
        role: member?.role ?? null,
        signedAt,
        againOn,
        due: isHere.has(staffId) && one.due,
      };
    }),
  };
}
