/** A supervisor's name and PIN before a step of the import, with the button that takes it. */
import type { ReactNode } from 'react';
import type { SlotId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { ProofLine } from '../ui/Page.tsx';
import css from './import.module.css';

interface SupervisorProofProps {
  readonly title: string;
  /** What is missing before it can be taken. */
  readonly needed?: string | null;
  readonly action: string;
  readonly disabled: boolean;
  readonly failure: Failure | null;
  readonly testId: string;
  /** It opens where something else was pressed: the keyboard goes on from its PIN. */
  readonly autoFocus?: boolean;
  readonly onProof: (proof: { readonly slotId: SlotId; readonly pin: string }) => void;
  readonly children?: ReactNode;
}

export function SupervisorProof({
  title,
  needed = null,
  action,
  disabled,
  failure,
  testId,
  autoFocus = false,
  onProof,
  children,
}: SupervisorProofProps) {
  return (
    <Form
      name="import"
      className={css.proof}
      label={title}
      busy={disabled}
      send={({ second }) => onProof(second)}
    >
      {/* At 200 % the head of the step is out of sight from here. */}
      <FailureNote failure={failure} />
      {needed !== null && (
        <p role="status" data-testid={`${testId}-needed`}>
          {needed}
        </p>
      )}
      <ProofLine>
        <SecondPerson me="chosen" testId="supervisor" autoFocus={autoFocus} />
        <FormActions inPlace>
          <SubmitButton weight="main" testId={testId}>
            {action}
          </SubmitButton>
          {children}
        </FormActions>
      </ProofLine>
    </Form>
  );
}
