/** The routes of drafts: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { EVERYONE, PREPARATION, route } from '../route.ts';
import { nothing } from '../schemas.ts';
import { MAX_DRAFT_CHARACTERS, MAX_DRAFT_FIELDS } from './lists.ts';

/** Which form, and what it is about: the same words bring the same form back. */
const placeSchema = z.strictObject({ form: z.string().min(1).max(60), about: z.string().max(160) });

/** One input of a form: what it held when it was shown, and what somebody has made of it. */
const draftFieldSchema = z.strictObject({
  input: z.string().min(1).max(120),
  before: z.string().max(MAX_DRAFT_CHARACTERS),
  after: z.string().max(MAX_DRAFT_CHARACTERS),
});
export type DraftField = z.infer<typeof draftFieldSchema>;

/** What somebody has typed into a form. */
export const writtenSchema = z.strictObject({
  ...placeSchema.shape,
  fields: z.array(draftFieldSchema).min(1).max(MAX_DRAFT_FIELDS),
});
export type Written = z.infer<typeof writtenSchema>;

const keptDraftSchema = z.strictObject({ ...writtenSchema.shape, at: momentSchema });
/** A draft of an earlier session of the same user. */
export type KeptDraft = z.infer<typeof keptDraftSchema>;

/** Access, request schema and reply schema of each route of drafts. */
export const draftsRoutes = {
  /** In the place of what was kept of that form. `personId`: whom it is about, with whom it goes; null where it is about nobody. */
  'drafts.keep': route(
    EVERYONE,
    z.strictObject({ written: writtenSchema, personId: personIdSchema.nullable() }),
    nothing,
    { ...PREPARATION, scope: 'ids' },
  ),
  /** What whoever is signed in had not sent when their earlier sessions of the day ended. */
  'drafts.read': route(EVERYONE, nothing, z.strictObject({ drafts: z.array(keptDraftSchema) }), {
    ...PREPARATION,
    scope: 'nobody',
  }),
  /** The form was sent, left, or its draft is not wanted. */
  'drafts.drop': route(EVERYONE, placeSchema, nothing, { ...PREPARATION, scope: 'nobody' }),
};
