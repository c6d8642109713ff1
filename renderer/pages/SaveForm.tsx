/** What saves the changes of a whole page: a bar under it, and the panel that asks why, for the own PIN, and for a supervisor's where one has to agree. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import type { SlotId } from '../../contract/ids.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { useTranslation } from '../messages/translate.ts';
import { Form } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import pageCss from '../ui/page.module.css';
import { PinField } from '../ui/PinField.tsx';
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
  /** Test hooks: `<name>-ask`, `<name>-words`, `<name>-submit`, `<name>-discard`. */
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
  /** Begun by a button of its own: the panel alone, which discards as it is closed. */
  readonly begun?: boolean;
  /** Stands in the place of the ways out, as the progress of what was saved. */
  readonly instead?: ReactNode;
  readonly failure: Failure | null;
  /** The PINs go through and are not kept. */
  readonly onSave: (proof: SavedWith) => void;
  readonly onDiscard: () => void;
}

export function SaveForm(props: SaveFormProps) {
  const { title, testId, name, children, words, save, discard, needsSupervisor = false } = props;
  const { ready = true, busy, instead, failure, begun = false, onSave, onDiscard } = props;
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [isAsked, setIsAsked] = useState(begun);
  const markDirty = useUnsaved();
  useEffect(markDirty);
  return (
    <>
      {!begun && (
        <div className={cx('row3', pageCss.foot)} data-testid={isAsked ? undefined : testId}>
          <p className="quiet">{t('unsaved.title')}</p>
          <FormActions inPlace>
            <Button
              weight="main"
              disabled={!ready || isAsked}
              data-testid={`${name}-ask`}
              onClick={() => setIsAsked(true)}
            >
              {save}
            </Button>
            <Button disabled={busy || isAsked} data-testid={`${name}-discard`} onClick={onDiscard}>
              {discard}
            </Button>
          </FormActions>
        </div>
      )}
      {isAsked && (
        <Form
          name={name}
          testIds={{ form: testId }}
          title={title}
          focus="field"
          busy={busy}
          failure={failure}
          ready={ready}
          yes={save}
          send={(typed) => {
            if (words !== undefined && !isReasonValid(said)) return;
            const { pin } = typed;
            onSave({ words: said.trim(), pin, ...(typed.hasSecond && { supervisor: typed.second }) });
          }}
          onClose={() => (begun ? onDiscard() : setIsAsked(false))}
          {...(instead === undefined ? {} : { foot: instead })}
        >
          {children}
          {words !== undefined && (
            <WordsField name="words" label={words} grow value={said} onChange={setSaid} />
          )}
          <PinField />
          {needsSupervisor && <SecondPerson testId="supervisor" />}
        </Form>
      )}
    </>
  );
}
