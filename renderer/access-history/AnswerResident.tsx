/** Prints the answer to a resident's own request, once a supervisor says with their PIN that the visitor is that resident. */
import { type FormEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PersonId } from '../../contract/ids.ts';
import { fail, ok } from '../../contract/result.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import css from './access-history.module.css';

interface AnswerResidentProps {
  readonly personId: PersonId;
  readonly onClose: () => void;
}

export function AnswerResident({ personId, onClose }: AnswerResidentProps) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const { answerResident } = useStore(accessHistoryStore);
  const { failure, busy, submit } = useSubmit();
  const supervisor = useRef<ProofHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    const isDone = await submit(async () => {
      const problem = await answerResident({ personId, supervisor: proof });
      return problem === null ? ok({}) : fail(problem.code, problem.details);
    }, onClose);
    if (!isDone) supervisor.current?.focus();
  };
  return (
    <Sheet title={t('accessHistory.answerTitle')} testId="answer-resident" onClose={onClose}>
      <form
        className={cx(css.answer)}
        aria-label={t('accessHistory.answerTitle')}
        onSubmit={(event) => void send(event)}
      >
        <p>{t('accessHistory.answerLead')}</p>
        <Note kind="warn">{t('accessHistory.answerDuty')}</Note>
        <div className={cx(formCss.line)}>
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor')}
            preferred={signedIn.slotId}
            handle={supervisor}
            testId="answer-supervisor"
            autoFocus
          />
        </div>
        <FailureNote failure={failure} />
        <FormActions inPlace>
          <Button weight="main" type="submit" disabled={busy} data-testid="answer-submit">
            {t(busy ? 'accessHistory.printing' : 'accessHistory.answerPrint')}
          </Button>
          <Button disabled={busy} data-testid="answer-cancel" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </FormActions>
      </form>
    </Sheet>
  );
}
