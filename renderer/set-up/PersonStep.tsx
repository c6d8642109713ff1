/** One person: a name, and a PIN typed twice by its owner and judged while it is typed. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import type { Role } from '../../contract/fields.ts';
import { bridge } from '../bridge.ts';
import { setUpStore } from './stores.ts';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';

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
  return (
    <Form
      name="setup"
      testIds={{ submit: 'setup-next', cancel: 'setup-back' }}
      className="stack4"
      yes={t('common.next')}
      no={t('common.back')}
      ready={ready}
      send={async () => {
        if (await pin.current?.isGood()) onNext(pin.current?.take() ?? '');
      }}
      onClose={onBack === null ? undefined : () => onBack()}
    >
      <CeremonyTitle>{t(`setup.${role}.title`)}</CeremonyTitle>
      <p>{t(`setup.${role}.lead`)}</p>
      {role === 'supervisor' && (
        <Switch
          label={t('setup.supervisor.same')}
          value={samePerson}
          onChange={setSamePerson}
          testId="same-person"
        />
      )}
      {mirrored && <Note kind="warn">{t('setup.supervisor.sameWarn')}</Note>}
      <TextField
        label={t('setup.person.name')}
        value={name}
        maxLength={30}
        readOnly={mirrored}
        autoFocus={!mirrored}
        testId="staff-name"
        onChange={(text) => {
          namePerson(role, text);
          pin.current?.judgeFor(text);
        }}
      />
      <p className={cx('quiet', 'small')}>{t('setup.person.handOver')}</p>
      <NewPinFields
        role={role}
        name={name}
        others={others}
        judge={bridge.vault['setup.checkPin']}
        handle={pin}
        onReady={setPinReady}
      />
    </Form>
  );
}
