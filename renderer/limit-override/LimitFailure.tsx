/** A failure, and where a supervisor may agree, the way on: beyond a limit, or to a record of another desk. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/Button.tsx';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { outsideOf, OutsideForm } from './OutsideForm.tsx';
import { WordsField } from '../ui/WordsField.tsx';

interface LimitFailureProps {
  readonly failure: Failure | null;
  /** Does again what was refused. */
  readonly onLifted: () => void;
}

export const LimitFailure = (props: LimitFailureProps) => (
  <>
    <FailureNote failure={props.failure} />
    <LimitLift {...props} />
  </>
);

/** The way on alone, where the failure is shown by the form that met it: a form that can be closed, and is there again when it is refused again. */
export function LimitLift({ failure, onLifted }: LimitFailureProps) {
  const { t } = useTranslation();
  const [closed, setClosed] = useState<Failure | null>(null);
  const about = failure === null ? null : outsideOf(failure);
  if (about === null && failure?.code !== 'limit-reached') return null;
  if (closed === failure)
    return (
      <Button data-testid="way-on" onClick={() => setClosed(null)}>
        {t(about === null ? 'limitsPage.override.title' : 'scope.open.title')}
      </Button>
    );
  const close = (): void => setClosed(failure);
  return about === null ? (
    <LiftForm onLifted={onLifted} onClose={close} />
  ) : (
    <OutsideForm key={JSON.stringify(about)} about={about} onAgreed={onLifted} onClose={close} />
  );
}

function LiftForm({
  onLifted,
  onClose,
}: Pick<LimitFailureProps, 'onLifted'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <Form
      name="override"
      testIds={{ form: 'limit-override' }}
      // It comes while somebody types, whose next letters are for the search and not for its words.
      title={t('limitsPage.override.title')}
      yes={t('limitsPage.override.yes')}
      onClose={onClose}
      send={({ second }) => bridge.vault['limits.override']({ supervisor: second, words: words.trim() })}
      onDone={onLifted}
    >
      <p>{t('limitsPage.override.lead')}</p>
      <WordsField label={t('scope.open.words')} value={words} testId="override-words" onChange={setWords} />
      <SecondPerson testId="override-supervisor" />
    </Form>
  );
}
