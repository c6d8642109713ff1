/**
 * The recovery sheet as it is typed from paper, a line an input, not kept anywhere. What is more than a line goes on in the next, so that the
 * whole can be typed without a mouse, pasted, or read by a scanner that types.
 */
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { normaliseSheet, SHEET_LINE_CHARACTERS, SHEET_LINES } from '../../contract/recovery/sheet-text.ts';
import { Field } from './Field.tsx';
import { type SecretHandle, ShownSecretInput } from './TextInput.tsx';

const LINES = Array.from({ length: SHEET_LINES }, (_, line) => line);

export interface SheetHandle {
  /** The sheet as the vault takes it, which leaves the inputs. Null while a line is empty. */
  readonly take: () => string | null;
  readonly focus: () => void;
}

export interface SheetLinesProps {
  readonly handle: Ref<SheetHandle>;
  readonly autoFocus?: boolean;
  /** Whether a line, counted from 1, was copied right, where that can be asked; null where there is no answer. */
  readonly checkLine?: (line: number, text: string) => Promise<boolean | null>;
}

export function SheetLines({ handle, autoFocus = false, checkLine }: SheetLinesProps) {
  const { t } = useTranslation();
  const lines = useRef<(SecretHandle | null)[]>([]);
  const [right, setRight] = useState<readonly (boolean | null)[]>(LINES.map(() => null));
  const textOf = (line: number): string => lines.current[line]?.peek() ?? '';
  useImperativeHandle(handle, () => ({
    take: () => {
      if (LINES.some((line) => textOf(line).trim() === '')) return null;
      setRight(LINES.map(() => null));
      return LINES.map((line) => lines.current[line]?.take() ?? '').join('\n');
    },
    focus: () => lines.current[LINES.find((line) => textOf(line).trim() === '') ?? 0]?.focus(),
  }));

  const judge = async (line: number) => {
    const text = textOf(line);
    const say = (known: boolean | null) =>
      setRight((before) => before.map((one, at) => (at === line ? known : one)));
    if (checkLine === undefined || normaliseSheet(text).length < SHEET_LINE_CHARACTERS) return say(null);
    const known = await checkLine(line + 1, text);
    if (text === textOf(line)) say(known);
  };
  const typed = (line: number) => {
    const { own, rest } = splitLine(textOf(line));
    if (rest !== null && rest !== '') lines.current[line]?.put(own);
    void judge(line);
    if (rest === null || line + 1 === SHEET_LINES) return;
    if (rest !== '') {
      lines.current[line + 1]?.put(rest);
      typed(line + 1);
    }
    lines.current[line + 1]?.focus();
  };

  return LINES.map((line) => (
    <Field
      key={line}
      label={t('setup.sheet.line', { line: line + 1 })}
      hint={right[line] === true ? `✓ ${t('sheetInput.right')}` : null}
      problem={right[line] === false ? t('sheetInput.slip') : null}
    >
      {(ids) => (
        <ShownSecretInput
          {...ids}
          handle={(input) => {
            lines.current[line] = input;
          }}
          required
          autoFocus={autoFocus && line === 0}
          data-testid={`sheet-line-${line}`}
          data-right={right[line] ?? undefined}
          onInput={() => typed(line)}
        />
      )}
    </Field>
  ));
}

/** A line and what is beyond it; `rest` is null while the line is not full, and empty where it just is. */
function splitLine(text: string): { readonly own: string; readonly rest: string | null } {
  if (normaliseSheet(text).length < SHEET_LINE_CHARACTERS) return { own: text, rest: null };
  const characters = [...text];
  let own = '';
  while (normaliseSheet(own).length < SHEET_LINE_CHARACTERS) own += characters.shift() ?? '';
  return { own, rest: normaliseSheet(characters.join('')) };
}
