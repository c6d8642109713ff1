/** Media and limits of files attached to a form or a rectification item. Without schemas, so that pages can read it. */

/** Told by their first bytes, whatever the file is called. */
export const MEDIA = ['png', 'jpeg', 'pdf', 'text'] as const;
/** A kind of content. */
export type Medium = (typeof MEDIA)[number];

/** Media that are shown on the screen; the others are written to a file. */
export const SHOWN_MEDIA: readonly Medium[] = ['png', 'jpeg', 'text'];

/** Most bytes of one attachment. */
export const MAX_ATTACHMENT_BYTES = 6 * 2 ** 20;
/** Most bytes of all attachments: they are in every backup. */
export const MAX_ATTACHMENTS_BYTES = 512 * 2 ** 20;
/** Most pixels of a picture; a phone's camera has 50 million. */
export const MAX_PICTURE_PIXELS = 64e6;
/** Bound of a name, in UTF-16 code units. */
export const MAX_ATTACHMENT_NAME = 80;
/** Most attachments of one item. */
export const MAX_ATTACHMENTS_OF_ITEM = 12;

/** Its actions, as log and papers call them. */
export const ATTACHMENTS_ACTION_WORDS = {
  'attachment-add': ['添加附件', 'Added an attachment'],
  'attachment-show': ['查看附件', 'Viewed an attachment'],
  'attachment-save': ['另存附件', 'Saved an attachment'],
  'attachment-remove': ['删除附件', 'Removed an attachment'],
} as const;
