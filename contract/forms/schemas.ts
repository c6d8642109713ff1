/** Schemas of a form's data file: texts with their source, version and grade. Strict: a file with any other key is refused whole. */
import { z } from 'zod';
import { COMPUTER_CHECKS } from '../computer-checks/lists.ts';
import { DUTIES } from '../evidence/lists.ts';
import { RECTIFICATION_SOURCES } from '../rectification/lists.ts';
import { enumOf } from '../schemas.ts';
import { GRADES, MAX_FORM_ITEMS } from './lists.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
/** A stable name within its file. */
export const lawIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** How sure a line is. */
export const gradeSchema = enumOf(GRADES);

/** Where a file's content comes from. */
export const sourceSchema = z.strictObject({
  title: text(200),
  titleEn: text(200),
  /** Of whoever made the file; also what a change of it is told by. */
  version: text(40),
  grade: gradeSchema,
  /** Where the official text is to be found. */
  at: text(200).nullable(),
  /** Somebody has compared every line with the official text. */
  checked: z.boolean(),
});
export type LawSource = z.infer<typeof sourceSchema>;

const optionSchema = z.strictObject({
  id: lawIdSchema,
  text: text(20),
  textEn: text(40),
  /** Who chooses it has found something that is to be put right. */
  finding: z.boolean().optional(),
});
export type FormOption = z.infer<typeof optionSchema>;

const itemSchema = z.strictObject({
  id: lawIdSchema,
  /** Items of one group stand together under it. */
  group: text(120).optional(),
  /** English beside the Chinese is ours and optional, so that editions from before it are still read. */
  groupEn: text(160).optional(),
  title: text(160),
  titleEn: text(200),
  points: z.array(text(160)).max(12),
  /** One for each point. */
  pointsEn: z.array(text(200)).max(12).optional(),
  grade: gradeSchema,
  /** Articles of `articles.json`, by their ids. */
  articles: z.array(lawIdSchema).max(8),
  /** Duties whose evidence the product suggests. */
  evidence: z.array(enumOf(DUTIES)).max(8).optional(),
  /** Checks of the computer that it answers by hand. */
  checks: z.array(enumOf(COMPUTER_CHECKS)).min(1).max(COMPUTER_CHECKS.length).optional(),
  /** Results of this item, where they are not those of the form. */
  options: z.array(optionSchema).min(2).max(6).optional(),
  /** Its answer has to be given again after so many months. */
  renewMonths: z.number().int().min(1).max(60).optional(),
});
export type FormItem = z.infer<typeof itemSchema>;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** A form. Its name is that of its file. */
export const formSchema = z
  .strictObject({
    kind: z.literal('form'),
    source: sourceSchema,
    name: text(120),
    nameEn: text(160),
    nameGrade: gradeSchema,
    duty: enumOf(DUTIES).nullable(),
    /** Of the items that a finding opens. */
    finding: enumOf(RECTIFICATION_SOURCES),
    /** Subject that is filled in once for the whole form: which computer, which processing. Null where the form has none. */
    subject: z.strictObject({ text: text(40), textEn: text(60), proposed: text(40).optional() }).nullable(),
    columns: z.strictObject({ item: text(40), result: text(40), words: text(60) }),
    options: z.array(optionSchema).min(2).max(6),
    items: z.array(itemSchema).min(1).max(MAX_FORM_ITEMS),
    remark: text(80),
    remarkEn: text(120).optional(),
    declaration: z
      .strictObject({ text: text(300), textEn: text(400).optional(), grade: gradeSchema })
      .nullable(),
    signatures: z.array(text(40)).min(1).max(4),
    /** Due again so many months after it was finished. */
    renewMonths: z.number().int().min(1).max(60),
  })
  .refine(({ items }) => distinct(items.map(({ id }) => id)))
  .refine(({ items }) =>
    items.every(({ points, pointsEn }) => pointsEn === undefined || pointsEn.length === points.length),
  )
  .refine(({ options, items }) =>
    [options, ...items.map((item) => item.options ?? [])].every((list) => distinct(list.map(({ id }) => id))),
  );
export type FormData = z.infer<typeof formSchema>;
