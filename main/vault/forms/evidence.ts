/** How it stands with each duty that a form answers: by the last one that was finished. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import { readForms } from '../law/read-law.ts';
import type { Session } from '../session/session.ts';
import { FILL_QUERIES, type FillRow } from './read-fill.ts';

/** Of these a form is asked for, whether its data file can be read or not. */
const DUTIES_OF_FORMS = [
  'impact-assessment',
  'self-audit',
  'computer-checklist',
] as const satisfies readonly Duty[];

/** The forms that answer a duty; none where the folder cannot be read. */
export function formsOf(folder: string): readonly { readonly duty: Duty; readonly form: string }[] {
  try {
    return readForms(folder).flatMap(({ form, data }) =>
      data === null || data.duty === null ? [] : [{ duty: data.duty, form }],
    );
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** A duty that no readable form answers is missing. Where several forms answer one, the worst of them counts. */
export async function formsEvidence(session: Session, folder: string): Promise<readonly Evidence[]> {
  const forms = formsOf(folder);
  const duties = [...new Set<Duty>([...DUTIES_OF_FORMS, ...forms.map(({ duty }) => duty)])];
  const today = dayOf(session.clock.now());
  const found: Evidence[] = [];
  for (const duty of duties) {
    const states: Evidence[] = [];
    for (const { form } of forms.filter((one) => one.duty === duty))
      states.push(evidenceOf(duty, await lastOf(session, form), today));
    found.push(states.toSorted(byWorst)[0] ?? evidenceOf(duty, undefined, today));
  }
  return found;
}

function evidenceOf(duty: Duty, last: FillRow | undefined, today: string): Evidence {
  if (last === undefined) return { duty, state: 'missing', at: null, dueOn: null, count: null };
  const { finishedAt: at, dueOn } = last;
  return { duty, state: dueOn !== null && dueOn <= today ? 'stale' : 'there', at, dueOn, count: null };
}

const WORST = ['missing', 'stale', 'there'] as const;
const byWorst = (one: Evidence, other: Evidence): number =>
  WORST.indexOf(one.state) - WORST.indexOf(other.state);

/** The last one of a form that was finished. */
export const lastOf = async ({ store }: Session, form: string): Promise<FillRow | undefined> =>
  (await store.all<FillRow>(FILL_QUERIES.finished(form, 1)))[0];
