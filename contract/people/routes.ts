/** The resident routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { noteIdSchema, personIdSchema, rowIdSchema } from '../ids.ts';
import { DESK, EVERYONE, type Routes, route } from '../route.ts';
import {
  anyOrdinalSchema,
  changeProofSchema,
  fieldIdSchema,
  lineSchema,
  nothing,
  pinSchema,
  proofSchema,
  reasonIdSchema,
  revealableFieldIdSchema,
  ticketSchema,
  versionSchema,
  whySchema,
} from '../schemas.ts';
import { personChangesSchema, personDraftSchema } from './requests.ts';
import { VERIFY_KINDS } from './verify-kinds.ts';
import { maskedPersonSchema, replacedValueSchema, revealedFieldSchema } from './views.ts';

/** Access, request schema and reply schema of each resident route. */
export const peopleRoutes = {
  'people.open': route(EVERYONE, z.strictObject({ personId: personIdSchema }), maskedPersonSchema, {
    showsMasksAlone: true,
  }),
  'people.reveal': route(
    EVERYONE,
    z.strictObject({
      personId: personIdSchema,
      field: revealableFieldIdSchema,
      ordinal: anyOrdinalSchema,
      /**
       * For the field `note`: a note of the room that the person lives in, instead of the note at `ordinal`.
       */
      roomNote: noteIdSchema.optional(),
      why: whySchema,
      pin: pinSchema,
      cosigner: proofSchema.optional(),
    }),
    revealedFieldSchema,
  ),
  /** Before what `people.reveal` shows now goes to the clipboard, from which main takes it after `COPIED_SECONDS`. */
  'people.copy': route(
    EVERYONE,
    z.strictObject({
      personId: personIdSchema,
      field: revealableFieldIdSchema,
      ordinal: anyOrdinalSchema,
    }),
    nothing,
  ),
  'people.openFull': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      why: whySchema,
      supervisor: proofSchema,
      /**
       * Required for the reason `authority`, else absent: who asks, for what purpose, and the fields that
       * they may see.
       */
      extract: z
        .strictObject({
          authority: lineSchema(2, 60),
          purpose: lineSchema(2, 100),
          fields: z.array(revealableFieldIdSchema).min(1).max(40),
        })
        .optional(),
    }),
    z.strictObject({ fields: z.array(revealedFieldSchema).max(400) }),
  ),
  'people.verify': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      kind: z.enum(VERIFY_KINDS),
      said: z.string().trim().min(1).max(100),
      pin: pinSchema,
      cosigner: proofSchema.optional(),
      /** Reason for the log, where a counter task is under way. */
      reason: reasonIdSchema.optional(),
      /** Required where the reason asks for one. */
      ticket: ticketSchema.optional(),
    }),
    z.strictObject({ match: z.boolean(), triesLeft: z.number().int().min(0).max(3) }),
  ),
  'people.add': route(
    DESK,
    z.strictObject({ person: personDraftSchema, pin: pinSchema, cosigner: proofSchema.optional() }),
    maskedPersonSchema,
  ),
  'people.edit': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      changes: personChangesSchema,
      proof: changeProofSchema,
    }),
    maskedPersonSchema,
  ),
  /** Records that a value was confirmed as correct today. */
  'people.confirm': route(
    DESK,
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      field: fieldIdSchema,
      ordinal: anyOrdinalSchema,
    }),
    maskedPersonSchema,
  ),
  'people.replaced': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ values: z.array(replacedValueSchema).max(500) }),
  ),
  /** Restores a replaced value without showing it; the present value becomes a replaced one. */
  'people.restore': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      valueId: rowIdSchema,
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
  ),
} as const satisfies Routes;
