/** An emergency: words, PIN, then contact and phones of the record at once while a ring runs down. The values are in this component's state alone. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { ShowActions } from '../reveal/ShowActions.tsx';
import { ShownValue } from '../reveal/ShownValue.tsx';
import { useShownFields } from '../reveal/use-shown-fields.ts';
import { emergencyStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Ring } from '../ui/Ring.tsx';
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
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const open = async ({ pin }: Typed) => {
    const reply = await bridge.vault['emergency.begin']({
      personId: person.personId,
      words: words.trim(),
      pin,
    });
    void emergencyStore.getState().readOwn();
    return reply;
  };
  return (
    <Form
      formRef={form}
      name="emergency"
      className={css.emergency}
      label={t('emergency.title')}
      ready={isReasonValid(words)}
      refocus="pin"
      send={open}
      onDone={({ fields }) => {
        taskStore.getState().tell('emergency', person.personId);
        if (signedIn.role === 'supervisor') void emergencyStore.getState().read();
        onShown(fields);
      }}
      foot={
        <ShowActions label={t('emergency.open')} ready={isReasonValid(words)} testId="emergency-submit" />
      }
    >
      <h2>
        <Icon name="warn" /> {t('emergency.title')}
      </h2>
      <p>{t('emergency.lead')}</p>
      <FieldLine>
        <WordsField
          label={t('emergency.words')}
          hint={t('emergency.wordsHint')}
          grow
          autoFocus
          value={words}
          testId="emergency-words"
          onChange={setWords}
        />
        <OwnPin />
      </FieldLine>
    </Form>
  );
}
