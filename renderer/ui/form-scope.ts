/** Context that a form lends its fields: its name for their test hooks, whether it waits, and where the secrets are typed that it is sent with. */
import { type RefObject, createContext, useContext } from 'react';
import type { Failure } from '../../contract/result.ts';
import type { SlotId } from '../../contract/ids.ts';
import type { SecretHandle } from './TextInput.tsx';

/** Where a second person's name and PIN are typed. */
export interface ProofHandle {
  /** The proof as the vault takes it; the PIN leaves the input. Null while nobody is chosen or nothing typed. */
  readonly take: () => { readonly slotId: SlotId; readonly pin: string } | null;
  readonly focus: () => void;
  /** Whether somebody is chosen and something typed. */
  readonly isTyped: () => boolean;
}

interface FormScopeValue {
  readonly name: string;
  readonly isBusy: boolean;
  /** Why it was refused last. */
  readonly failure: Failure | null;
  /** The own PIN. */
  readonly pin: RefObject<SecretHandle | null>;
  /** A second person's name and PIN. */
  readonly second: RefObject<ProofHandle | null>;
}

/** Null outside of a form. */
export const FormScope = createContext<FormScopeValue | null>(null);
export const useFormScope = (): FormScopeValue | null => useContext(FormScope);

/** A value that a field shows and changes. */
export interface Bound<Value, Changed = Value> {
  /** Tells the field from the others of its form. */
  readonly name?: string | undefined;
  readonly value: Value;
  readonly onChange: (value: Changed) => void;
  /** `<form>-<name>` unless said. */
  readonly testId?: string | undefined;
}

/** The test hook of a field: its own, or `<form>-<name>`. */
export function useTestId({ testId, name }: Pick<Bound<never>, 'name' | 'testId'>): string {
  const scope = useFormScope();
  return testId ?? [scope?.name, name].filter((part) => part !== undefined).join('-');
}
