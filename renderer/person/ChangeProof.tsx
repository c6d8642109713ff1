/** What a change of sealed values takes: why, one's own PIN, and a supervisor's where identity fields are touched. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { WhyFields } from '../reveal/WhyFields.tsx';
import { finishWhy, noWhy } from '../reveal/access-reason.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { usualReason } from '../tasks/begin-task.ts';
import { cx } from '../ui/cx.ts';
import css from './person.module.css';
import { useOwnProof } from './use-own-proof.tsx';

export interface ChangeProofHandle {
  /** Null while something is missing, which is said and gets the focus. */
  readonly take: () => NonNullable<RouteRequest<'people.edit'>['proof']> | null;
}

interface ChangeProofProps {
  readonly handle: Ref<ChangeProofHandle>;
  readonly identity: boolean;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

export function ChangeProof({ handle, identity, failure, busy }: ChangeProofProps) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(() => noWhy(usualReason()));
  const reasons = useStore(reasonsStore, (state) => state.list);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLElement>(null);
  const own = useOwnProof({ label: t('pin.own'), identity, failure, busy });

  useImperativeHandle(handle, () => ({
    take: () => {
      const finished = finishWhy(reasons, why);
      setMissing(finished === null);
      if (finished === null) box.current?.querySelector('input')?.focus();
      const given = finished === null ? null : own.take();
      return given === null || finished === null ? null : { ...given, why: finished };
    },
  }));

  return (
    <section ref={box} className={cx(css.proof)} aria-label={t('edit.proof')} data-testid="change-proof">
      <p>{t('edit.whyNeeded')}</p>
      <WhyFields
        label={t('edit.why')}
        why={why}
        onChange={(next) => {
          setWhy(next);
          setMissing(false);
        }}
      >
        {own.pinField}
      </WhyFields>
      {missing && (
        <p className={cx('small')} role="alert" data-testid="why-missing">
          {t('edit.whyMissing')}
        </p>
      )}
      {own.coSign}
    </section>
  );
}
