/** Hook of a register's page: reads it, opens a form in its place, and takes the changes of the form. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { RegisterState } from './register-store.ts';

type Kept<Register> = Pick<RegisterState<Register, unknown>, 'register' | 'failure' | 'read' | 'show'>;

/** `first` is what is open as the page comes up. */
export function useRegisterPage<Register, Open>(
  store: StoreApi<RegisterState<Register, unknown>>,
  first: Open | null | (() => Open | null) = null,
) {
  const { register, failure, read, show }: Kept<Register> = useStore(store);
  const [open, setOpen] = useState(first);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const close = (next?: Register): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    body.current?.focus();
  };
  return {
    open,
    setOpen,
    close,
    read,
    show,
    /** For `RegisterPage`. */
    frame: { register, failure, onAgain: () => void read(), isOpen: open !== null, bodyRef: body },
  };
}
