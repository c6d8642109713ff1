/** A failure, and where a supervisor may agree, the way on: beyond a limit, or to a record of another desk. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { cx } from '../ui/cx.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import css from './limit-override.module.css';
import { outsideOf, OutsideForm } from './OutsideForm.tsx';
import { WordsField } from '../ui/WordsField.tsx';

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
  const [words, setWords] = useState('');
  return (
    <Form
      name="override"
      testIds={{ form: 'limit-override' }}
      className={css.form}
      label={t('limitsPage.override.title')}
      yes={t('limitsPage.override.yes')}
      inPlace
      send={({ second }) => bridge.vault['limits.override']({ supervisor: second, words: words.trim() })}
      onDone={onLifted}
    >
      <p>{t('limitsPage.override.lead')}</p>
      <FieldLine>
        <WordsField
          label={t('limitsPage.override.words')}
          grow
          value={words}
          testId="override-words"
          onChange={setWords}
        />
        <SecondPerson testId="override-supervisor" />
      </FieldLine>
    </Form>
  );
}
