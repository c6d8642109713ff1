/** Publishing and signing: each takes the own PIN, and its entry, signed with the key behind that PIN, has the hash of the text. */
import { isSignedByAll } from '../../../contract/procedures/lists.ts';
import type { OwnList, ProcedureRegister } from '../../../contract/procedures/views.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import type { EntrySigners } from '../log/entry-signer.ts';
import { encodeText, hashText } from './procedure-text.ts';
import { type Publication, inForceOf, readProcedureLog, readPublishedText } from './read-published.ts';
import type { Session } from '../session/session.ts';
import { takeId } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { WritableStore } from '../store/store.ts';
import { gapsOf } from './gaps.ts';
import { readOwn, readRegister } from './register.ts';
import { removedFrom } from './removed.ts';
import { wasShown } from './shown.ts';
import { signOffsOf } from './sign-offs.ts';
import { requireDraft, writeDraft } from './store.ts';
import { withOversight, withOwnPin } from '../session/with-own-pin.ts';
import { done } from '../log/done.ts';
import { commit } from '../session/commit.ts';

/**
 * All of them or none. Errors: `bad-request` {where: 'gaps'} where one has a gap, {where: 'not-shown'} where one was not read in this session as it is, those of `requireDraft` and of `withSlots`, `not-allowed`, `log-unavailable`.
 */
export const publishDrafts = (
  session: Session,
  { drafts, why, pin }: RouteRequest<'procedures.publish'>,
): Promise<ProcedureRegister> =>
  withOversight(session, pin, async (present) => {
    await commit(session, async (tx) => {
      const { publications } = await readProcedureLog(session, tx, 'nobody');
      const entries: SessionEntry[] = [];
      for (const one of drafts)
        entries.push(await publishOne(session, tx, { ...one, why }, publications, present));
      return entries;
    });
    // The entries are what says that they are published: they are there once it is committed.
    return readRegister(session, session.store);
  });

async function publishOne(
  session: Session,
  tx: WritableStore,
  seen: { readonly procedureId: number; readonly version: number; readonly why: string | undefined },
  publications: readonly Publication[],
  signedBy: EntrySigners,
): Promise<SessionEntry> {
  const { procedureId, kind, draft, filled } = await requireDraft(tx, seen);
  if (gapsOf(draft.blocks).length > 0) throw new AppError('bad-request', { where: 'gaps' });
  const text = encodeText(draft);
  const sha256 = hashText(text);
  if (!wasShown(session, { draftOf: procedureId, sha256 }))
    throw new AppError('bad-request', { where: 'not-shown' });
  const version = await takeId(tx, 'procedure_version');
  await tx.run(sql`
    INSERT INTO procedure_version (id, procedure_id, text, filled)
    VALUES (${version}, ${procedureId}, ${text}, ${JSON.stringify(filled)})`);
  await writeDraft(tx, procedureId, null, {
    filled: {},
    changedAt: session.clock.now(),
    changedBy: session.signedIn.staffId,
  });
  const number = 1 + publications.filter((one) => one.procedureId === procedureId).length;
  const detail = { procedure: procedureId, kind, version, number, sha256 };
  const isCut = removedFrom(kind, draft.blocks, session.lawFolder)?.length !== 0;
  return done('procedure-publish', detail, { signedBy, reason: isCut ? seen.why : undefined });
}

/**
 * Signs the versions that were read, each by its hash: a text other than the one that was shown is not signed. Errors: `not-found` for a version that is not in
 * force or not signed by everybody, `changed-meanwhile` for another text, `bad-request` {where: 'not-shown'} for one that was not read in this session, those of `withSlots`, `log-unavailable`.
 */
export const signVersions = (
  session: Session,
  { versions, pin }: RouteRequest<'procedures.sign'>,
): Promise<OwnList> =>
  withOwnPin(session, pin, async (present) => {
    await commit(session, async (tx) => {
      const { publications, signatures } = await readProcedureLog(session, tx, session.signedIn.staffId);
      const current = inForceOf(publications);
      const entries: SessionEntry[] = [];
      for (const seen of versions) {
        const found = current.find(({ versionId }) => versionId === seen.versionId);
        if (found === undefined || !isSignedByAll(found.kind)) throw new AppError('not-found');
        const { procedureId: procedure, kind, versionId: version, number, sha256 } = found;
        if (sha256 !== seen.sha256 || (await readPublishedText(tx, found)) === null)
          throw new AppError('changed-meanwhile');
        if (!wasShown(session, found)) throw new AppError('bad-request', { where: 'not-shown' });
        const [own] = signOffsOf(found, signatures, [session.signedIn.staffId], session.clock.now());
        if (own?.due !== true) continue;
        const detail = { procedure, kind, version, number, sha256 };
        entries.push(done('procedure-sign', detail, { signedBy: present }));
      }
      return entries;
    });
    return readOwn(session);
  });
