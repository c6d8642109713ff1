/** Views of documents: their blocks, their versions, and who has signed them. */
import { z } from 'zod';
import { gradeSchema } from '../forms/schemas.ts';
import { procedureIdSchema, procedureVersionIdSchema, staffIdSchema } from '../ids.ts';
import { toOneLine } from '../one-line.ts';
import { dateSchema, enumOf, roleSchema, timeSchema, versionSchema } from '../schemas.ts';
import {
  MAX_BLOCKS,
  MAX_DOCUMENT,
  MAX_ITEMS,
  MAX_PROCEDURES,
  MAX_RUNS,
  MAX_TEXT,
  MAX_TITLE,
  MAX_VERSIONS,
  PROCEDURE_KINDS,
  TEXT_FACTS,
} from './lists.ts';

/** Visible text of one line that may begin or end with a space, since it may be a part of one. */
const runTextSchema = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .refine((text) => toOneLine(`.${text}.`) === `.${text}.`);

const runSchema = z.union([
  z.strictObject({ text: runTextSchema, strong: z.literal(true).optional() }),
  /** Gap: a fact that the company has not stated yet. */
  z.strictObject({ gap: enumOf(TEXT_FACTS) }),
]);
/** A part of a line: words, or a gap. */
export type Run = z.infer<typeof runSchema>;

const runsSchema = z.array(runSchema).min(1).max(MAX_RUNS);

const blockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2)]),
    runs: runsSchema,
  }),
  z.strictObject({ kind: z.literal('paragraph'), runs: runsSchema }),
  z.strictObject({
    kind: z.literal('list'),
    numbered: z.boolean(),
    items: z.array(runsSchema).min(1).max(MAX_ITEMS),
  }),
]);
/** A part of a document, from its top to its end. */
export type ProcedureBlock = z.infer<typeof blockSchema>;

/** The whole of a document but its title. */
export const blocksSchema = z
  .array(blockSchema)
  .min(1)
  .max(MAX_BLOCKS)
  .refine((blocks) => JSON.stringify(blocks).length <= MAX_DOCUMENT);

/** A kind of document. */
export const procedureKindSchema = enumOf(PROCEDURE_KINDS);

/** SHA-256 of a published text, in lower-case hexadecimal. */
export const textHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Which template a document came from. `cites`: what of the law it names, each with its grade. */
export const originSchema = z.strictObject({
  version: z.string().max(20),
  source: z.string().max(300),
  /** Texts that were filled before say neither. */
  sourceEn: z.string().max(300).optional(),
  grade: gradeSchema,
  /** Somebody has compared the template with the official texts. */
  checked: z.boolean().optional(),
  cites: z
    .array(z.strictObject({ law: z.string().max(40), article: z.string().max(10), grade: gradeSchema }))
    .max(40),
});
/** Type of `originSchema`. */
export type Origin = z.infer<typeof originSchema>;

const nameSchema = z.string().max(60);
const titleSchema = z.string().max(MAX_TITLE);

const publishedSchema = z.strictObject({
  versionId: procedureVersionIdSchema,
  /** From 1, of each document. */
  number: versionSchema,
  title: titleSchema,
  publishedAt: timeSchema,
  publishedBy: nameSchema,
  sha256: textHashSchema,
  /** Its text is what was published. False: somebody has changed the store beside the program; it is not shown and counts for nothing. */
  intact: z.boolean(),
});
/** A version as it was published. */
export type PublishedView = z.infer<typeof publishedSchema>;

const procedureViewSchema = z.strictObject({
  procedureId: procedureIdSchema,
  kind: procedureKindSchema,
  title: titleSchema,
  draft: z
    .strictObject({
      version: versionSchema,
      gaps: z.array(enumOf(TEXT_FACTS)).max(TEXT_FACTS.length),
      changedAt: timeSchema,
      changedBy: nameSchema,
    })
    .nullable(),
  /** Newest first; the first is in force. */
  versions: z.array(publishedSchema).max(MAX_VERSIONS),
  /** Of the version in force; null where nobody signs it or none is in force. */
  signed: z
    .strictObject({ count: z.number().int().nonnegative(), missing: z.array(nameSchema).max(200) })
    .nullable(),
  /** Headings of its template that its draft, or else what is in force, lacks or has cut short. */
  removed: z.array(z.string().max(MAX_TEXT)).max(MAX_BLOCKS),
  /** The company or the vault has other facts than those that the version in force was filled with. */
  outdated: z.boolean(),
});
/** A document as the list has it. */
export type ProcedureView = z.infer<typeof procedureViewSchema>;

/** All documents. */
export const registerSchema = z.strictObject({
  procedures: z.array(procedureViewSchema).max(MAX_PROCEDURES),
  /** Kinds whose template has not been used yet. */
  unused: z.array(procedureKindSchema).max(PROCEDURE_KINDS.length),
});
/** Type of `registerSchema`. */
export type ProcedureRegister = z.infer<typeof registerSchema>;

/** A document in full. */
export const documentSchema = z.strictObject({
  procedureId: procedureIdSchema,
  kind: procedureKindSchema,
  title: titleSchema,
  blocks: blocksSchema,
  origin: originSchema.nullable(),
  /** Of a draft: what it was changed from next. */
  draft: versionSchema.nullable(),
  published: publishedSchema.nullable(),
});
/** Type of `documentSchema`. */
export type ProcedureDocument = z.infer<typeof documentSchema>;

const ownSchema = z.strictObject({
  procedureId: procedureIdSchema,
  versionId: procedureVersionIdSchema,
  kind: procedureKindSchema,
  title: titleSchema,
  number: versionSchema,
  publishedAt: timeSchema,
  sha256: textHashSchema,
  signedAt: timeSchema.nullable(),
  /** A day from which on it is to be signed again; null where it never is, or is not signed. */
  againOn: dateSchema.nullable(),
  /** It waits for a signature. */
  due: z.boolean(),
  /** The version before that they have signed last, with which this one is compared; null where there is none. */
  signedBefore: procedureVersionIdSchema.nullable(),
});
/** A document in force that whoever is signed in signs. */
export type OwnDocument = z.infer<typeof ownSchema>;

/** Documents for whoever is signed in to sign; those that wait stand first. */
export const ownListSchema = z.strictObject({ documents: z.array(ownSchema).max(MAX_PROCEDURES) });
/** Type of `ownListSchema`. */
export type OwnList = z.infer<typeof ownListSchema>;

const signatureSchema = z.strictObject({
  staffId: staffIdSchema,
  name: nameSchema,
  /** Null where they have left. */
  role: roleSchema.nullable(),
  /** Null where they have not signed. */
  signedAt: timeSchema.nullable(),
  againOn: dateSchema.nullable(),
  /** They work here and have not signed, or not for a year. */
  due: z.boolean(),
});
/** Everybody who has signed a version or has to. */
export const signaturesSchema = z.strictObject({ signatures: z.array(signatureSchema).max(1_000) });
