/** Form that saves the changes of a whole page: why, the own PIN, and a supervisor's where one has to agree. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import type { SlotId } from '../../contract/ids.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { ProofLine } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PinField } from '../ui/PinField.tsx';
import { useSmallWindow } from '../ui/use-small-window.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { SecondPerson } from './SecondPerson.tsx';
import { useUnsaved } from './use-unsaved.ts';

/** Reason and PINs that a change is saved with. */
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
  /** Summary of the change. */
  readonly children: ReactNode;
  /** Label of the words that the log keeps; without it there are none. */
  readonly words?: string;
  readonly save: string;
  readonly discard: string;
  readonly ready?: boolean;
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
  const { title, testId, name, children, words, save, discard, needsSupervisor = false } = props;
  const { ready = true, busy, instead, failure, onSave, onDiscard } = props;
  const [said, setSaid] = useState('');
  const markDirty = useUnsaved();
  useEffect(markDirty);
  const proofs = (
    <ProofLine>
      {words !== undefined && <WordsField name="words" label={words} grow value={said} onChange={setSaid} />}
      <PinField />
      {needsSupervisor && <SecondPerson testId="supervisor" />}
      <FormActions>
        <SubmitButton weight="main" disabled={!ready} testId={`${name}-submit`}>
          {save}
        </SubmitButton>
        <Button disabled={busy} data-testid={`${name}-discard`} onClick={onDiscard}>
          {discard}
        </Button>
      </FormActions>
    </ProofLine>
  );
  // On a small window there is room for the page or for what its saving takes.
  const isSmall = useSmallWindow();
  const [isAsked, setIsAsked] = useState(false);
  if (isSmall && !isAsked)
    return (
      <div className={cx(pageCss.foot)}>
        <FormActions>
          <Button
            weight="main"
            disabled={!ready}
            data-testid={`${name}-ask`}
            onClick={() => setIsAsked(true)}
          >
            {save}
          </Button>
          <Button disabled={busy} data-testid={`${name}-discard`} onClick={onDiscard}>
            {discard}
          </Button>
        </FormActions>
      </div>
    );
  return (
    <Form
      name={name}
      testIds={{ form: testId }}
      {...(isSmall ? { title } : { className: pageCss.foot, label: title })}
      onClose={() => setIsAsked(false)}
      busy={busy}
      failure={failure}
      ready={ready}
      send={(typed) => {
        if (words !== undefined && !isReasonValid(said)) return;
        const { pin } = typed;
        onSave({ words: said.trim(), pin, ...(typed.hasSecond && { supervisor: typed.second }) });
      }}
      foot={instead ?? proofs}
    >
      {children}
    </Form>
  );
}
