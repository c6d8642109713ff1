/** The recovery sheet as it is typed from paper: its lines, one input each, not kept anywhere. */
import { useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { Field } from './Field.tsx';
import { ShownSecretInput } from './TextInput.tsx';
import type { SecretHandle } from './TextInput.tsx';
import css from './ui.module.css';

const LINES = [0, 1, 2, 3] as const;

export interface SheetHandle {
  /** The sheet as the vault takes it, which leaves the inputs. Null while a line is empty. */
  readonly take: () => string | null;
  readonly focus: () => void;
}

export function SheetFields({ handle, autoFocus = false }: { readonly handle: Ref<SheetHandle>; readonly autoFocus?: boolean }) {
  const { t } = useTranslation();
  const lines = useRef<(SecretHandle | null)[]>([]);
  useImperativeHandle(handle, () => ({
    take: () => {
      if (LINES.some((line) => (lines.current[line]?.peek() ?? '').trim() === '')) return null;
      return LINES.map((line) => lines.current[line]?.take() ?? '').join('\n');
    },
    focus: () => (lines.current.find((line) => (line?.peek() ?? '').trim() === '') ?? lines.current[0])?.focus(),
  }));
  return (
    <fieldset className={cx(css.sheetLines)}>
      <legend>{t('sheetInput.title')}</legend>
      {LINES.map((line) => (
        <Field key={line} label={t('setup.sheet.line', { line: line + 1 })}>
          {(ids) => <ShownSecretInput {...ids} handle={(input) => { lines.current[line] = input; }} maxLength={32} required autoFocus={autoFocus && line === 0} data-testid={`sheet-line-${line}`} />}
        </Field>
      ))}
    </fieldset>
  );
}
