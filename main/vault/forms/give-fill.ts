/** A filled form leaves: as a file or on paper, finished or as a draft. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import type { Session } from '../session/session.ts';
import { formDocument } from './form-document.ts';
import { readFill } from './read-fill.ts';
import { done } from '../log/done.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/** Errors: those of `readFill` and `giveDocument`. */
export async function giveFill(
  session: Session,
  { fillId, fileId }: RouteRequest<'forms.give'>,
  {
    pickedFiles,
    place,
    folder,
    tray,
  }: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly folder: string; readonly tray: PaperTray },
): Promise<RouteReply<'forms.give'>> {
  const fill = await readFill(session, session.store, fillId, folder);
  const document = formDocument({
    ...(await documentFacts(session, place)),
    fill,
  });
  const { pages, sha256 } = await giveDocument(
    session,
    {
      fileId,
      document,
      entryOf: (made) =>
        done('form-give', {
          form: fill.form,
          fill: fillId,
          draft: fill.state === 'draft',
          pages: made.pages,
          sha256: made.sha256,
        }),
    },
    { pickedFiles, tray },
  );
  return { pages, sha256 };
}
