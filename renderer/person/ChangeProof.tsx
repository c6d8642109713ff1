/** What a change of sealed values takes: why, one's own PIN, and a supervisor's where identity fields are touched. */
import { useImperativeHandle, useRef, useState } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { useDesk } from '../counter/desk-context.ts';
import { WhyFields } from '../reveal/WhyFields.tsx';
import { finishWhy, noWhy } from '../reveal/why.ts';
import type { Why } from '../reveal/why.ts';
import { deskStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import type { ProofHandle } from '../ui/ProofFields.tsx';
import { PinInput } from '../ui/TextInput.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from './person.module.css';

export type Proof = NonNullable<RouteRequest<'people.edit'>['proof']>;

export interface ChangeProofHandle {
  /** Null while something is missing, which is said and gets the focus. */
  readonly take: () => Proof | null;
}

interface ChangeProofProps {
  readonly handle: Ref<ChangeProofHandle>;
  readonly identity: boolean;
  readonly failure: Failure | null;
  readonly busy: boolean;
}

export function ChangeProof({ handle, identity, failure, busy }: ChangeProofProps) {
  const { t } = useTranslation();
  const { signedIn, people } = useDesk();
  const [why, setWhy] = useState(() => noWhy(deskStore.getState().reason));
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLElement>(null);
  const pin = useRef<SecretHandle>(null);
  const cosigner = useRef<ProofHandle>(null);
  const coSigned = (identity && signedIn.role !== 'supervisor') || failure?.code === 'needs-supervisor';

  const complete = (): Why | null => {
    const finished = finishWhy(why);
    setMissing(finished === null);
    if (finished === null) box.current?.querySelector('input')?.focus();
    else if ((pin.current?.peek() ?? '') === '') pin.current?.focus();
    else return finished;
    return null;
  };
  useImperativeHandle(handle, () => ({
    take: () => {
      const finished = complete();
      const second = coSigned && finished !== null ? cosigner.current?.take() ?? null : null;
      if (finished === null) return null;
      if (coSigned && second === null) {
        cosigner.current?.focus();
        return null;
      }
      return { pin: pin.current?.take() ?? '', why: finished, ...(second === null ? {} : { cosigner: second }) };
    },
  }));

  return (
    <section ref={box} className={cx(css.proof)} aria-label={t('edit.proof')} data-testid="change-proof">
      <p>{t('edit.whyNeeded')}</p>
      <WhyFields label={t('edit.why')} why={why} onChange={(next) => { setWhy(next); setMissing(false); }}>
        <Field label={t('pin.own')}>{(ids) => <PinInput {...ids} handle={pin} disabled={busy} />}</Field>
      </WhyFields>
      {missing && <p className={cx('small')} role="alert" data-testid="why-missing">{t('edit.whyMissing')}</p>}
      {coSigned && (
        <>
          <p><Icon name="two" /> {t('edit.identityNeeds')}</p>
          <div className={cx(css.two)} data-testid="cosign">
            <ProofFields people={people.filter((one) => one.role === 'supervisor' && one.slotId !== signedIn.slotId)} handle={cosigner} testId="cosigner" />
          </div>
        </>
      )}
    </section>
  );
}
