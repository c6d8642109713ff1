/** One person: a name, and a PIN typed twice by its owner and judged while it is typed. */
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { toOneLine } from '../../contract/one-line.ts';
import type { Role } from '../../contract/fields.ts';
import type { PinProblem } from '../../contract/views.ts';
import { bridge } from '../bridge.ts';
import { setupStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Note } from '../ui/Note.tsx';
import { Switch } from '../ui/Switch.tsx';
import { PinInput, TextInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from './setup.module.css';

interface PersonStepProps {
  readonly role: Role;
  /** The PINs of the others, none of which may be used twice. */
  readonly others: readonly string[];
  readonly onNext: (pin: string) => void;
  readonly onBack: (() => void) | null;
}

export function PersonStep({ role, others, onNext, onBack }: PersonStepProps) {
  const { t } = useTranslation();
  const { names, namePerson, samePerson, setSamePerson } = useStore(setupStore);
  const [problems, setProblems] = useState<readonly PinProblem[] | null>(null);
  const [differs, setDiffers] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const pin = useRef<SecretHandle>(null);
  const again = useRef<SecretHandle>(null);
  const asked = useRef(0);
  const name = names[role];
  const mirrored = role === 'supervisor' && samePerson;

  const judge = async (judgedName: string) => {
    const typed = pin.current?.peek() ?? '';
    const turn = ++asked.current;
    compare();
    if (typed === '') return setProblems(null);
    const reply = await bridge.vault['setup.checkPin']({ role, pin: typed, name: judgedName });
    if (turn !== asked.current || !reply.ok) return;
    setProblems(others.includes(typed) ? [...new Set<PinProblem>([...reply.value.problems, 'same-as-other'])] : reply.value.problems);
  };
  /** The second field is judged once it is as long as the first, not while it is still being typed. */
  const compare = () => {
    const first = pin.current?.peek() ?? '';
    const second = again.current?.peek() ?? '';
    setConfirmed(first !== '' && first === second);
    setDiffers(second !== '' && first !== second && (second.length >= first.length || !first.startsWith(second)));
  };

  const ready = toOneLine(name) !== '' && problems?.length === 0 && confirmed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    again.current?.clear();
    onNext(pin.current?.take() ?? '');
  };

  return (
    <form className={cx(css.form)} onSubmit={submit}>
      <h1>{t(`setup.${role}.title`)}</h1>
      <p>{t(`setup.${role}.lead`)}</p>
      {role === 'supervisor' && <Switch label={t('setup.supervisor.same')} on={samePerson} onChange={setSamePerson} testId="same-person" />}
      {mirrored && <Note kind="warn">{t('setup.supervisor.sameWarn')}</Note>}
      <Field label={t('setup.person.name')}>
        {(ids) => (
          <TextInput
            {...ids} value={name} maxLength={30} readOnly={mirrored} autoFocus={!mirrored} data-testid="staff-name"
            onChange={(event) => {
              namePerson(role, event.currentTarget.value);
              void judge(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <p className={cx('quiet', 'small')}>{t('setup.person.handOver')}</p>
      <div className={cx(css.pair)}>
        <Field
          label={t('setup.person.pin')} hint={problems?.length === 0 ? `✓ ${t('setup.person.good')}` : t(`setup.person.pinHint.${role}`)}
          problem={problems?.map((problem) => <span key={problem} data-testid={`pin-problem-${problem}`}>{t(`pinProblems.${problem}`)} </span>).slice(0, 2) ?? null}
        >
          {(ids) => <PinInput {...ids} aria-invalid={(problems?.length ?? 0) > 0} handle={pin} onInput={() => void judge(name)} />}
        </Field>
        <Field label={t('setup.person.confirm')} problem={differs ? t('setup.person.differs') : null}>
          {(ids) => <PinInput {...ids} handle={again} data-testid="pin-confirm" onInput={compare} />}
        </Field>
      </div>
      <div className={cx(css.actions)}>
        {onBack !== null && <Button onClick={onBack} data-testid="setup-back">{t('common.back')}</Button>}
        <Button weight="main" type="submit" disabled={!ready} data-testid="setup-next">{t('common.next')}</Button>
      </div>
    </form>
  );
}
