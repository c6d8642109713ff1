/** Opens the pictures that go into one document: by a PIN whose holder has the contact tier, in bounded memory, and each entered before the document leaves. */
import type { AttachmentView } from '../../../contract/attachments/views.ts';
import { zero } from '../crypto/zero.ts';
import type { OpenPicture, ShownPicture } from '../feature.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import { done } from '../log/done.ts';
import { MAX_PICTURE_MEMORY, hasInks, pictureSize } from '../pdf/picture-size.ts';
import { commit } from '../session/commit.ts';
import type { Session } from '../session/session.ts';
import { type AllVerified, requireSupervisor } from '../session/with-slots.ts';
import { aboutAttachment, readAttachment } from './attachments.ts';

/** Bytes of all pictures in one document; the others are listed by name and hash, and so are those that take too much memory to draw, or have the colours of a press. */
const MAX_PICTURE_BYTES = 40 * 2 ** 20;

/** The pictures of one document. */
export interface DocumentPictures {
  readonly open: OpenPicture;
  /** How many were opened. */
  readonly count: () => number;
  /** Enters each that was opened, before the document leaves. Errors: those of the log. */
  readonly enter: () => Promise<void>;
  /** Zeroes them. */
  readonly forget: () => void;
}

/** `present`: null where no picture is to be opened. Errors of `open`: `needs-supervisor` (an admin alone), those of `readAttachment`. */
export function createDocumentPictures(session: Session, present: AllVerified | null): DocumentPictures {
  let [left, memory] = [MAX_PICTURE_BYTES, MAX_PICTURE_MEMORY];
  const opened: { readonly attachment: AttachmentView; readonly picture: ShownPicture }[] = [];
  return {
    open: async (attachment) => {
      if (present === null || attachment.bytes > left) return null;
      const { media, content } = await readAttachment(
        session,
        requireSupervisor(present),
        attachment.attachmentId,
      );
      const size = media === 'png' || media === 'jpeg' ? pictureSize(media, content) : null;
      if (size === null || size.memory > memory || hasInks(content)) {
        zero(content);
        return null;
      }
      left -= content.length;
      memory -= size.memory;
      const picture = { ...size, bytes: content };
      opened.push({ attachment, picture });
      return picture;
    },
    count: () => opened.length,
    enter: async () => {
      if (present === null || opened.length === 0) return;
      await commit(session, async () =>
        opened.map(({ attachment }) =>
          done('attachment-save', aboutAttachment(attachment), cosignedBy(present)),
        ),
      );
    },
    forget: () => {
      for (const { picture } of opened) zero(picture.bytes);
    },
  };
}
