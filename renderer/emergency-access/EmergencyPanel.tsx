/** An emergency: words, PIN, then contact and phones of the record at once while a ring runs down. The values are in this component's state alone. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ShowActions } from '../reveal/ShowActions.tsx';
import { ShownValue } from '../reveal/ShownValue.tsx';
import { useShownFields } from '../reveal/use-shown-fields.ts';
import { emergencyStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { OwnPinInput } from '../ui/PinBoxes.tsx';
import { Ring } from '../ui/Ring.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from '../tasks/tasks.module.css';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

export function EmergencyPanel({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { shown, show, hide } = useShownFields();
  const own = useStore(emergencyStore, (state) => state.own);
  const readOwn = useStore(emergencyStore, (state) => state.readOwn);
  useEffect(() => void readOwn(), [readOwn]);
  if (shown === null)
    return own !== null && own.running === null && own.waiting ? (
      <LastOneWaits />
    ) : (
      <EmergencyForm person={person} onShown={show} />
    );
  return (
    <section className={cx(css.emergency)} aria-label={t('emergency.shown')} data-testid="emergency-shown">
      <div className={cx(css.emergencyBar)}>
        <Ring
          left={shown.left}
          of={shown.seconds}
          label={t('reveal.secondsLeft', { seconds: Math.ceil(shown.left) })}
        />
        <p>{t('emergency.shown')}</p>
        <Button shortcut="escape" autoFocus onClick={hide} data-testid="emergency-hide">
          {t('person.hide')}
        </Button>
      </div>
      {shown.fields.map((one) => (
        <div
          key={`${one.field}-${one.ordinal}`}
          className={cx(css.emergencyRow)}
          data-testid={`emergency-${one.field}-${one.ordinal}`}
        >
          <span className="quiet">{t(`fields.${one.field}`)}</span>
          <ShownValue field={one.field} value={one.value} size="large" />
        </div>
      ))}
    </section>
  );
}

/** No form is offered that the vault would refuse. */
function LastOneWaits() {
  const { t } = useTranslation();
  return (
    <section className={cx(css.emergency)} aria-label={t('emergency.title')} data-testid="emergency-waits">
      <h2>
        <Icon name="warn" /> {t('emergency.title')}
      </h2>
      <FailureNote failure={{ code: 'emergency-unacknowledged', details: {} }} />
    </section>
  );
}

function EmergencyForm({
  person,
  onShown,
}: {
  readonly person: MaskedPerson;
  readonly onShown: (fields: readonly RevealedField[]) => void;
}) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [words, setWords] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const pin = useRef<SecretHandle>(null);
  const ready = isReasonValid(words);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    setBusy(true);
    setFailure(null);
    const reply = await bridge.vault['emergency.begin']({
      personId: person.personId,
      words: words.trim(),
      pin: pin.current?.take() ?? '',
    });
    setBusy(false);
    void emergencyStore.getState().readOwn();
    if (!reply.ok) {
      setFailure(reply.error);
      return pin.current?.focus();
    }
    taskStore.getState().tell('emergency', person.personId);
    if (signedIn.role === 'supervisor') void emergencyStore.getState().read();
    onShown(reply.value.fields);
  };

  return (
    <form
      ref={form}
      className={cx(css.emergency)}
      onSubmit={(event) => void open(event)}
      aria-label={t('emergency.title')}
      data-testid="emergency-form"
    >
      <h2>
        <Icon name="warn" /> {t('emergency.title')}
      </h2>
      <p>{t('emergency.lead')}</p>
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('emergency.words')}
          hint={t('emergency.wordsHint')}
          className={formCss.grow}
          autoFocus
          value={words}
          testId="emergency-words"
          onChange={setWords}
        />
        <Field label={t('pin.own')}>
          {(ids) => <OwnPinInput {...ids} role={signedIn.role} handle={pin} readOnly={busy} />}
        </Field>
      </div>
      <FailureNote failure={failure} />
      <ShowActions label={t('emergency.open')} busy={busy} ready={ready} testId="emergency-submit" />
    </form>
  );
}
