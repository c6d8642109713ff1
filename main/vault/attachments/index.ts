/** Shows what was attached, and writes it out: with a PIN whose holder has the contact tier, and an entry of the log before anything leaves. */
import type { RouteReply, RouteRequest } from '../../../contract/routes.ts';
import { SHOWN_MEDIA } from '../../../contract/attachments/lists.ts';
import { replaceSharedFile } from '../../files/durable-files.ts';
import { AppError } from '../app-error.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { zero } from '../crypto/zero.ts';
import { type VaultContext, defineFeature } from '../feature.ts';
import { cosignedBy } from '../key-change/dual-control.ts';
import type { SessionEntry } from '../log/audit-log.ts';
import { orSayFailed } from '../session/log-on-failure.ts';
import { type Session, entryOf, logAlone } from '../session/session.ts';
import { type AllVerified, requireOversight, requireSupervisor, withSlots } from '../session/with-slots.ts';
import { aboutAttachment, readAttachment } from './attachments.ts';

export const attachmentsFeature = defineFeature(({ pickedFiles }) => ({
  handlers: {
    'attachments.show': show,
    'attachments.save': (session, request) => save(session, request, pickedFiles),
  },
}));

type Opened = Awaited<ReturnType<typeof readAttachment>>;

/** Errors: those of `withSlots`, `not-allowed`, `needs-supervisor` (an admin alone), those of `readAttachment`. */
const withContent = <T>(
  session: Session,
  {
    attachmentId,
    pin,
    supervisor,
  }: Pick<RouteRequest<'attachments.show'>, 'attachmentId' | 'pin' | 'supervisor'>,
  work: (opened: Opened, present: AllVerified) => Promise<T>,
): Promise<T> => {
  const own = { slotId: session.signedIn.slotId, pin };
  return withSlots(session, supervisor === undefined ? [own] : [own, supervisor], async (present) => {
    requireOversight(present);
    const opened = await readAttachment(session, requireSupervisor(present), attachmentId);
    try {
      return await work(opened, present);
    } finally {
      zero(opened.content);
    }
  });
};

const entered = (
  action: 'attachment-show' | 'attachment-save',
  opened: Opened,
  present: AllVerified,
): SessionEntry => ({
  action,
  outcome: 'done',
  detail: aboutAttachment(opened),
  ...cosignedBy(present),
});

/** Errors: those of `withContent`, `attachment-kind` (what no screen shows). */
const show = (
  session: Session,
  request: RouteRequest<'attachments.show'>,
): Promise<RouteReply<'attachments.show'>> =>
  withContent(session, request, async (opened, present) => {
    if (!SHOWN_MEDIA.includes(opened.media)) throw new AppError('attachment-kind');
    const reply = { media: opened.media, content: toBase64(opened.content) };
    const entry = entryOf(session, entered('attachment-show', opened, present));
    return session.log.recordDisclosure(session.store, reply, entry);
  });

/** Errors: `not-found` (no such file was picked), those of `withContent`, `attachment-kind` (no PDF), `file-not-written`. */
function save(
  session: Session,
  request: RouteRequest<'attachments.save'>,
  pickedFiles: VaultContext['pickedFiles'],
): Promise<void> {
  const path = pickedFiles.pathOf(request.fileId, 'pdf');
  return withContent(session, request, async (opened, present) => {
    if (opened.media !== 'pdf') throw new AppError('attachment-kind');
    const entry = entered('attachment-save', opened, present);
    await logAlone(session, entry);
    await orSayFailed(session, { ...entry, outcome: 'failed' }, () =>
      replaceSharedFile(path, opened.content),
    );
  });
}
