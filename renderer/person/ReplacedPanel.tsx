/** Sealed values that were replaced or taken away, by their masks: a supervisor puts one back, unseen, for thirty days. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { MaskedPerson, ReplacedValue } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import css from './person.module.css';
import { takeSaved } from './take-saved.ts';

export function ReplacedPanel({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const [values, setValues] = useState<readonly ReplacedValue[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const { failure, setFailure, busy, submit } = useSubmit();
  const proof = useRef<ChangeProofHandle>(null);
  const { cancel, onKeyDown } = useEscapeToCancel();
  const { personId, version } = person;

  useEffect(() => {
    let isGone = false;
    void bridge.vault['people.replaced']({ personId }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setValues(reply.value.values);
      else setFailure(reply.error);
    });
    return () => {
      isGone = true;
    };
  }, [personId, setFailure]);

  const restore = async (event: FormEvent) => {
    event.preventDefault();
    const given = busy || chosen === null ? null : (proof.current?.take() ?? null);
    if (given === null || chosen === null) return;
    await submit(
      () =>
        bridge.vault['people.restore']({
          personId,
          version,
          valueId: chosen,
          pin: given.pin,
          why: given.why,
        }),
      takeSaved,
    );
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      className={cx(css.form)}
      onSubmit={(event) => void restore(event)}
      onKeyDown={onKeyDown}
      data-testid="replaced-form"
    >
      <h1>
        {t('replaced.title')} · {person.nameMask}
      </h1>
      <p className="quiet">{t('replaced.lead')}</p>
      {values === null && failure === null && <Waiting testId="replaced-loading" />}
      {values?.length === 0 && (
        <EmptyState small drawing="history" words={t('replaced.none')} testId="replaced-none" />
      )}
      {values?.map((value) => (
        <div key={value.valueId} className={cx(css.kept)} data-testid={`replaced-${value.valueId}`}>
          <span className="quiet">{t(`fields.${value.field}`)}</span>
          <span>
            <span className="digits">{value.mask}</span>{' '}
            <span className={cx('small', 'quiet')}>
              {t('replaced.when', {
                replaced: formatDate(value.replacedAt),
                until: formatDate(value.until),
              })}
            </span>
          </span>
          <Button
            weight="plain"
            aria-pressed={chosen === value.valueId}
            data-testid={`restore-${value.valueId}`}
            onClick={() => setChosen(value.valueId)}
          >
            {t('replaced.restore')}
            <span className="hidden-text">
              {' '}
              {t(`fields.${value.field}`)} {value.mask}
            </span>
          </Button>
        </div>
      ))}
      {chosen !== null && (
        <ChangeProof key={chosen} handle={proof} identity={false} failure={failure} busy={busy} />
      )}
      <FailureNote failure={failure} />
      <FormActions>
        {chosen !== null && (
          <Button weight="main" type="submit" disabled={busy} data-testid="restore-submit">
            {busy ? t('edit.saving') : t('replaced.restore')}
          </Button>
        )}
        <Button ref={cancel} autoFocus onClick={deskStore.getState().hidePanel} data-testid="edit-cancel">
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
