/** Attachments are shown and written out here, whatever they are attached to; each feature attaches and removes its own. */
import { z } from 'zod';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { attachmentIdSchema, fileIdSchema, loggedIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { marked } from '../marks.ts';
import { OVERSIGHT, route, BY_BOTH_PINS } from '../route.ts';
import { dateSchema, enumOf, nothing, pinSchema, proofSchema } from '../schemas.ts';
import { MAX_ATTACHMENT_BYTES, MEDIA } from './lists.ts';
import { sha256Schema } from './views.ts';

const which = {
  attachmentId: attachmentIdSchema,
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
      media: enumOf(MEDIA),
      content: marked(z.string().max(Math.ceil(MAX_ATTACHMENT_BYTES / 3) * 4), 'value'),
    }),
    { enters: ['attachment-show'], shows: 'value', proof: 'both' },
  ),
  /** Writes the content of a PDF to the file that was picked (`pickFile`). */
  'attachments.save': route(OVERSIGHT, z.strictObject({ ...which, fileId: fileIdSchema }), nothing, {
    enters: ['attachment-save'],
    ...BY_BOTH_PINS,
    sends: 'nobody',
  }),
};

const about = {
  attachment: loggedIdSchema,
  media: enumOf(MEDIA),
  bytes: numberSchema,
  sha256: sha256Schema,
} as const;

/** Each action on attachments: never their names. */
export const attachmentActions = {
  'attachment-add': {
    detail: z.strictObject({ ...about, showsOn: dateSchema }),
    ...unsigned('compliance', {
      attachment: '+',
      attachment_piece: '+',
      form_evidence: '+',
      form_fill: '~',
      paper: '~',
      paper_photo: '+',
      rectification: '~',
      rectification_evidence: '+',
      rectification_step: '+',
      seal_batch: '+',
    }),
  },
  'attachment-show': { detail: z.strictObject(about), ...signed('compliance', {}) },
  'attachment-save': { detail: z.strictObject(about), ...signed('compliance', {}) },
  'attachment-remove': {
    detail: z.strictObject(about),
    ...unsigned('compliance', {
      attachment: '-',
      attachment_piece: '-',
      form_evidence: '-',
      form_fill: '~',
      paper: '~',
      paper_photo: '-',
      rectification: '~',
      rectification_evidence: '-',
      rectification_step: '+',
      seal_batch: '-',
    }),
  },
} as const satisfies Actions;
