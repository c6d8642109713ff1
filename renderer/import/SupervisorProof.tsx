/** A supervisor's name and PIN before a step of the import, with the button that takes it. */
import { type FormEvent, type ReactNode, useRef } from 'react';
import type { SlotId } from '../../contract/ids.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProofLine } from '../ui/Page.tsx';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import css from './import.module.css';

interface SupervisorProofProps {
  readonly title: string;
  readonly action: string;
  readonly disabled: boolean;
  readonly testId: string;
  /** It opens where something else was pressed: the keyboard goes on from its PIN. */
  readonly autoFocus?: boolean;
  readonly onProof: (proof: { readonly slotId: SlotId; readonly pin: string }) => void;
  readonly children?: ReactNode;
}

export function SupervisorProof({
  title,
  action,
  disabled,
  testId,
  autoFocus = false,
  onProof,
  children,
}: SupervisorProofProps) {
  const { signedIn, people } = useDesk();
  const supervisor = useRef<ProofHandle>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (disabled) return;
    const proof = supervisor.current?.take() ?? null;
    if (proof === null) supervisor.current?.focus();
    else onProof(proof);
  };
  return (
    <form className={cx(css.proof)} onSubmit={submit} aria-label={title}>
      <p>
        <Icon name="shield" /> {title}
      </p>
      <ProofLine>
        <ProofFields
          people={people.filter((one) => one.role === 'supervisor')}
          preferred={signedIn.slotId}
          handle={supervisor}
          testId="supervisor"
          autoFocus={autoFocus}
        />
        <FormActions>
          <Button weight="main" type="submit" disabled={disabled} data-testid={testId}>
            {action}
          </Button>
          {children}
        </FormActions>
      </ProofLine>
    </form>
  );
}
