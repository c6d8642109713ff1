/** Inputs that open a backup here: the own PIN, and the recovery sheet where the PIN is not enough. */
import { type Ref, useImperativeHandle, useRef } from 'react';
import { PinField } from '../ui/PinField.tsx';
import { type SecretHandle } from '../ui/TextInput.tsx';
import { SheetFields, type SheetHandle } from '../ui/SheetFields.tsx';
import type { BackupProof } from './backup-store.ts';

export interface OpenHandle {
  /** Null while something is missing, which then has the focus. */
  readonly take: () => BackupProof | null;
}

export function OpenFields({
  bySheet,
  handle,
}: {
  readonly bySheet: boolean;
  readonly handle: Ref<OpenHandle>;
}) {
  const pin = useRef<SecretHandle>(null);
  const sheet = useRef<SheetHandle>(null);
  useImperativeHandle(handle, () => ({
    take: () => {
      if ((pin.current?.peek() ?? '') === '') {
        pin.current?.focus();
        return null;
      }
      if (!bySheet) return { pin: pin.current?.take() ?? '' };
      const typed = sheet.current?.take() ?? null;
      if (typed === null) {
        sheet.current?.focus();
        return null;
      }
      return { pin: pin.current?.take() ?? '', sheet: typed };
    },
  }));
  return (
    <>
      {bySheet && <SheetFields handle={sheet} />}
      <PinField handle={pin} />
    </>
  );
}
