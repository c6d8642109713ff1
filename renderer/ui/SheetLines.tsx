/** The recovery sheet, typed from the paper line by line; shown while it is typed, in inputs that leave no copy elsewhere. */
import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from './Field.tsx';
import { ShownSecretInput } from './TextInput.tsx';
import type { SecretHandle } from './TextInput.tsx';

const LINES = [0, 1, 2, 3] as const;

export interface SheetHandle {
  /** All lines, which leave their inputs; null where one is empty. */
  readonly take: () => string | null;
  readonly focus: () => void;
}

export function SheetLines({ handle }: { readonly handle: Ref<SheetHandle> }) {
  const { t } = useTranslation();
  const lines = useRef<(SecretHandle | null)[]>([]);
  useImperativeHandle(handle, () => ({
    take: () => {
      if (LINES.some((line) => (lines.current[line]?.peek() ?? '').trim() === '')) return null;
      return LINES.map((line) => lines.current[line]?.take() ?? '').join('\n');
    },
    focus: () => lines.current.find((line) => (line?.peek() ?? '') === '')?.focus(),
  }));
  return LINES.map((line) => (
    <Field key={line} label={t('setup.sheet.line', { line: line + 1 })}>
      {(ids) => <ShownSecretInput {...ids} required maxLength={40} handle={(input) => { lines.current[line] = input; }} data-testid={`sheet-line-${line}`} />}
    </Field>
  ));
}
