/** Two decisions about a file, each with the own PIN: it stays for a time, or it is destroyed. */
import { type Translate, useTranslation } from '../messages/translate.ts';
import { MAX_ACCEPTED_DAYS } from '../../contract/sweep/lists.ts';
import type { SweepFinding, SweepView } from '../../contract/sweep/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, dayTyped } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
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
  const { draft, of } = useDraft({ words: '', until: '' });
  const day = dayFrom(draft.until);
  const isGood = day !== null && isLaterDay(day);
  return (
    <Form
      name="sweep-accept"
      title={t('sweep.acceptForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.acceptForm.lead')}
      yes={t('sweep.acceptForm.yes')}
      ready={isReasonValid(draft.words) && isGood}
      pin="last"
      send={({ pin }) =>
        bridge.vault['sweep.accept']({
          findingId: finding.findingId,
          words: draft.words.trim(),
          until: dayTyped(draft.until),
          pin,
        })
      }
      onClose={onClose}
    >
      <FieldLine>
        <WordsField {...of('words')} label={t('sweep.acceptForm.words')} grow autoFocus />
        <DayField
          {...of('until')}
          label={t('sweep.acceptForm.until')}
          problem={draft.until.trim() !== '' && !isGood ? t('sweep.acceptForm.untilWrong') : null}
        />
      </FieldLine>
    </Form>
  );
}

export function DisposeForm({ finding, onClose }: FormProps) {
  const { t } = useTranslation();
  const { findingId, copies } = finding;
  return (
    <Form
      name="sweep-dispose"
      title={t('sweep.disposeForm.title', { name: nameOf(t, finding) })}
      lead={t('sweep.disposeForm.lead')}
      yes={t('sweep.disposeForm.yes')}
      isDanger
      pin="alone"
      send={({ pin }) => bridge.vault['sweep.dispose']({ findingId, pin })}
      onDone={(done) => {
        onClose(done.view);
        void disposalsStore.getState().check(done.disposalId);
      }}
      onClose={() => onClose()}
      toast={doneWords}
    >
      {copies > 0 && (
        <Note kind="warn" testId="sweep-dispose-copies">
          <p>{t('sweep.disposeForm.copies', { number: copies })}</p>
        </Note>
      )}
    </Form>
  );
}

type Disposed = { readonly otherNames: boolean; readonly copies: number };

function doneWords(t: Translate, { otherNames, copies }: Disposed): string {
  if (otherNames) return t('sweep.disposeForm.doneNames');
  return copies > 0 ? t('sweep.disposeForm.doneCopies', { number: copies }) : t('sweep.disposeForm.done');
}
