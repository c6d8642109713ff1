/** A receptionist's PIN in boxes, one for each character. The input is that of `PinInput`; the boxes are its picture. */
import { type SyntheticEvent, useState } from 'react';
import type { Role } from '../../contract/fields.ts';
import { cx } from './cx.ts';
import { PinInput, QUIET_PIN, type SecretProps, useSecret } from './TextInput.tsx';
import css from './ui.module.css';

/** The length of the shortest PIN of a receptionist. */
const MIN_BOXES = 6;
/** A longer PIN is drawn by the input itself. */
const MAX_BOXES = 12;

type PinBoxesProps = Omit<SecretProps, 'onSelect' | 'onClick'>;

/** How many characters there are and which are selected. Numbers only: React keeps no copy of the PIN. */
interface Drawn {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

const readDrawn = ({ value: { length }, selectionStart, selectionEnd }: HTMLInputElement): Drawn => ({
  length,
  from: selectionStart ?? length,
  to: selectionEnd ?? length,
});

/**
 * Six boxes, and one more for each character beyond. They tell how many characters were typed, as the dots of
 * any password field do, and nothing else.
 */
export function PinBoxes({ handle, className, onInput, ...rest }: PinBoxesProps) {
  const [drawn, setDrawn] = useState<Drawn>({ length: 0, from: 0, to: 0 });
  const input = useSecret(handle, ({ length }) => setDrawn({ length, from: length, to: length }));
  const draw = ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => setDrawn(readDrawn(currentTarget));
  const isPlain = drawn.length > MAX_BOXES;
  return (
    <span className={cx(css.pinBoxes)} data-plain={isPlain}>
      <input
        data-testid="pin-input"
        {...rest}
        {...QUIET_PIN}
        ref={input}
        className={cx(css.input, css.pin, className)}
        onInput={(event) => {
          draw(event);
          onInput?.(event);
        }}
        onSelect={draw}
        onClick={({ currentTarget }) => putCaretLast(currentTarget)}
      />
      {!isPlain && <Boxes {...drawn} />}
    </span>
  );
}

/** A click falls on a box, below which the unseen text has another character; a selection by mouse stays. */
function putCaretLast(input: HTMLInputElement): void {
  const { length } = input.value;
  if (input.selectionStart === input.selectionEnd) input.setSelectionRange(length, length);
}

function Boxes({ length, from, to }: Drawn) {
  const count = Math.max(MIN_BOXES, length);
  // After the last character there is no box to type into until it is typed: who has six is done.
  const caret = Math.min(to, count - 1);
  return (
    <span className={cx(css.boxes)} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <span
          key={at}
          className={cx(css.box)}
          data-filled={at < length}
          data-selected={at >= from && at < to}
          data-caret={at === caret}
        />
      ))}
    </span>
  );
}

/** The own PIN of somebody of that role: boxes for a receptionist, whose PIN is digits; a plain field for a passphrase. */
export function OwnPinInput({ role, ...rest }: PinBoxesProps & { readonly role: Role }) {
  return role === 'receptionist' ? <PinBoxes {...rest} /> : <PinInput {...rest} />;
}
