/** The resident routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { noteIdSchema, personIdSchema, sealedValueIdSchema } from '../ids.ts';
import { DESK, EVERYONE, route } from '../route.ts';
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
    enters: ['open', 'search'],
    shows: 'record',
    proof: 'none',
    scope: 'ids',
    maskedReadOnly: true,
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
    { enters: ['reveal'], shows: 'value', proof: 'both', scope: 'ids' },
  ),
  /** Before what `people.reveal` shows now goes to the clipboard, from which main takes it after `COPIED_SECONDS`. */
  'people.copy': route(
    EVERYONE,
    z.strictObject({ personId: personIdSchema, field: revealableFieldIdSchema, ordinal: anyOrdinalSchema }),
    nothing,
    { enters: ['copy'], shows: 'nothing', proof: 'none', scope: 'ids' },
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
    { enters: ['open-full', 'extract'], shows: 'value', proof: 'second', scope: 'ids' },
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
    { enters: ['verify'], shows: 'nothing', proof: 'both', scope: 'ids' },
  ),
  'people.add': route(
    DESK,
    z.strictObject({ person: personDraftSchema, pin: pinSchema, cosigner: proofSchema.optional() }),
    maskedPersonSchema,
    { enters: ['add'], shows: 'record', proof: 'both', scope: 'ids' },
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
    { enters: ['edit'], shows: 'record', proof: 'both', scope: 'ids' },
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
    { enters: ['confirm'], shows: 'record', proof: 'none', scope: 'ids' },
  ),
  'people.replaced': route(
    ['supervisor'],
    z.strictObject({ personId: personIdSchema }),
    z.strictObject({ values: z.array(replacedValueSchema).max(500) }),
    { enters: ['replaced-list'], shows: 'record', proof: 'none' },
  ),
  /** Restores a replaced value without showing it; the present value becomes a replaced one. */
  'people.restore': route(
    ['supervisor'],
    z.strictObject({
      personId: personIdSchema,
      version: versionSchema,
      valueId: sealedValueIdSchema,
      pin: pinSchema,
      why: whySchema,
    }),
    maskedPersonSchema,
    { enters: ['restore'], shows: 'record', proof: 'own' },
  ),
};
