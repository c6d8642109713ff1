/** A failure, and where a supervisor may agree, the way on: beyond a limit, or to a record of another desk. */
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import formCss from '../ui/form.module.css';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import css from './limit-override.module.css';
import { outsideOf, OutsideForm } from './OutsideForm.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';

interface LimitFailureProps {
  readonly failure: Failure | null;
  /** Does again what was refused. */
  readonly onLifted: () => void;
}

export function LimitFailure({ failure, onLifted }: LimitFailureProps) {
  const way = wayOn(failure, onLifted);
  if (way === null) return <FailureNote failure={failure} />;
  return (
    <div className={cx(css.limitOverride)}>
      <FailureNote failure={failure} />
      {way}
    </div>
  );
}

/** Where the failure itself is shown by the form that met it; nothing for another one. */
export const LimitLift = ({ failure, onLifted }: LimitFailureProps) => wayOn(failure, onLifted);

function wayOn(failure: Failure | null, onLifted: () => void): ReactNode {
  if (failure?.code === 'limit-reached') return <LiftForm onLifted={onLifted} />;
  const about = failure === null ? null : outsideOf(failure);
  return about === null ? null : (
    <OutsideForm key={JSON.stringify(about)} about={about} onAgreed={onLifted} />
  );
}

function LiftForm({ onLifted }: Pick<LimitFailureProps, 'onLifted'>) {
  const { t } = useTranslation();
  const { people } = useDesk();
  const { failure, busy, submit } = useSubmit();
  const [words, setWords] = useState('');
  const supervisor = useRef<ProofHandle>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !isReasonValid(words)) return;
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) return supervisor.current?.focus();
    await submit(() => bridge.vault['limits.override']({ supervisor: proof, words: words.trim() }), onLifted);
  };
  return (
    <form
      className={cx(css.form)}
      onSubmit={(event) => void send(event)}
      aria-label={t('limitsPage.override.title')}
      data-testid="limit-override"
    >
      <p>{t('limitsPage.override.lead')}</p>
      <div className={cx(formCss.line)}>
        <WordsField
          label={t('limitsPage.override.words')}
          className={formCss.grow}
          value={words}
          testId="override-words"
          onChange={setWords}
        />
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor')}
          handle={supervisor}
          testId="override-supervisor"
        />
      </div>
      <FailureNote failure={failure} />
      <FormActions inPlace>
        <Button weight="main" type="submit" disabled={busy} data-testid="override-submit">
          {t('limitsPage.override.yes')}
        </Button>
      </FormActions>
    </form>
  );
}
