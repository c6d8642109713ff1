/** One attachment: the PIN, then what it shows, for a minute. The content is in this component and in no store, and goes with it. */
import { useEffect, useState, useRef } from 'react';
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
import { Form, SubmitButton, type Typed } from '../ui/Form.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { PinField } from '../ui/PinField.tsx';
import { toastsStore } from '../ui/toasts.ts';
import css from './attachments.module.css';
import { Note } from '../ui/Note.tsx';

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
          <details className={cx('quiet', 'small', css.hash)}>
            <summary>{t('attached.hashed')}</summary>
            {t('attached.hash', { hash: attachment.sha256 })}
          </details>
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
      yes={null}
      more={
        <SubmitButton weight="amber" testId="attachment-submit">
          {t(isPdf ? 'attached.pdfYes' : 'attached.lookYes')}
        </SubmitButton>
      }
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

/** Longest side as drawn, in pixels. */
const MAX_SIDE = 2_000;

interface ShownPictureProps {
  /** In base64. */
  readonly content: string;
  readonly label: string;
}

/** A picture that was opened, drawn by the browser's own decoder: the content security policy has no picture from elsewhere. */
function ShownPicture({ content, label }: ShownPictureProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isBad, setIsBad] = useState(false);
  useEffect(() => {
    let isGone = false;
    const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
    void draw(bytes, () => (isGone ? null : canvas.current)).then((isDrawn) => {
      if (!isGone) setIsBad(!isDrawn);
    });
    return () => {
      isGone = true;
    };
  }, [content]);
  if (isBad) return <Note kind="warn">{t('attached.badPicture')}</Note>;
  return (
    <canvas
      ref={canvas}
      className={cx(css.picture)}
      role="img"
      aria-label={label}
      data-testid="attachment-picture"
    />
  );
}

/** False where it is no picture that can be read. */
async function draw(bytes: Uint8Array<ArrayBuffer>, find: () => HTMLCanvasElement | null): Promise<boolean> {
  const bitmap = await createImageBitmap(new Blob([bytes])).catch(() => null);
  if (bitmap === null) return false;
  const canvas = find();
  if (canvas !== null) {
    const scale = Math.min(1, MAX_SIDE / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    canvas.dataset['drawn'] = 'true';
  }
  bitmap.close();
  return true;
}
