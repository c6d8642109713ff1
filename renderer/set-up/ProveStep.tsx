/** The paper is proved by typing two of its groups back; then what was prepared is written. */
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { FieldPair } from '../ui/FieldPair.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { type SecretHandle, ShownSecretInput } from '../ui/TextInput.tsx';
import css from './set-up.module.css';

interface ProveStepProps {
  readonly ask: RecoverySheetView['ask'];
  /** What the last button says. */
  readonly finish: string;
  /** Null where it is done and this screen goes. */
  readonly onFinish: (answers: [string, string]) => Promise<Failure | null>;
  readonly onShowAgain: () => void;
}

export function ProveStep({ ask, finish, onFinish, onShowAgain }: ProveStepProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<SecretHandle>(null);
  const second = useRef<SecretHandle>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const refused = await onFinish([first.current?.peek() ?? '', second.current?.peek() ?? '']);
    if (refused === null) return;
    setBusy(false);
    setFailure(refused);
    first.current?.focus();
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void submit(event)}>
      <CeremonyTitle>{t('setup.prove.title')}</CeremonyTitle>
      <p>{t('setup.prove.lead')}</p>
      <FieldPair>
        {ask.map((asked, index) => (
          <Field
            key={`${asked.line}-${asked.group}`}
            label={t('setup.prove.group', { line: asked.line + 1, group: asked.group + 1 })}
          >
            {(ids) => (
              <ShownSecretInput
                {...ids}
                handle={index === 0 ? first : second}
                maxLength={16}
                autoFocus={index === 0}
                required
                data-testid={`prove-${index}`}
              />
            )}
          </Field>
        ))}
      </FieldPair>
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" type="submit" disabled={busy} data-testid="setup-finish">
          {busy ? t('common.loading') : finish}
        </Button>
        <Button onClick={onShowAgain} disabled={busy} data-testid="sheet-again">
          {t('setup.prove.showAgain')}
        </Button>
      </FormActions>
    </form>
  );
}
