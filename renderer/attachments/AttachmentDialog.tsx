/** One attachment: the PIN, then what it shows, for a minute. The content is in this component and in no store, and goes with it. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { saveDocument } from '../pages/give-document.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
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
  const { signedIn, people } = useDesk();
  const { failure, busy, submit, setFailure } = useSubmit();
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const isPdf = media === 'pdf';
  const takeProof = () => {
    const second = supervisor.current?.take() ?? null;
    return {
      attachmentId,
      pin: pin.current?.take() ?? '',
      ...(second === null ? {} : { supervisor: second }),
    };
  };
  const save = async (): Promise<void> => {
    const given = await saveDocument('form', (fileId) =>
      bridge.vault['attachments.save']({ ...takeProof(), fileId }),
    );
    if (given === null) return;
    if (!given.ok) return setFailure(given.error);
    const { file } = given.value;
    onClose();
    toastsStore.getState().show({ words: (say) => say('attached.pdfSaved', { file: file ?? '' }) });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    void (isPdf ? save() : submit(() => bridge.vault['attachments.show'](takeProof()), onShown));
  };
  return (
    <form onSubmit={onSubmit} aria-label={t('attached.look')} data-testid="attachment-form">
      <p>{t(isPdf ? 'attached.pdfLead' : 'attached.lookLead')}</p>
      <div className={formCss.line}>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required autoFocus />}</Field>
        {signedIn.role === 'admin' && (
          <ProofFields
            people={people.filter(({ role }) => role === 'supervisor')}
            handle={supervisor}
            testId="supervisor"
          />
        )}
      </div>
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="attachment-submit">
          {t(isPdf ? 'attached.pdfYes' : 'attached.lookYes')}
        </Button>
      </FormActions>
    </form>
  );
}
