/** Extract for an authority: of one person, the fields that its document names and no other, under a password. */
import type { FieldId } from '../../../contract/fields.ts';
import type { RevealedField } from '../../../contract/people/views.ts';
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import type { VaultContext } from '../feature.ts';
import type { PdfDocument } from '../pdf/document.ts';
import { makePdf } from '../pdf/make-pdf.ts';
import { openFields } from '../people/open-full.ts';
import { readPersonRow } from '../people/read-person.ts';
import { minuteOf } from '../clock.ts';
import { leaveOutGuardians, leaveOutNamed } from '../retention-rules/outgoing.ts';
import type { Session } from '../session/session.ts';
import { requireSupervisor } from '../session/with-slots.ts';
import { give, requireDueOn } from './give.ts';
import { valuesOf } from './own-copy.ts';
import { withOwnPin } from '../session/with-own-pin.ts';
import { factList, paragraph } from '../pdf/blocks.ts';
import { FIELD_WORDS } from '../../../contract/vocabulary/records.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';
import {
  documentFacts,
  type DocumentFacts,
  officialDocument,
  processorFacts,
  sealBox,
} from '../company-facts/official-document.ts';

/**
 * Errors: `not-found` (no such file was picked, or no such person), `nothing-sealed` (the record has none of the fields), those of `requireDueOn`,
 * `withSlots`, `needs-supervisor`, and `give`.
 */
export async function giveExtract(
  session: Session,
  request: RouteRequest<'disclosures.extract'>,
  { pickedFiles, place }: Pick<VaultContext, 'pickedFiles' | 'place'>,
): Promise<RouteReply<'disclosures.extract'>> {
  const { personId, authority, officer, document, purpose } = request;
  const path = pickedFiles.pathOf(request.fileId, 'disclosure');
  const dueOn = requireDueOn(session, request.dueOn);
  const person = await readPersonRow(session.store, personId);
  // Notes stay with the desk.
  const wanted = new Set<FieldId>(request.fields.filter((field) => field !== 'note'));
  return withOwnPin(session, request.pin, async (present) => {
    const opened = await openFields(session, requireSupervisor(present), person, (field) =>
      wanted.has(field),
    );
    const fields = await leaveOutGuardians(session, opened);
    if (fields.length === 0) throw new AppError('nothing-sealed');
    const facts: ExtractFacts = {
      ...(await documentFacts(session, place)),
      authority,
      officer,
      document,
      purpose,
      dueOn,
      madeBy: session.signedIn.displayName,
      fields,
    };
    const gift = {
      kind: 'extract',
      format: 'pdf',
      personId,
      scope: '',
      people: 1,
      recipient: authority,
      asked: null,
      officer,
      document,
      purpose,
      dueOn,
      values: await leaveOutNamed(session, valuesOf(personId, fields)),
    } as const;
    return give(
      session,
      present,
      path,
      gift,
      async (password) => (await makePdf(extractDocument(facts), { password })).bytes,
    );
  });
}

/** Content of an extract. */
export interface ExtractFacts extends DocumentFacts {
  readonly authority: string;
  readonly officer: string;
  readonly document: string;
  readonly purpose: string;
  readonly dueOn: string;
  readonly madeBy: string;
  readonly fields: readonly RevealedField[];
}

/** The document. A function of the facts alone. */
function extractDocument(facts: ExtractFacts): PdfDocument {
  const { company, authority, officer, document, purpose, dueOn, madeAt, madeBy } = facts;
  return officialDocument(facts, '住户信息调取单', [
    { kind: 'heading', level: 1, text: '住户信息调取单' },
    factList({
      调取单位: authority,
      经办人: officer,
      调取文书编号: document,
      用途: purpose,
      ...processorFacts(company),
      制作时间: minuteOf(madeAt),
      经办并核准: madeBy,
    }),
    { kind: 'heading', level: 2, text: '调取的信息' },
    {
      kind: 'facts',
      rows: facts.fields.map(({ field, value }) => ({ name: inChinese(FIELD_WORDS[field]), value })),
    },
    paragraph(`仅限文书载明的项目，仅用于上述用途，请于 ${dueOn} 前删除本文件。`),
    sealBox(facts),
  ]);
}
