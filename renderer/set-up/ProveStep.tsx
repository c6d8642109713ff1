/** The paper is proved by typing two of its groups back; then what was prepared is written. */
import { useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FieldPair } from '../ui/FieldPair.tsx';
import { Form } from '../ui/Form.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { resultOf } from '../ui/use-submit.ts';

interface ProveStepProps {
  readonly ask: RecoverySheetView['ask'];
  /** Label of the last button. */
  readonly finish: string;
  /** Null where it is done and this screen goes. */
  readonly onFinish: (answers: [string, string]) => Promise<Failure | null>;
  readonly onShowAgain: () => void;
}

export function ProveStep({ ask, finish, onFinish, onShowAgain }: ProveStepProps) {
  const { t } = useTranslation();
  const first = useRef<SecretHandle>(null);
  const second = useRef<SecretHandle>(null);
  return (
    <Form
      name="setup"
      testIds={{ submit: 'setup-finish', cancel: 'sheet-again' }}
      className="stack4"
      yes={finish}
      busyWords={t('common.loading')}
      no={t('setup.prove.showAgain')}
      send={() => resultOf(onFinish([first.current?.peek() ?? '', second.current?.peek() ?? '']))}
      onDone={() => undefined}
      onFailed={() => first.current?.focus()}
      onClose={() => onShowAgain()}
    >
      <CeremonyTitle>{t('setup.steps.prove')}</CeremonyTitle>
      <p>{t('setup.prove.lead')}</p>
      <FieldPair>
        {ask.map((asked, index) => (
          <SecretField
            key={`${asked.line}-${asked.group}`}
            label={t('setup.prove.group', { line: asked.line + 1, group: asked.group + 1 })}
            handle={index === 0 ? first : second}
            maxLength={16}
            autoFocus={index === 0}
            required
            testId={`prove-${index}`}
          />
        ))}
      </FieldPair>
    </Form>
  );
}
