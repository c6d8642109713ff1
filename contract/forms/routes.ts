/** Forms of the law that are filled in: routes and what is shown. */
import { z } from 'zod';
import { attachmentViewSchema, sha256Schema } from '../attachments/views.ts';
import { ERROR_CODES } from '../errors.ts';
import { DUTIES, EVIDENCE_STATES } from '../evidence/lists.ts';
import { attachmentIdSchema, fileIdSchema, formIdSchema, rectificationIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, PREPARATION, route, BY_OWN_PIN } from '../route.ts';
import { dateSchema, enumOf, lineSchema, nothing, pinSchema, timeSchema, versionSchema } from '../schemas.ts';
import {
  FILL_STATES,
  MAX_ANSWER_WORDS,
  MAX_FILLS_LISTED,
  MAX_FORMS,
  MAX_FORM_ITEMS,
  MAX_REMARK,
  MAX_SUBJECT,
} from './lists.ts';
import { formSchema, lawIdSchema, sourceSchema } from './schemas.ts';

const nameSchema = z.string().max(60);
const seen = { fillId: formIdSchema, version: versionSchema } as const;

/** State of a finished form by when it is due again. */
const dueStateSchema = z.enum(['never', 'overdue', 'soon', 'fine']);
/** How it stands with a form. */
export type FormDueState = z.infer<typeof dueStateSchema>;

const formRowSchema = z.strictObject({
  form: lawIdSchema,
  /** Null where its data file cannot be read. */
  name: z.strictObject({ text: z.string().max(120), textEn: z.string().max(160) }).nullable(),
  failure: enumOf(ERROR_CODES).nullable(),
  state: dueStateSchema,
  /** From which day on it is due again, and how many days that is from now. */
  dueOn: dateSchema.nullable(),
  daysLeft: z.number().int().nullable(),
  last: z
    .strictObject({ fillId: formIdSchema, at: timeSchema, by: nameSchema, findings: countSchema })
    .nullable(),
  draft: z.strictObject({ fillId: formIdSchema, savedAt: timeSchema }).nullable(),
});
/** A form in the list. */
export type FormRow = z.infer<typeof formRowSchema>;

const formsSchema = z.strictObject({ forms: z.array(formRowSchema).max(MAX_FORMS) });

const answerSchema = z.strictObject({
  item: lawIdSchema,
  choice: lawIdSchema.nullable(),
  words: z.string().max(MAX_ANSWER_WORDS),
  answeredAt: timeSchema,
  /** From which day on its answer has to be given again; null for a draft. */
  dueOn: dateSchema.nullable(),
  isDue: z.boolean(),
  rectificationId: rectificationIdSchema.nullable(),
  evidence: z.array(attachmentViewSchema).max(40),
});
/** An answer. */
export type FormAnswer = z.infer<typeof answerSchema>;

const fillSchema = z.strictObject({
  ...seen,
  form: lawIdSchema,
  state: enumOf(FILL_STATES),
  /** The form as it was when it was answered. */
  content: formSchema,
  edition: sha256Schema,
  /** The form has another edition by now. */
  replaced: z.boolean(),
  subject: z.string().max(MAX_SUBJECT),
  remark: z.string().max(MAX_REMARK),
  begun: z.strictObject({ at: timeSchema, by: nameSchema }),
  savedAt: timeSchema,
  finished: z.strictObject({ at: timeSchema, by: nameSchema, sha256: sha256Schema }).nullable(),
  dueOn: dateSchema.nullable(),
  answers: z.array(answerSchema).max(MAX_FORM_ITEMS),
});
/** A filled form. */
export type FormFill = z.infer<typeof fillSchema>;

const suggestionSchema = z.strictObject({
  item: lawIdSchema,
  known: z
    .array(
      z.strictObject({
        duty: enumOf(DUTIES),
        state: enumOf(EVIDENCE_STATES),
        at: timeSchema.nullable(),
        dueOn: dateSchema.nullable(),
        count: countSchema.nullable(),
      }),
    )
    .min(1)
    .max(8),
  /** The result that follows from it; null where a person has to say. */
  choice: lawIdSchema.nullable(),
  /** In the language of the form. */
  words: z.string().max(MAX_ANSWER_WORDS),
});
/** Suggested answer to an item, from facts that the vault knows. */
export type FormSuggestion = z.infer<typeof suggestionSchema>;

const articleViewSchema = z.strictObject({
  id: lawIdSchema,
  law: z.string().max(60),
  lawEn: z.string().max(120),
  number: z.string().max(20),
  numberEn: z.string().max(20),
  paragraphs: z.array(z.string().max(1_200)).max(20),
});
/** An article of the law, as it has it. */
export type ArticleView = z.infer<typeof articleViewSchema>;

const openedSchema = z.strictObject({
  form: lawIdSchema,
  content: formSchema,
  edition: sha256Schema,
  draft: fillSchema.nullable(),
  history: z
    .array(
      z.strictObject({
        fillId: formIdSchema,
        at: timeSchema,
        by: nameSchema,
        dueOn: dateSchema.nullable(),
        subject: z.string().max(MAX_SUBJECT),
        findings: countSchema,
      }),
    )
    .max(MAX_FILLS_LISTED),
  suggestions: z.array(suggestionSchema).max(MAX_FORM_ITEMS),
  /** Those that its items name, as far as they are held. */
  articles: z.array(articleViewSchema).max(200),
  /** Where they come from; null where none can be read. */
  articlesSource: sourceSchema.nullable(),
});
/** A form that is opened. */
export type OpenedForm = z.infer<typeof openedSchema>;

const dueSchema = z.strictObject({
  overdue: countSchema,
  soon: countSchema,
  never: countSchema,
  /** Data files that cannot be read. */
  unreadable: countSchema,
});
/** Numbers of forms that wait for somebody, by why they do. */
export type FormsDue = z.infer<typeof dueSchema>;

/** Routes of forms, by name. */
export const formsRoutes = {
  'forms.list': route(OVERSIGHT, nothing, formsSchema, NO_RESIDENT),
  'forms.due': route(OVERSIGHT, nothing, dueSchema, NO_RESIDENT),
  'forms.open': route(OVERSIGHT, z.strictObject({ form: lawIdSchema }), openedSchema, NO_RESIDENT),
  /** A finished one as it was answered, or a draft. */
  'forms.read': route(OVERSIGHT, z.strictObject({ fillId: formIdSchema }), fillSchema, NO_RESIDENT),
  /** `carry`: takes over what was answered last time and is not due. */
  'forms.begin': route(
    OVERSIGHT,
    z.strictObject({ form: lawIdSchema, carry: z.boolean() }),
    fillSchema,
    PREPARATION,
  ),
  'forms.save': route(
    OVERSIGHT,
    z.strictObject({
      ...seen,
      subject: lineSchema(0, MAX_SUBJECT),
      remark: lineSchema(0, MAX_REMARK),
      answers: z
        .array(
          z.strictObject({
            item: lawIdSchema,
            choice: lawIdSchema.nullable(),
            words: lineSchema(0, MAX_ANSWER_WORDS),
          }),
        )
        .max(MAX_FORM_ITEMS),
    }),
    fillSchema,
    PREPARATION,
  ),
  'forms.attach': route(
    OVERSIGHT,
    z.strictObject({ ...seen, item: lawIdSchema, fileId: fileIdSchema, showsOn: dateSchema }),
    fillSchema,
    { enters: ['attachment-add'], shows: 'nothing', proof: 'none' },
  ),
  'forms.detach': route(
    OVERSIGHT,
    z.strictObject({ ...seen, attachmentId: attachmentIdSchema }),
    fillSchema,
    { enters: ['form-draft', 'attachment-remove'], shows: 'nothing', proof: 'none' },
  ),
  /** A draft whose form has been replaced goes on with the newest edition. */
  'forms.renew': route(OVERSIGHT, z.strictObject(seen), fillSchema, PREPARATION),
  'forms.discard': route(OVERSIGHT, z.strictObject(seen), nothing, {
    enters: ['form-draft', 'attachment-remove'],
    ...PLAINLY,
    changes: ['forms'],
  }),
  'forms.finish': route(OVERSIGHT, z.strictObject({ ...seen, pin: pinSchema }), fillSchema, {
    enters: ['form-finish', 'rectification-add'],
    ...BY_OWN_PIN,
    changes: ['forms', 'rectification'],
  }),
  /** On paper or to the picked file, finished or as a draft. */
  'forms.give': route(
    OVERSIGHT,
    z.strictObject({ fillId: formIdSchema, fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: countSchema, sha256: sha256Schema.nullable() }),
    { enters: ['form-give'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
