/** One person: a name, and a PIN typed twice by its owner and judged while it is typed. */
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { Role } from '../../contract/fields.ts';
import { bridge } from '../bridge.ts';
import { setUpStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import css from './set-up.module.css';

interface PersonStepProps {
  readonly role: Role;
  /** The PINs of the others, none of which may be used twice. */
  readonly others: readonly string[];
  readonly onNext: (pin: string) => void;
  readonly onBack: (() => void) | null;
}

export function PersonStep({ role, others, onNext, onBack }: PersonStepProps) {
  const { t } = useTranslation();
  const { names, namePerson, samePerson, setSamePerson } = useStore(setUpStore);
  const [pinReady, setPinReady] = useState(false);
  const pin = useRef<NewPinHandle>(null);
  const name = names[role];
  const mirrored = role === 'supervisor' && samePerson;

  const ready = toOneLine(name) !== '' && pinReady;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (ready && (await pin.current?.isGood())) onNext(pin.current?.take() ?? '');
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void submit(event)}>
      <CeremonyTitle>{t(`setup.${role}.title`)}</CeremonyTitle>
      <p>{t(`setup.${role}.lead`)}</p>
      {role === 'supervisor' && (
        <Switch
          label={t('setup.supervisor.same')}
          on={samePerson}
          onChange={setSamePerson}
          testId="same-person"
        />
      )}
      {mirrored && <Note kind="warn">{t('setup.supervisor.sameWarn')}</Note>}
      <Field label={t('setup.person.name')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            maxLength={30}
            readOnly={mirrored}
            autoFocus={!mirrored}
            data-testid="staff-name"
            onChange={(event) => {
              namePerson(role, event.currentTarget.value);
              pin.current?.judgeFor(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <p className={cx('quiet', 'small')}>{t('setup.person.handOver')}</p>
      <NewPinFields
        role={role}
        name={name}
        others={others}
        judge={bridge.vault['setup.checkPin']}
        handle={pin}
        onReady={setPinReady}
      />
      <FormActions>
        <Button weight="main" type="submit" disabled={!ready} data-testid="setup-next">
          {t('common.next')}
        </Button>
        {onBack !== null && (
          <Button onClick={onBack} data-testid="setup-back">
            {t('common.back')}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
