/** The PIN of whoever answers for personal information: a form asks for it once the vault has said that its list takes it. */
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { Typed } from '../ui/Form.tsx';
import type { ProofHandle } from '../ui/form-scope.ts';
import { ProofFields } from '../ui/ProofFields.tsx';
import { useDesk } from './desk-context.ts';

interface Approver {
  /** Null until it is asked for. */
  readonly field: ReactNode;
  readonly onFailed: (failure: Failure) => void;
  /** Part of a request; empty where it was not asked for. Taken once. */
  readonly take: () => { readonly approver?: Typed['second'] };
}

export function useApprover(): Approver {
  const { t } = useTranslation();
  const { people } = useDesk();
  const [asked, setAsked] = useState<string | null>(null);
  const handle = useRef<ProofHandle>(null);
  return {
    field: asked !== null && (
      <ProofFields
        // Where none of the staff has the name, any admin.
        people={people.filter((one) => (asked === '' ? one.role === 'admin' : one.displayName === asked))}
        handle={handle}
        testId="list-approver"
        words={{ who: t('pin.approver'), pin: t('pin.ofApprover'), choose: t('pin.choose.admin') }}
      />
    ),
    onFailed: ({ code, details }) => {
      if (code === 'needs-officer') setAsked(String(details['name'] ?? ''));
    },
    take: () => {
      const proof = handle.current?.take() ?? null;
      return proof === null ? {} : { approver: proof };
    },
  };
}
