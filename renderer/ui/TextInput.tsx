/** Inputs: words, PINs (never shown), and numbers that must not leave the renderer yet have to be read while typed. */
import { type ComponentPropsWithRef, type Ref, useImperativeHandle, useRef } from 'react';
import { cx } from './cx.ts';
import css from './ui.module.css';

const QUIET = { autoComplete: 'off', autoCorrect: 'off', autoCapitalize: 'off', spellCheck: false } as const;
/** Attributes of an input for a PIN. */
export const QUIET_PIN = { ...QUIET, type: 'password', autoComplete: 'new-password', maxLength: 64 } as const;

export function TextInput({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  return <input {...QUIET} type="text" {...rest} className={cx(css.input, className)} />;
}

/** Words of more than a line. */
export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return <textarea {...QUIET} {...rest} className={cx(css.input, className)} />;
}

/** Handle by which a form takes a secret: its value once, after which the input is empty. */
export interface SecretHandle {
  /** Reads the value and clears the input. */
  readonly take: () => string;
  /** The value, left in place: for checks while typing. */
  readonly peek: () => string;
  readonly clear: () => void;
  /** Types for somebody: what a scanner read in another input's place. */
  readonly put: (value: string) => void;
  readonly focus: () => void;
}

export type SecretProps = Omit<ComponentPropsWithRef<'input'>, 'ref' | 'value' | 'defaultValue' | 'type'> & {
  readonly handle?: Ref<SecretHandle>;
};

/** The ref of an uncontrolled input that is read and emptied by its handle; `onValue` hears what the handle puts there. */
export function useSecret(handle: Ref<SecretHandle> | undefined, onValue: (value: string) => void) {
  const input = useRef<HTMLInputElement>(null);
  const put = (value: string) => {
    if (input.current !== null) input.current.value = value;
    onValue(value);
  };
  const clear = () => put('');
  useImperativeHandle(handle, () => ({
    take: () => {
      const value = input.current?.value ?? '';
      clear();
      return value;
    },
    peek: () => input.current?.value ?? '',
    clear,
    put,
    focus: () => input.current?.focus(),
  }));
  return input;
}

/** A PIN: `type=password`, uncontrolled, so that React keeps no copy. */
export function PinInput({ handle, className, ...rest }: SecretProps) {
  const input = useSecret(handle, () => undefined);
  return (
    <input
      data-testid="pin-input"
      {...rest}
      {...QUIET_PIN}
      ref={input}
      className={cx(css.input, css.pin, className)}
    />
  );
}

/**
 * A phone, an ID number: `type=password`, because a plain text input leaves copies in the main process, with its text
 * drawn over it, because the browser's own style sheet lets no author rule show a password field.
 */
export function ShownSecretInput({ handle, className, onInput, ...rest }: SecretProps) {
  const mirror = useRef<HTMLSpanElement>(null);
  const draw = (value: string) => {
    if (mirror.current !== null) mirror.current.textContent = value;
  };
  const input = useSecret(handle, draw);
  return (
    <span className={cx(css.shown)}>
      <input
        {...QUIET}
        maxLength={100}
        {...rest}
        ref={input}
        type="password"
        autoComplete="new-password"
        className={cx(css.input, className)}
        onInput={(event) => {
          draw(event.currentTarget.value);
          onInput?.(event);
        }}
        onScroll={(event) => {
          if (mirror.current !== null) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
      />
      <span ref={mirror} className={cx(css.mirror)} aria-hidden="true" />
    </span>
  );
}
