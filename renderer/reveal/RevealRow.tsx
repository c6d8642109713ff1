/** The reveal, in the row: reason, PIN, then the value while a ring runs down. The value is in this component's state alone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { RevealableFieldId } from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import type { NoteId, PersonId } from '../../contract/ids.ts';
import type { MaskedField, MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { useCountdown } from '../countdown.ts';
import { openPerson } from '../current-record/open-person.ts';
import { deskStore } from '../pages/stores.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { tellOpened, usualReason } from '../tasks/begin-task.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LimitLift } from '../limit-override/LimitFailure.tsx';
import { Ring } from '../ui/Ring.tsx';
import { useSmallWindow } from '../ui/use-small-window.ts';
import css from './reveal.module.css';
import { ShowActions } from './ShowActions.tsx';
import { ShownValue } from './ShownValue.tsx';
import { useHide } from './use-hide.ts';
import { WhyFields } from './WhyFields.tsx';
import { finishWhy, noWhy } from './access-reason.ts';
import { COPIED_SECONDS } from '../../contract/people/lists.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { toastsStore } from '../ui/toasts.ts';

interface RevealRowProps {
  readonly person: MaskedPerson;
  readonly field: MaskedField;
  readonly name: RevealableFieldId;
  /** For a note that is of the room alone. */
  readonly roomNote?: NoteId;
}

export function RevealRow(props: RevealRowProps) {
  const { name } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState<RevealedField | null>(null);
  const hide = useCallback(() => {
    setShown(null);
    deskStore.getState().hidePanel();
  }, []);
  const left = useCountdown(shown?.seconds ?? null, hide);
  const mayNote = useDesk().signedIn.role !== 'admin' && props.roomNote === undefined;
  const wasLeft = useHide(shown !== null, hide);
  const label = t(`fields.${name}`);
  if (shown === null) {
    return (
      <RevealForm
        {...props}
        onShown={(value) => {
          if (wasLeft()) hide();
          else setShown(value);
        }}
      />
    );
  }
  return (
    <div
      className={cx('line3', css.shown)}
      aria-label={t('reveal.value', { field: label })}
      role="group"
      data-testid="reveal-shown"
    >
      <span className={cx(css.label)}>{label}</span>
      <ShownValue field={name} value={shown.value} size="large" />
      <Ring left={left} of={shown.seconds} label={t('reveal.secondsLeft', { seconds: Math.ceil(left) })} />
      <CopyShown
        which={{ personId: props.person.personId, field: name, ordinal: shown.ordinal }}
        value={shown.value}
      />
      <Button shortcut="escape" onClick={hide} autoFocus data-testid="reveal-hide">
        {t('person.hide')}
      </Button>
      {shown.linked !== undefined && <OpenLinked personId={shown.linked} />}
      {mayNote && (
        <Button
          weight="plain"
          data-testid="reveal-note"
          onClick={() => deskStore.getState().show({ kind: 'note' })}
        >
          {t('note.add')}
        </Button>
      )}
    </div>
  );
}

/** From somebody under age to their guardian's own record, where the phones are. */
function OpenLinked({ personId }: { readonly personId: PersonId }) {
  const { t } = useTranslation();
  return (
    <Button data-testid="open-guardian" onClick={() => openPerson(personId)}>
      {t('guardian.open')}
    </Button>
  );
}

function RevealForm({
  person,
  field,
  name,
  roomNote,
  onShown,
}: RevealRowProps & { readonly onShown: (value: RevealedField) => void }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(() => noWhy(usualReason()));
  const reasons = useStore(reasonsStore, (state) => state.list);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** Where the focus goes as the row unfolds: to the reason, or on to the PIN where one was given for this record. */
  const [asksReason] = useState(why.reason === null);
  const form = useRef<HTMLFormElement>(null);
  // In place, but for a window in which its field and its button would not be seen together.
  const isSmall = useSmallWindow();
  // The vault may ask for a second person also where the field alone would not.
  const coSigned =
    field.access === 'co-sign' ||
    failure?.code === 'needs-supervisor' ||
    failure?.code === 'wrong-pin-either';

  useEffect(() => {
    const first = asksReason ? 'input[type=radio]' : '[data-testid=pin-input]';
    form.current?.querySelector<HTMLInputElement>(first)?.focus();
  }, [asksReason]);

  const finished = finishWhy(reasons, why);
  const reveal = (typed: Typed) => {
    if (finished === null) return null;
    return bridge.vault['people.reveal']({
      personId: person.personId,
      field: name,
      ordinal: field.ordinal,
      why: finished,
      pin: typed.pin,
      ...(roomNote === undefined ? {} : { roomNote }),
      ...(typed.hasSecond && { cosigner: typed.second }),
    });
  };

  return (
    <>
      <Form
        formRef={form}
        name="reveal"
        {...(isSmall ? {} : { className: css.form, isKeptInView: true })}
        label={t('reveal.title', { field: t(`fields.${name}`) })}
        onClose={deskStore.getState().hidePanel}
        ready={finished !== null}
        refocus="pin"
        send={reveal}
        onDone={(value) => {
          tellOpened(name, person.personId);
          onShown(value);
        }}
        onFailed={setFailure}
        foot={<ShowActions label={t('person.reveal')} ready={finished !== null} testId="reveal-submit" />}
      >
        <p className={cx(css.formHead)}>
          <span className={cx(css.label)}>{t(`fields.${name}`)}</span>
          <span className={cx(css.mask, 'digits')} data-testid="mask">
            {field.mask}
          </span>
          <span className={cx(css.aboutTo)}>
            <Icon name="eye" /> {t('reveal.aboutTo')}
          </span>
        </p>
        <div className={cx(css.columns, coSigned && css.withCosigner)}>
          <div className={cx('stack4', css.column)}>
            <WhyFields why={why} onChange={setWhy}>
              <OwnPin />
            </WhyFields>
          </div>
          {coSigned && (
            <fieldset className={cx('stack3', css.cosigner)} data-testid="cosign">
              <legend>
                <Icon name="two" /> {t('reveal.coSignTitle')}
              </legend>
              <p className={cx('small')}>{t('reveal.coSignLead')}</p>
              <SecondPerson me="left-out" testId="cosigner" />
            </fieldset>
          )}
        </div>
      </Form>
      <LimitLift failure={failure} onLifted={() => setFailure(null)} />
    </>
  );
}

interface CopyShownProps {
  readonly which: RouteRequest<'people.copy'>;
  readonly value: string;
}

/** Copies the value that is shown, once the log has it; main takes it out of the clipboard again. */
function CopyShown({ which, value }: CopyShownProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const copy = async (): Promise<void> => {
    setBusy(true);
    const reply = await bridge.vault['people.copy'](which);
    const written = reply.ok ? await bridge.shell.copyValue({ text: value }) : null;
    const isWritten = written?.ok === true && written.value.copied;
    setBusy(false);
    toastsStore.getState().show({
      words: (say) =>
        isWritten ? say('reveal.copied', { seconds: COPIED_SECONDS }) : say('reveal.notCopied'),
    });
  };
  return (
    <Button disabled={busy} data-testid="reveal-copy" onClick={() => void copy()}>
      {t('reveal.copy')}
    </Button>
  );
}
