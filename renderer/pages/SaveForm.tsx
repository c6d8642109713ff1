/** What saves the changes of a whole page: why, the own PIN, and a supervisor's where one has to agree. */
import { type FormEvent, type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { SlotId } from '../../contract/ids.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { PageForm, ProofLine } from '../ui/Page.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput, type SecretHandle } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { useDesk } from './desk-context.ts';
import { useUnsaved } from './use-unsaved.ts';

/** What a change is saved with. */
export interface SavedWith {
  readonly words: string;
  readonly pin: string;
  readonly supervisor?: { readonly slotId: SlotId; readonly pin: string };
}

interface SaveFormProps {
  readonly title: string;
  readonly testId: string;
  /** Test hooks: `<name>-words`, `<name>-submit`, `<name>-discard`. */
  readonly name: string;
  /** What is about to change. */
  readonly children: ReactNode;
  readonly words: string;
  readonly save: string;
  readonly discard: string;
  readonly needsSupervisor?: boolean;
  readonly busy: boolean;
  /** Stands in the place of the PINs, as the progress of what was saved. */
  readonly instead?: ReactNode;
  readonly failure: Failure | null;
  /** The PINs go through and are not kept. */
  readonly onSave: (proof: SavedWith) => void;
  readonly onDiscard: () => void;
}

export function SaveForm(props: SaveFormProps) {
  const { title, testId, children, needsSupervisor = false, busy, instead, failure, onSave } = props;
  const [words, setWords] = useState('');
  const pin = useRef<SecretHandle>(null);
  const supervisor = useRef<ProofHandle>(null);
  const markDirty = useUnsaved();
  useEffect(markDirty);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy || !isReasonValid(words)) return;
    if ((pin.current?.peek() ?? '') === '') return pin.current?.focus();
    const proof = needsSupervisor ? (supervisor.current?.take() ?? null) : undefined;
    if (proof === null) return supervisor.current?.focus();
    onSave({
      words: words.trim(),
      pin: pin.current?.take() ?? '',
      ...(proof === undefined ? {} : { supervisor: proof }),
    });
  };
  return (
    <PageForm label={title} testId={testId} onSubmit={submit}>
      {children}
      <FailureNote failure={failure} />
      {instead ?? <Proofs {...props} said={words} onSaid={setWords} pin={pin} supervisor={supervisor} />}
    </PageForm>
  );
}

interface ProofsProps extends SaveFormProps {
  readonly said: string;
  readonly onSaid: (words: string) => void;
  readonly pin: Ref<SecretHandle>;
  readonly supervisor: Ref<ProofHandle>;
}

function Proofs(props: ProofsProps) {
  const { name, words, save, discard, needsSupervisor, busy, onDiscard, said, onSaid, pin, supervisor } =
    props;
  const { t } = useTranslation();
  const { people } = useDesk();
  return (
    <ProofLine>
      <WordsField
        label={words}
        className={formCss.grow}
        value={said}
        testId={`${name}-words`}
        onChange={onSaid}
      />
      <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} required />}</Field>
      {needsSupervisor === true && (
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor')}
          handle={supervisor}
          testId="supervisor"
        />
      )}
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid={`${name}-submit`}>
          {save}
        </Button>
        <Button disabled={busy} data-testid={`${name}-discard`} onClick={onDiscard}>
          {discard}
        </Button>
      </FormActions>
    </ProofLine>
  );
}
