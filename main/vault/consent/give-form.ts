/** Gives out a form of notice and consent for one person. It has a room and a mask on it, and no value. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { giveDocument } from '../give-document.ts';
import type { PaperTray, VaultContext } from '../feature.ts';
import { consentGroundsOf, readGrounds, readInventoryLaw } from '../inventory/api.ts';
import { readMaskedPerson } from '../people/read-person.ts';
import type { Session } from '../session/session.ts';
import { consentForm } from './consent-form.ts';
import { requireNoticeVersion } from './consent-rules.ts';
import { done } from '../log/done.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/** Errors: `not-found`, `bad-request` {where: 'version'} (no notice is in force), {where: 'person'} (a company), those of `giveDocument`. */
export async function giveForm(
  session: Session,
  { personId, fileId }: RouteRequest<'consent.form'>,
  { pickedFiles, place, tray }: Pick<VaultContext, 'pickedFiles' | 'place'> & { readonly tray: PaperTray },
): Promise<RouteReply<'consent.form'>> {
  const person = await readMaskedPerson(session, personId);
  if (person.kind === 'company') throw new AppError('bad-request', { where: 'person' });
  const noticeVersion = await requireNoticeVersion(session.store);
  const law = readInventoryLaw(session.lawFolder);
  const lines = (await readGrounds(session, session.store, law)).filter(({ taken }) => taken);
  const byGuardian = person.fields.some(({ field }) => field === 'guardian');
  const document = consentForm({
    ...(await documentFacts(session, place)),
    noticeVersion,
    nameMask: person.nameMask,
    rooms: person.rooms,
    lines,
    law,
    sensitive: consentGroundsOf(lines).sensitive.filter(({ field }) => field !== 'guardian' || byGuardian),
    byGuardian,
  });
  const { pages } = await giveDocument(
    session,
    {
      document,
      fileId,
      entryOf: ({ to, pages: count }) =>
        done('consent-form', { version: noticeVersion, to, pages: count }, { personId }),
    },
    { pickedFiles, tray },
  );
  return { pages };
}
