/** View of an attachment without its content. */
import { z } from 'zod';
import { attachmentIdSchema } from '../ids.ts';
import { byteCountSchema, dateSchema, enumOf, timeSchema } from '../schemas.ts';
import { MAX_ATTACHMENT_NAME, MEDIA } from './lists.ts';

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** An attachment. `showsOn`: the day of what it shows, which is not that of `addedAt`. */
export const attachmentViewSchema = z.strictObject({
  attachmentId: attachmentIdSchema,
  name: z.string().max(MAX_ATTACHMENT_NAME),
  media: enumOf(MEDIA),
  bytes: byteCountSchema,
  sha256: sha256Schema,
  showsOn: dateSchema,
  addedAt: timeSchema,
  addedBy: z.string().max(60),
});
export type AttachmentView = z.infer<typeof attachmentViewSchema>;
