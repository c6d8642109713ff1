/** One page of what an inspector sees, on paper: read anew, in masks, once the supervisor has let it with their PIN and it is entered. */
import type { z } from 'zod';
import type { InspectedPage } from '../../../contract/inspection/routes.ts';
import type { InspectionSheet } from '../../../contract/inspection/sheet.ts';
import type { Paper } from '../../../contract/paper.ts';
import { mapWords } from '../../../contract/map-words.ts';
import { maskedPersonSchema } from '../../../contract/people/views.ts';
import { ROUTES, type RouteRequest } from '../../../contract/routes.ts';
import { AppError } from '../app-error.ts';
import { readCompany } from '../company-facts/read-company.ts';
import type { NewLogEntry } from '../log/audit-log.ts';
import { readMaskedPerson } from '../people/read-person.ts';
import { type Session, entryOf } from '../session/session.ts';
import { readSheet } from '../access-history/sheets.ts';
import { withSupervisor } from '../session/with-own-pin.ts';
import { maskLongDigits } from '../values/long-digits.ts';

interface Read {
  readonly page: InspectionSheet['page'];
  /** Entries besides the one that the page is printed. */
  readonly entries: readonly NewLogEntry[];
}

/** Errors: `not-found` (nobody inspects, or there is no such page), `needs-supervisor`, those of `withSlots`, `log-unavailable`; with any of them there is no paper. */
export async function makePage(
  session: Session,
  { what, pin }: RouteRequest<'inspection.print'>,
): Promise<Paper> {
  return withSupervisor(session, pin, async (present) => {
    const { inspection } = session;
    if (inspection === null) throw new AppError('not-found');
    const { page, entries } = await read(session, what);
    const sheet: InspectionSheet = {
      who: maskLongDigits(inspection.who),
      printed: { at: session.clock.now(), by: session.signedIn.displayName },
      page,
    };
    const company = await readCompany(session.store);
    const paper: Paper = { kind: 'inspection', company, sheet };
    const printed = entryOf(session, {
      action: 'inspection-print',
      outcome: 'done',
      detail: { of: what.of },
      personId: what.of === 'record' ? what.personId : null,
      signedBy: present,
    });
    return session.log.record(session.store, async () => ({ value: paper, entries: [printed, ...entries] }));
  });
}

async function read(session: Session, what: InspectedPage): Promise<Read> {
  if (what.of === 'record')
    return {
      page: {
        of: 'record',
        person: kept(maskedPersonSchema, await readMaskedPerson(session, what.personId)),
      },
      entries: [],
    };
  const { about } = what.question;
  // What a number led to is known to whoever has traced it, and no inspector traces one.
  if (about.by === 'number') throw new AppError('not-found');
  const { sheet, entry } = await readSheet(session, { ...what.question, about });
  return {
    page: { of: 'access-history', sheet: kept(ROUTES['accessHistory.list'].reply, sheet) },
    entries: [entry],
  };
}

/** As the router keeps it from whoever inspects. */
const kept = <T>(schema: z.ZodType, read: T): T => mapWords(schema, read, maskLongDigits) as T;
