/** How it stands with each duty that a form answers: by the last one that was finished. */
import type { Duty } from '../../../contract/evidence/lists.ts';
import { unexplained } from '../../../contract/forms/lists.ts';
import type { RectificationSource } from '../../../contract/rectification/lists.ts';
import { AppError } from '../app-error.ts';
import { dayOf } from '../clock.ts';
import type { Evidence } from '../feature.ts';
import { readEdition } from '../law/editions.ts';
import { readForms } from '../law/read-law.ts';
import { type FormItem, formSchema } from '../law/schemas.ts';
import type { Session } from '../session/session.ts';
import { countOpen } from '../rectification/register.ts';
import { isFinding, optionsOf } from './form-rules.ts';
import { FILL_QUERIES, type FillRow, readAnswers } from './read-fill.ts';

/** Duties that forms answer. */
const DUTIES_OF_FORMS = [
  'impact-assessment',
  'self-audit',
  'computer-checklist',
] as const satisfies readonly Duty[];
type FormDuty = (typeof DUTIES_OF_FORMS)[number];

interface FormOfDuty {
  readonly duty: FormDuty;
  readonly form: string;
  readonly finding: RectificationSource;
}

/** The forms that answer a duty; none where the folder cannot be read. */
export function formsOf(folder: string): readonly FormOfDuty[] {
  try {
    return readForms(folder).flatMap(({ form, data }) => {
      const duty = DUTIES_OF_FORMS.find((one) => one === data?.duty);
      return data === null || duty === undefined ? [] : [{ duty, form, finding: data.finding }];
    });
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** A duty that no readable form answers is missing. Where several forms answer one, the worst of them counts. */
export async function formsEvidence(session: Session, folder: string): Promise<readonly Evidence[]> {
  const found: Evidence[] = [];
  for (const one of formsOf(folder)) found.push(await evidenceOf(session, one));
  return found;
}

/** Finished, and whatever it has found is put right. A hollow one is no evidence. */
async function evidenceOf(session: Session, { duty, form, finding }: FormOfDuty): Promise<Evidence> {
  const last = await lastOf(session, form);
  if (last === undefined || (await isHollow(session, last)))
    return { duty, points: {}, at: null, dueOn: null, count: null };
  const { finishedAt: at, dueOn } = last;
  const isOver = dueOn !== null && dueOn <= dayOf(session.clock.now());
  const open = await countOpen(session.store, finding);
  return {
    duty,
    points: { finished: isOver ? 'stale' : 'there', 'put-right': open > 0 ? 'stale' : 'there' },
    at,
    dueOn,
    count: null,
  };
}

/**
 * Whether no item has its first result, which is that of an item in order, or most of them are said not to apply, or one of them without a word of why: what has
 * come to light is a finding. Groups are told apart by what occurs, and most of them may not.
 */
async function isHollow({ store }: Session, { fillId, edition }: FillRow): Promise<boolean> {
  const data = await readEdition(store, edition, formSchema);
  const answers = await readAnswers(store, fillId);
  const choiceOf = ({ id }: FormItem) => answers.get(id)?.choice;
  const isInOrder = (item: FormItem): boolean => choiceOf(item) === optionsOf(data, item)[0]?.id;
  const items = data.items.filter(({ group }) => group === undefined);
  const left = items.filter((item) => !isInOrder(item) && !isFinding(data, item, choiceOf(item)));
  const isSilent = unexplained(data.items, (id) => answers.get(id)).length > 0;
  return !data.items.some(isInOrder) || left.length > items.length / 2 || isSilent;
}

/** The last one of a form that was finished. */
export const lastOf = async ({ store }: Session, form: string): Promise<FillRow | undefined> =>
  (await store.all<FillRow>(FILL_QUERIES.finished(form, 1)))[0];
