/** Every form that there is, and how it stands with each. */
import { MAX_FORMS } from '../../../contract/forms/lists.ts';
import type { FormDueState, FormRow, FormsDue } from '../../../contract/forms/routes.ts';
import { dayOf } from '../clock.ts';
import { type ReadForm, readForms } from '../law/read-law.ts';
import { type Session, nameOfStaff } from '../session/session.ts';
import { sql } from '../store/sql.ts';
import { daysBetween } from '../values/days.ts';
import { FILL_QUERIES, type FillRow } from './read-fill.ts';
import { countOf } from '../store/rows.ts';

const SOON_DAYS = 30;

/** Errors: `law-unreadable` {file: law} where there is no folder of data files. */
export async function listForms(session: Session, folder: string): Promise<FormRow[]> {
  const forms = readForms(folder).slice(0, MAX_FORMS);
  return Promise.all(forms.map((form) => describeForm(session, form)));
}

async function describeForm(session: Session, { form, data, failure }: ReadForm): Promise<FormRow> {
  const { store } = session;
  const [last] = await store.all<FillRow>(FILL_QUERIES.finished(form, 1));
  const draft = await store.get<FillRow>(FILL_QUERIES.draft(form));
  const today = dayOf(session.clock.now());
  return {
    form,
    name: data === null ? null : { text: data.name, textEn: data.nameEn },
    failure: failure?.code ?? null,
    state: stateOf(last?.dueOn ?? null, today),
    dueOn: last?.dueOn ?? null,
    daysLeft: daysUntil(last?.dueOn ?? null, today),
    last: await describeLast(session, last),
    draft: draft === undefined ? null : { fillId: draft.fillId, savedAt: draft.savedAt },
  };
}

async function describeLast(session: Session, last: FillRow | undefined): Promise<FormRow['last']> {
  if (last === undefined || last.finishedAt === null || last.finishedBy === null) return null;
  const { fillId, finishedAt, finishedBy } = last;
  return {
    fillId,
    at: finishedAt,
    by: nameOfStaff(session, finishedBy),
    findings: await countFindings(session, fillId),
  };
}

/** How many items of a finished form were found wanting. */
export async function countFindings({ store }: Session, fillId: number): Promise<number> {
  return countOf(
    store,
    sql`SELECT count(*) AS n FROM form_answer WHERE fill_id = ${fillId} AND rectification_id IS NOT NULL`,
  );
}

const daysUntil = (day: string | null, today: string): number | null =>
  day === null ? null : daysBetween(today, day);

/** `dueOn`: null where it was never finished. */
function stateOf(dueOn: string | null, today: string): FormDueState {
  if (dueOn === null) return 'never';
  if (dueOn <= today) return 'overdue';
  return daysBetween(today, dueOn) <= SOON_DAYS ? 'soon' : 'fine';
}

/** Counts of forms that wait for somebody. */
export async function readFormsDue(session: Session, folder: string): Promise<FormsDue> {
  const forms = await listForms(session, folder);
  const count = (state: FormDueState): number =>
    forms.filter((form) => form.failure === null && form.state === state).length;
  return {
    overdue: count('overdue'),
    soon: count('soon'),
    never: count('never'),
    unreadable: forms.filter(({ failure }) => failure !== null).length,
  };
}
