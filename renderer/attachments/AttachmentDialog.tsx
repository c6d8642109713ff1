/** One attachment: the PIN, then what it shows, for a minute. The content is in this component and in no store, and goes with it. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { Result } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { saveDocument } from '../pages/give-document.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { PinField } from '../ui/PinField.tsx';
import { toastsStore } from '../ui/toasts.ts';
import css from './attachments.module.css';
import { ShownPicture } from './ShownPicture.tsx';

const SHOWN_MS = 60_000;

type Shown = RouteReply<'attachments.show'>;

interface AttachmentDialogProps {
  readonly attachment: AttachmentView;
  readonly onClose: () => void;
}

export function AttachmentDialog({ attachment, onClose }: AttachmentDialogProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, onClose]);
  return (
    <Overlay look="sheet" wide title={attachment.name} testId="attachment-dialog" onClose={onClose}>
      {shown === null ? (
        <OpenForm attachment={attachment} onShown={setShown} onClose={onClose} />
      ) : (
        <>
          <p className={cx('quiet', 'small')} role="status">
            {t('attached.shown')}
          </p>
          {shown.media === 'text' ? (
            <pre className={cx(css.text)} data-testid="attachment-text">
              {textOf(shown.content)}
            </pre>
          ) : (
            <ShownPicture content={shown.content} label={attachment.name} />
          )}
          <p className={cx('quiet', 'small', css.hash)}>{t('attached.hash', { hash: attachment.sha256 })}</p>
        </>
      )}
    </Overlay>
  );
}

const textOf = (content: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(content), (character) => character.charCodeAt(0)));

interface OpenFormProps {
  readonly attachment: AttachmentView;
  readonly onShown: (shown: Shown) => void;
  readonly onClose: () => void;
}

function OpenForm({ attachment: { attachmentId, media }, onShown, onClose }: OpenFormProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const isPdf = media === 'pdf';
  const proofOf = (typed: Typed) => ({
    attachmentId,
    pin: typed.pin,
    ...(typed.hasSecond && { supervisor: typed.second }),
  });
  const save = async (typed: Typed): Promise<Result<never> | void> => {
    const given = await saveDocument('form', (fileId) =>
      bridge.vault['attachments.save']({ ...proofOf(typed), fileId }),
    );
    if (given?.ok === false) return given;
    if (given === null) return;
    const { file } = given.value;
    onClose();
    toastsStore.getState().show({ words: (say) => say('attached.pdfSaved', { file: file ?? '' }) });
  };
  return (
    <Form
      name="attachment"
      className=""
      label={t('attached.look')}
      yes={t(isPdf ? 'attached.pdfYes' : 'attached.lookYes')}
      send={(typed) => (isPdf ? save(typed) : bridge.vault['attachments.show'](proofOf(typed)))}
      onDone={onShown}
    >
      <p>{t(isPdf ? 'attached.pdfLead' : 'attached.lookLead')}</p>
      <FieldLine>
        <PinField autoFocus />
        {signedIn.role === 'admin' && <SecondPerson testId="supervisor" />}
      </FieldLine>
    </Form>
  );
}
