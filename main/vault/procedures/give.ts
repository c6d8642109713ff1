/** Gives one version, or a draft that says that it is one, to a file or to the printer. */
import { isSignedByAll } from '../../../contract/procedures/lists.ts';
import type { ProcedureDocument } from '../../../contract/procedures/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { minuteOf } from '../clock.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { type SignatureWords, procedureBlocks } from './procedure-pdf.ts';
import { readDocument, readSignatures } from './register.ts';
import { done } from '../log/done.ts';
import { documentFacts, officialDocument } from '../company-facts/official-document.ts';

/** Errors: those of `readDocument` and of `giveDocument`. */
export async function giveProcedure(
  session: Session,
  { procedureId, versionId, fileId }: RouteRequest<'procedures.give'>,
  context: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RouteReply<'procedures.give'>> {
  const found = await readDocument(session, { procedureId, versionId });
  const { kind, title, published } = found;
  const { pages } = await giveDocument(
    session,
    {
      fileId,
      document: officialDocument(
        await documentFacts(session, context.place),
        title,
        procedureBlocks({
          ...found,
          published:
            published === null
              ? null
              : {
                  number: published.number,
                  at: minuteOf(published.publishedAt),
                  by: published.publishedBy,
                  sha256: published.sha256,
                },
          signatures: await signaturesOf(session, found),
        }),
        published === null ? '草稿' : undefined,
      ),
      entryOf: ({ sha256 }) =>
        done('procedure-give', { procedure: procedureId, kind, number: published?.number ?? null, sha256 }),
    },
    context,
  );
  return { pages };
}

async function signaturesOf(
  session: Session,
  { kind, published }: ProcedureDocument,
): Promise<readonly SignatureWords[] | null> {
  if (published === null || !isSignedByAll(kind)) return null;
  const { signatures } = await readSignatures(session, published);
  return signatures.map(({ name, signedAt }) => ({
    name,
    at: signedAt === null ? null : minuteOf(signedAt),
  }));
}
