/** One after another, everybody who is there types a new PIN; then the keys are made. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { PersonChosen } from './recovery-store.ts';

interface PinsStepProps {
  readonly people: readonly PersonChosen[];
  readonly making: boolean;
  readonly failure: Failure | null;
  /** One by one; after the last of them the keys are made. */
  readonly onPin: (index: number, pin: string) => void;
  /** PINs of those before. */
  readonly others: readonly string[];
  readonly onBack: () => void;
}

export function PinsStep({ people, making, failure, onPin, others, onBack }: PinsStepProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const person = people[at];
  if (person !== undefined) {
    const take = (pin: string) => {
      setAt(at + 1);
      onPin(at, pin);
    };
    return (
      <OnePin
        key={at}
        person={person}
        at={at + 1}
        count={people.length}
        others={others}
        onPin={take}
        onBack={onBack}
      />
    );
  }
  return (
    <div className="stack4">
      <CeremonyTitle>{t('setup.keys.title')}</CeremonyTitle>
      <p>{t('setup.keys.lead')}</p>
      {making && <ProgressBar share={null} label={t('setup.keys.title')} />}
      <FailureNote failure={failure} />
      {!making && (
        <FormActions>
          <Button onClick={onBack} autoFocus data-testid="recovery-back">
            {t('common.back')}
          </Button>
        </FormActions>
      )}
    </div>
  );
}

interface OnePinProps {
  readonly person: PersonChosen;
  readonly at: number;
  readonly count: number;
  readonly others: readonly string[];
  readonly onPin: (pin: string) => void;
  readonly onBack: () => void;
}

function OnePin({ person, at, count, others, onPin, onBack }: OnePinProps) {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  const pin = useRef<NewPinHandle>(null);

  // The keyboard is handed on, and what is typed next belongs to the next.
  useEffect(() => pin.current?.focus(), []);
  return (
    <Form
      name="recovery"
      testIds={{ form: 'recovery-pin-form', submit: 'recovery-next', cancel: 'recovery-back' }}
      className="stack4"
      yes={t('common.next')}
      no={t('common.back')}
      ready={ready}
      send={async () => {
        if (await pin.current?.isGood()) onPin(pin.current?.take() ?? '');
      }}
      onClose={() => onBack()}
    >
      <CeremonyTitle>{t('recovery.pins.title', { name: person.name })}</CeremonyTitle>
      <p>{t('recovery.pins.lead', { role: t(`roles.${person.role}`), at, count })}</p>
      <p className={cx('quiet', 'small')}>{t('setup.person.handOver')}</p>
      <NewPinFields
        role={person.role}
        name={person.name}
        others={others}
        judge={bridge.vault['recovery.checkPin']}
        handle={pin}
        onReady={setReady}
      />
    </Form>
  );
}
