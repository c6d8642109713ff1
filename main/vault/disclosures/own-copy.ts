/**
 * Somebody's own copy of what the records have of them (PIPL, Article 45): all of it, in clear, under a password. It is given by a request alone, for which
 * who asks was verified; an answer that was verified at the counter, for whatever else, is worth nothing here.
 */
import type { FieldId } from '../../../contract/fields.ts';
import type { Subject } from '../../../contract/inventory/lists.ts';
import type { MaskedPerson, RevealedField } from '../../../contract/people/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { AppError } from '../app-error.ts';
import type { VaultContext } from '../feature.ts';
import { readGrounds, readInventoryLaw } from '../inventory/api.ts';
import { makePdf } from '../pdf/make-pdf.ts';
import { openFields } from '../people/open-full.ts';
import { readMaskedPerson, readPersonRow } from '../people/read-person.ts';
import { requireCopyAsked } from '../requests/api.ts';
import { sealFile } from '../sealed-files/seal-file.ts';
import { leaveOutGuardians, leaveOutNamed } from '../retention-rules/outgoing.ts';
import type { Session } from '../session/session.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { copyDocument, copySheets, readableRecord } from './copy-document.ts';
import { type GivenValue, give } from './give.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { documentFacts } from '../company-facts/official-document.ts';

/**
 * Errors: `not-found` (no such file was picked, or no such person), `bad-request` {where: format} for a transfer that no program could read, those of `requireCopyAsked`, `withSlots`, `needs-supervisor`, and `give`.
 */
export async function giveOwnCopy(
  session: Session,
  request: RouteRequest<'disclosures.ownCopy'>,
  { pickedFiles, place }: Pick<VaultContext, 'pickedFiles' | 'place'>,
): Promise<RouteReply<'disclosures.ownCopy'>> {
  const { personId, format } = request;
  const path = pickedFiles.pathOf(request.fileId, 'disclosure');
  const person = await readPersonRow(session.store, personId);
  const { requestId, asker, what } = await requireCopyAsked(session, request);
  const isTransfer = what === 'transfer';
  // Another processor reads the workbook, which an archive alone has.
  if (isTransfer && format !== 'zip') throw new AppError('bad-request', { where: 'format' });
  return withOwnPin(session, request.pin, async (present) => {
    const supervisor = requireSupervisor(present);
    const masked = await readMaskedPerson(session, personId);
    const transferable = isTransfer ? await readTransferable(session, masked) : null;
    const isLeftIn = (field: FieldId): boolean => transferable?.has(field) ?? true;
    const fields = await leaveOutGuardians(session, await openFields(session, supervisor, person, isLeftIn));
    const record = readableRecord(person, masked, fields);
    const facts = {
      ...(await documentFacts(session, place)),
      to: asker,
      madeBy: session.signedIn.displayName,
      record,
    };
    const gift = {
      kind: 'own-copy',
      format,
      personId,
      scope: '',
      people: 1,
      recipient: '',
      asked: { request: requestId, asker },
      officer: '',
      document: '',
      purpose: '',
      dueOn: null,
      values: await leaveOutNamed(session, valuesOf(personId, fields)),
    } as const;
    return give(session, present, path, gift, async (password) => {
      if (format === 'pdf') return (await makePdf(copyDocument(facts), { password })).bytes;
      const { bytes } = await makePdf(copyDocument(facts));
      // Their names are readable without the password, and say nobody's.
      return sealFile({
        of: 'archive',
        files: [{ name: '个人信息副本.pdf', bytes }],
        workbook: { name: '个人信息副本.xlsx', sheets: copySheets(facts) },
        password,
      }).finally(() => bytes.fill(0));
    });
  });
}

/** Fields that rest on their consent or on the contract towards them: those alone go to another processor (Network Data Security Regulation, Article 25). */
async function readTransferable(
  session: Session,
  { rooms }: Pick<MaskedPerson, 'rooms'>,
): Promise<ReadonlySet<FieldId>> {
  const lines = await readGrounds(session, session.store, readInventoryLaw(session.lawFolder));
  const relations = new Set<Subject>(rooms.map(({ relation }) => relation));
  return new Set(
    lines.flatMap(({ item, bases }) =>
      bases.some(
        ({ subject, basis }) => relations.has(subject) && (basis === 'consent' || basis === 'contract'),
      )
        ? [item as FieldId]
        : [],
    ),
  );
}

/** One for each field, and one for each guardian whose name is in it. */
export function valuesOf(personId: PersonId, fields: readonly RevealedField[]): readonly GivenValue[] {
  const linked = new Set(fields.flatMap((field) => field.linked ?? []));
  return [
    ...[...new Set(fields.map(({ field }) => field))].map((field) => ({ personId, field })),
    ...[...linked].map((guardian) => ({ personId: guardian, field: 'name', ward: personId }) as const),
  ];
}
