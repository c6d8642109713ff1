/** Attachments are shown and written out here, whatever they are attached to; each feature attaches and removes its own. */
import { z } from 'zod';
import { fileIdSchema, rowIdSchema } from '../ids.ts';
import { type DetailSchemas, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { OVERSIGHT, type Routes, route } from '../route.ts';
import { dateSchema, enumOf, nothing, pinSchema, proofSchema } from '../schemas.ts';
import { MAX_ATTACHMENT_BYTES, MEDIA, type Medium } from './lists.ts';
import { sha256Schema } from './views.ts';

const which = {
  attachmentId: rowIdSchema,
  pin: pinSchema,
  /** A supervisor, where an admin asks. */
  supervisor: proofSchema.optional(),
} as const;

/** Routes of attachments, by name. */
export const attachmentsRoutes = {
  /** The content of a picture or a text, in base64: it opens as the contact tier does, since people may be in it. */
  'attachments.show': route(
    OVERSIGHT,
    z.strictObject(which),
    z.strictObject({
      media: enumOf<Medium>(MEDIA),
      content: z.string().max(Math.ceil(MAX_ATTACHMENT_BYTES / 3) * 4),
    }),
  ),
  /** Writes the content of a PDF to the file that was picked (`pickPdf`). */
  'attachments.save': route(OVERSIGHT, z.strictObject({ ...which, fileId: fileIdSchema }), nothing),
} as const satisfies Routes;

const about = {
  attachment: rowIdSchema,
  media: enumOf<Medium>(MEDIA),
  bytes: numberSchema,
  sha256: sha256Schema,
} as const;

/** Schema of `detail` for each action on attachments: never their names. */
export const attachmentDetails = {
  'attachment-add': z.strictObject({ ...about, showsOn: dateSchema }),
  'attachment-show': z.strictObject(about),
  'attachment-save': z.strictObject(about),
  'attachment-remove': z.strictObject(about),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const attachmentSigning = {
  'attachment-add': 'free',
  'attachment-show': 'own',
  'attachment-save': 'own',
  'attachment-remove': 'free',
} as const satisfies SigningRules<typeof attachmentDetails>;
