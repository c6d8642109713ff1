/** Proof for a change of sealed values: why, one's own PIN, and a supervisor's where identity fields are touched. */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { reasonsStore } from '../reasons/stores.ts';
import { finishWhy, noWhy } from '../reveal/access-reason.ts';
import { WhyFields } from '../reveal/WhyFields.tsx';
import { usualReason } from '../tasks/begin-task.ts';
import { cx } from '../ui/cx.ts';
import type { Typed } from '../ui/Form.tsx';
import { CoSign, ownProofOf } from './OwnProof.tsx';
import css from './person.module.css';

export interface ChangeProofHandle {
  /** Null while the reason is missing, which is said and gets the focus. */
  readonly take: (typed: Typed) => NonNullable<RouteRequest<'people.edit'>['proof']> | null;
}

interface ChangeProofProps {
  readonly handle: Ref<ChangeProofHandle>;
  readonly identity?: boolean;
}

export function ChangeProof({ handle, identity = false }: ChangeProofProps) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(() => noWhy(usualReason()));
  const reasons = useStore(reasonsStore, (state) => state.list);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLElement>(null);
  useImperativeHandle(handle, () => ({
    take: (typed) => {
      const finished = finishWhy(reasons, why);
      setMissing(finished === null);
      if (finished !== null) return { ...ownProofOf(typed), why: finished };
      box.current?.querySelector('input')?.focus();
      return null;
    },
  }));
  return (
    <section
      ref={box}
      className={cx('stack4', css.proof)}
      aria-label={t('edit.proof')}
      data-testid="change-proof"
    >
      <p>{t('edit.whyNeeded')}</p>
      <WhyFields
        label={t('edit.why')}
        first="correction"
        required
        why={why}
        onChange={(next) => {
          setWhy(next);
          setMissing(false);
        }}
      >
        <OwnPin />
      </WhyFields>
      {missing && (
        <p className={cx('small')} role="alert" data-testid="why-missing">
          {t('edit.whyMissing')}
        </p>
      )}
      <CoSign identity={identity} />
    </section>
  );
}
