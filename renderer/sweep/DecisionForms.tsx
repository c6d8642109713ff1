/** Two decisions about a file, each with the own PIN: it stays for a time, or it is destroyed. */
import { useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { MAX_ACCEPTED_DAYS } from '../../contract/sweep/lists.ts';
import type { SweepFinding, SweepView } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { disposalsStore } from './disposals-store.ts';
import { nameOf } from './FindingTable.tsx';

interface FormProps {
  readonly finding: SweepFinding;
  readonly onClose: (view?: SweepView) => void;
}

const DAY_MS = 86_400_000;

/** Whether the vault will take it: a later day, and not too far away. */
const isLaterDay = (day: string): boolean =>
  day > formatDate(Date.now()) && day <= formatDate(Date.now() + MAX_ACCEPTED_DAYS * DAY_MS);

export function AcceptForm({ finding, onClose }: FormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [words, setWords] = useState('');
  const [text, setText] = useState('');
  const day = dayFrom(text);
  const until = day !== null && isLaterDay(day) ? day : null;
  return (
    <PinForm
      name="sweep-accept"
      title={t('sweep.acceptForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.acceptForm.lead')}
      yes={t('sweep.acceptForm.yes')}
      ready={isReasonValid(words) && until !== null}
      send={(pin) =>
        bridge.vault['sweep.accept']({
          findingId: finding.findingId,
          words: words.trim(),
          until: until ?? '',
          pin,
        })
      }
      onClose={onClose}
    >
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('sweep.acceptForm.words')}
          className={formCss.grow}
          autoFocus
          value={words}
          testId="sweep-accept-words"
          onChange={(said) => {
            markDirty();
            setWords(said);
          }}
        />
        <Field
          label={t('sweep.acceptForm.until')}
          problem={text.trim() !== '' && until === null ? t('sweep.acceptForm.untilWrong') : null}
        >
          {(ids) => (
            <DayInput
              ids={ids}
              text={text}
              testId="sweep-accept-until"
              onChange={(typed) => {
                markDirty();
                setText(typed);
              }}
            />
          )}
        </Field>
      </div>
    </PinForm>
  );
}

export function DisposeForm({ finding, onClose }: FormProps) {
  const { t } = useTranslation();
  const { findingId, copies } = finding;
  return (
    <PinForm
      name="sweep-dispose"
      title={t('sweep.disposeForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.disposeForm.lead')}
      yes={t('sweep.disposeForm.yes')}
      isDanger
      pinAlone
      send={(pin) => bridge.vault['sweep.dispose']({ findingId, pin })}
      onClose={(done) => {
        onClose(done?.view);
        if (done === undefined) return;
        toastsStore.getState().show({ words: (say) => doneWords(say, done) });
        void disposalsStore.getState().check(done.disposalId);
      }}
    >
      {copies > 0 && (
        <Note kind="warn" testId="sweep-dispose-copies">
          <p>{t('sweep.disposeForm.copies', { number: copies })}</p>
        </Note>
      )}
    </PinForm>
  );
}

type Disposed = { readonly otherNames: boolean; readonly copies: number };

function doneWords(t: Translate, { otherNames, copies }: Disposed): string {
  if (otherNames) return t('sweep.disposeForm.doneNames');
  return copies > 0 ? t('sweep.disposeForm.doneCopies', { number: copies }) : t('sweep.disposeForm.done');
}
