/** Log details of forms: which form, by which edition, and what came of it; never what was answered. */
import { z } from 'zod';
import type { Duty } from '../evidence/lists.ts';
import { type Actions, signedCoordinated, unsignedCoordinated, unsigned } from '../manifest.ts';
import { sha256Schema } from '../attachments/views.ts';
import { loggedIdSchema } from '../ids.ts';
import { countSchema, numberSchema } from '../numbers.ts';
import { dateSchema } from '../schemas.ts';
import { lawIdSchema } from './schemas.ts';

const which = { form: lawIdSchema, fill: loggedIdSchema } as const;

const FORM_DUTIES: readonly Duty[] = ['impact-assessment', 'self-audit', 'computer-checklist'];
const dutiesOfForm = ({ form }: { readonly form: string }): readonly Duty[] =>
  FORM_DUTIES.filter((duty) => duty === form);

/** Each action on forms. */
export const formActions = {
  /** `sha256`: of the edition, the answers and the hashes of what is attached, as docs/forms.md has it. */
  'form-finish': {
    detail: z.strictObject({
      ...which,
      edition: sha256Schema,
      sha256: sha256Schema,
      findings: countSchema,
      dueOn: dateSchema,
    }),
    ...signedCoordinated('compliance', { form_answer: '~', form_fill: '~' }),
    duties: FORM_DUTIES,
    dutiesOf: dutiesOfForm,
  },
  /** A draft was given up, or an attachment taken off it. */
  'form-draft': {
    detail: z.strictObject({ ...which, did: z.enum(['discarded', 'detached']) }),
    ...unsignedCoordinated('compliance', {
      attachment: '-',
      attachment_piece: '-',
      form_answer: '+~-',
      form_evidence: '-',
      form_fill: '+~-',
      seal_batch: '-',
    }),
  },
  /** `sha256`: of the file; null where it was printed. */
  'form-give': {
    detail: z.strictObject({
      ...which,
      draft: z.boolean(),
      pages: numberSchema,
      sha256: sha256Schema.nullable(),
    }),
    ...unsigned('compliance', {}),
    duties: FORM_DUTIES,
    dutiesOf: dutiesOfForm,
  },
} as const satisfies Actions;
