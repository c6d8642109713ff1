/** A supervisor's name and PIN before a step of the import, with the button that takes it. */
import type { ReactNode } from 'react';
import type { SlotId } from '../../contract/ids.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ProofLine } from '../ui/Page.tsx';
import { useSmallWindow } from '../ui/use-small-window.ts';
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
  const isSmall = useSmallWindow();
  return (
    <Form
      name="import"
      className={css.proof}
      label={title}
      busy={disabled}
      send={({ second }) => onProof(second)}
    >
      <p>
        <Icon name="shield" /> {title}
      </p>
      <ProofLine>
        <SecondPerson me="chosen" testId="supervisor" autoFocus={autoFocus} />
        {/* Low as a window is at 200 %, it would lie over the fields beside it. */}
        <FormActions inPlace={isSmall}>
          <SubmitButton weight="main" testId={testId}>
            {action}
          </SubmitButton>
          {children}
        </FormActions>
      </ProofLine>
    </Form>
  );
}
