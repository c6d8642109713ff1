/** Documents by which a company handles personal information: drafts, published versions, signatures. */
import { z } from 'zod';
import { fileIdSchema, procedureIdSchema, procedureVersionIdSchema } from '../ids.ts';
import { EVERYONE, NO_RESIDENT, OF_NOBODY, OVERSIGHT, PLAINLY, route, BY_OWN_PIN } from '../route.ts';
import { enumOf, lineSchema, nothing, pinSchema, versionSchema, wordsSchema } from '../schemas.ts';
import { MAX_PROCEDURES, MAX_TITLE, TEMPLATE_KINDS } from './lists.ts';
import {
  blocksSchema,
  documentSchema,
  ownListSchema,
  registerSchema,
  signaturesSchema,
  textHashSchema,
} from './views.ts';

const draft = { procedureId: procedureIdSchema, version: versionSchema } as const;
const drafts = z.array(z.strictObject(draft)).min(1).max(MAX_PROCEDURES);
const publishSchema = z.strictObject({ drafts, why: wordsSchema.optional(), pin: pinSchema });
/** `versionId` null: the draft. */
const whichSchema = z.strictObject({
  procedureId: procedureIdSchema,
  versionId: procedureVersionIdSchema.nullable(),
});
/** The idle lock of this computer, which its settings have and the vault does not. */
const idleSeconds = z.number().int().min(30).max(600);
const changes = { changes: ['procedures'] } as const;

/** Routes of the documents. A receptionist reads no draft, and of what is published that which everybody signs. */
export const proceduresRoutes = {
  'procedures.list': route(OVERSIGHT, nothing, registerSchema, { ...NO_RESIDENT, inInspection: true }),
  'procedures.own': route(EVERYONE, nothing, ownListSchema, { ...NO_RESIDENT, scope: 'nobody' }),
  'procedures.read': route(EVERYONE, whichSchema, documentSchema, OF_NOBODY),
  'procedures.signatures': route(
    OVERSIGHT,
    z.strictObject({ versionId: procedureVersionIdSchema }),
    signaturesSchema,
    { ...NO_RESIDENT, inInspection: true },
  ),
  /** A draft of each, filled with what is known. A draft that is there already stays. */
  'procedures.useTemplates': route(
    OVERSIGHT,
    z.strictObject({
      kinds: z.array(enumOf(TEMPLATE_KINDS)).min(1).max(TEMPLATE_KINDS.length),
      idleSeconds,
    }),
    registerSchema,
    { enters: ['procedure-draft'], shows: 'nothing', proof: 'none', ...changes },
  ),
  /** An empty draft of the company's own. */
  'procedures.add': route(OVERSIGHT, z.strictObject({ title: lineSchema(1, MAX_TITLE) }), registerSchema, {
    enters: ['procedure-draft'],
    ...PLAINLY,
    ...changes,
  }),
  /** A draft of what is in force. */
  'procedures.beginDraft': route(
    OVERSIGHT,
    z.strictObject({ procedureId: procedureIdSchema }),
    registerSchema,
    { enters: ['procedure-draft'], shows: 'nothing', proof: 'none', ...changes },
  ),
  'procedures.saveDraft': route(
    OVERSIGHT,
    z.strictObject({ ...draft, title: lineSchema(1, MAX_TITLE), blocks: blocksSchema }),
    documentSchema,
    { enters: ['procedure-draft'], shows: 'nothing', proof: 'none', ...changes },
  ),
  /** A document that was never published is gone then. */
  'procedures.discardDraft': route(OVERSIGHT, z.strictObject(draft), registerSchema, {
    enters: ['procedure-draft'],
    ...PLAINLY,
    ...changes,
  }),
  /** `why`: sections of its template are left out; the reason stands in the entry of each document of which that is so. */
  'procedures.publish': route(OVERSIGHT, publishSchema, registerSchema, {
    enters: ['procedure-publish'],
    ...BY_OWN_PIN,
    ...changes,
  }),
  'procedures.sign': route(
    EVERYONE,
    z.strictObject({
      versions: z
        .array(z.strictObject({ versionId: procedureVersionIdSchema, sha256: textHashSchema }))
        .min(1)
        .max(MAX_PROCEDURES),
      pin: pinSchema,
    }),
    ownListSchema,
    { enters: ['procedure-sign'], ...BY_OWN_PIN, scope: 'nobody', ...changes },
  ),
  /** To a file that was picked, or without one to the printer. */
  'procedures.give': route(
    OVERSIGHT,
    whichSchema.extend({ fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: z.number().int().positive() }),
    { enters: ['procedure-give'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
