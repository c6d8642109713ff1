/** Sealed values that were replaced or taken away, by their masks: a supervisor puts one back, unseen, for thirty days. */
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { useReply } from '../pages/use-reply.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ChangeProof, type ChangeProofHandle } from './ChangeProof.tsx';
import css from './person.module.css';
import { takeSaved } from './take-saved.ts';

const askReplaced = (personId: PersonId) => bridge.vault['people.replaced']({ personId });

export function ReplacedPanel({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const proof = useRef<ChangeProofHandle>(null);
  const { personId, version } = person;

  const values = useReply(askReplaced, personId, setFailure)?.values ?? null;
  const restore = (typed: Typed) => {
    const given = proof.current?.take(typed) ?? null;
    if (given === null || chosen === null) return null;
    const { pin, why } = given;
    return bridge.vault['people.restore']({ personId, version, valueId: chosen, pin, why });
  };
  // What is to come back, once it is chosen, and what is asked for it.
  const restored = values?.find(({ valueId }) => valueId === chosen);
  const shown = restored === undefined ? values : [restored];
  return (
    <Form
      name="replaced"
      testIds={{ submit: 'restore-submit', cancel: 'edit-cancel' }}
      title={`${restored === undefined ? t('replaced.title') : t('replaced.restoreOf', { field: t(`fields.${restored.field}`) })} · ${person.nameMask}`}
      focus="back"
      failure={failure}
      yes={chosen === null ? null : t('replaced.restore')}
      busyWords={t('edit.saving')}
      no={t(chosen === null ? 'common.close' : 'common.cancel')}
      send={restore}
      onDone={takeSaved}
      onClose={() => deskStore.getState().hidePanel()}
    >
      {chosen === null && <p className="quiet">{t('replaced.lead')}</p>}
      {values === null && failure === null && <Waiting testId="replaced-loading" />}
      {values?.length === 0 && (
        <EmptyState small drawing="history" words={t('replaced.none')} testId="replaced-none" />
      )}
      {shown?.map((value) => (
        <div key={value.valueId} className={cx(css.kept)} data-testid={`replaced-${value.valueId}`}>
          <span className="quiet">{t(`fields.${value.field}`)}</span>
          <div>
            <span className="digits">{value.mask}</span>
            <p className={cx('small', 'quiet')}>
              {t('replaced.when', { replaced: formatDate(value.replacedAt), until: formatDate(value.until) })}
            </p>
          </div>
          {chosen === null && (
            <Button
              weight="plain"
              data-testid={`restore-${value.valueId}`}
              onClick={() => setChosen(value.valueId)}
            >
              {t('replaced.restore')}
              <span className="hidden-text">
                {' '}
                {t(`fields.${value.field}`)} {value.mask}
              </span>
            </Button>
          )}
        </div>
      ))}
      {chosen !== null && <ChangeProof key={chosen} handle={proof} />}
    </Form>
  );
}
