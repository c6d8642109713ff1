/** The way to a record of another desk: a supervisor agrees on the spot, or, for a room in an emergency, the own PIN. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import type { Outside } from '../../contract/scope/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import css from './limit-override.module.css';
import { scopeStore } from './stores.ts';

/** What a refusal says that it is about; null of a room that is not on record. */
export function outsideOf({ code, details: { of, id } }: Failure): Outside | null {
  if (code !== 'outside-scope' || typeof id !== 'number' || id === 0) return null;
  return of === 'person' ? { of, personId: id as PersonId } : { of: 'room', roomId: id as RoomId };
}

interface OutsideFormProps {
  readonly about: Outside;
  readonly onAgreed: () => void;
}

export function OutsideForm({ about, onAgreed }: OutsideFormProps) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const { failure, busy, submit } = useSubmit();
  const [words, setWords] = useState('');
  const [alone, setAlone] = useState(false);
  const supervisor = useRef<ProofHandle>(null);
  const own = useRef<SecretHandle>(null);
  const request = () => {
    if (alone && about.of === 'room') {
      const emergency = own.current?.take() ?? '';
      return emergency === '' ? null : { about, words: words.trim(), emergency };
    }
    const proof = supervisor.current?.take() ?? null;
    return proof === null ? null : { about, words: words.trim(), supervisor: proof };
  };
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isReasonValid(words)) return;
    const asked = request();
    if (asked === null) return (alone ? own : supervisor).current?.focus();
    await submit(
      () => bridge.vault['scope.open'](asked),
      (opened) => {
        scopeStore.getState().take(opened);
        onAgreed();
      },
    );
  };
  return (
    <form
      className={cx(css.form)}
      onSubmit={(event) => void send(event)}
      aria-label={t('scope.open.title')}
      data-testid="outside-form"
    >
      <p>{t(alone ? 'scope.open.emergencyLead' : `scope.open.lead.${about.of}`)}</p>
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('scope.open.words')}
          className={formCss.grow}
          value={words}
          testId="outside-words"
          onChange={setWords}
        />
        {alone ? (
          <Field label={t('pin.own')}>
            {(ids) => <PinInput {...ids} handle={own} required data-testid="outside-pin" />}
          </Field>
        ) : (
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor')}
            handle={supervisor}
            testId="outside-supervisor"
          />
        )}
      </div>
      <FailureNote failure={failure} />
      <FormActions inPlace>
        <Button weight={alone ? 'danger' : 'main'} type="submit" disabled={busy} data-testid="outside-submit">
          {t(alone ? 'scope.open.emergency' : 'scope.open.yes')}
        </Button>
        {about.of === 'room' && (
          <Button weight="plain" data-testid="outside-alone" onClick={() => setAlone(!alone)}>
            {t(alone ? 'scope.open.withSupervisor' : 'scope.open.alone')}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
