/** An emergency: words, PIN, then contact and phones of the record at once while a ring runs down. The values are in this component's state alone. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Failure } from '../../contract/result.ts';
import type { MaskedPerson, RevealedField } from '../../contract/residents/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ShowActions } from '../reveal/ShowActions.tsx';
import { ShownValue } from '../reveal/ShownValue.tsx';
import { useShownFields } from '../reveal/use-shown-fields.ts';
import { glassStore } from './stores.ts';
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
import { areSaid, WordsField } from '../ui/WordsField.tsx';

export function GlassPanel({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { shown, show, hide } = useShownFields();
  const own = useStore(glassStore, (state) => state.own);
  const readOwn = useStore(glassStore, (state) => state.readOwn);
  useEffect(() => void readOwn(), [readOwn]);
  if (shown === null)
    return own !== null && own.running === null && own.waiting ? (
      <LastOneWaits />
    ) : (
      <GlassForm person={person} onShown={show} />
    );
  return (
    <section className={cx(css.glass)} aria-label={t('glass.shown')} data-testid="glass-shown">
      <div className={cx(css.glassBar)}>
        <Ring
          left={shown.left}
          of={shown.seconds}
          label={t('reveal.secondsLeft', { seconds: Math.ceil(shown.left) })}
        />
        <p>{t('glass.shown')}</p>
        <Button shortcut="escape" autoFocus onClick={hide} data-testid="glass-hide">
          {t('person.hide')}
        </Button>
      </div>
      {shown.fields.map((one) => (
        <div
          key={`${one.field}-${one.ordinal}`}
          className={cx(css.glassRow)}
          data-testid={`glass-${one.field}-${one.ordinal}`}
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
    <section className={cx(css.glass)} aria-label={t('glass.title')} data-testid="glass-waits">
      <h2>
        <Icon name="warn" /> {t('glass.title')}
      </h2>
      <FailureNote failure={{ code: 'emergency-unacknowledged', details: {} }} />
    </section>
  );
}

function GlassForm({
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
  const ready = areSaid(words);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    setBusy(true);
    setFailure(null);
    const reply = await bridge.vault['glass.break']({
      personId: person.personId,
      words: words.trim(),
      pin: pin.current?.take() ?? '',
    });
    setBusy(false);
    void glassStore.getState().readOwn();
    if (!reply.ok) {
      setFailure(reply.error);
      return pin.current?.focus();
    }
    taskStore.getState().tell('glass', person.personId);
    if (signedIn.role === 'supervisor') void glassStore.getState().read();
    onShown(reply.value.fields);
  };

  return (
    <form
      ref={form}
      className={cx(css.glass)}
      onSubmit={(event) => void open(event)}
      aria-label={t('glass.title')}
      data-testid="glass-form"
    >
      <h2>
        <Icon name="warn" /> {t('glass.title')}
      </h2>
      <p>{t('glass.lead')}</p>
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('glass.words')}
          hint={t('glass.wordsHint')}
          className={formCss.grow}
          autoFocus
          value={words}
          testId="glass-words"
          onChange={setWords}
        />
        <Field label={t('pin.own')}>
          {(ids) => <OwnPinInput {...ids} role={signedIn.role} handle={pin} readOnly={busy} />}
        </Field>
      </div>
      <FailureNote failure={failure} />
      <ShowActions label={t('glass.open')} busy={busy} ready={ready} testId="glass-submit" />
    </form>
  );
}
