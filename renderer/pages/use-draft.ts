/** Draft of a form until it is sent, each part bound to its field; leaving is asked about from the first change on. */
import { useState } from 'react';
import type { Bound } from '../ui/form-scope.ts';
import { useUnsaved } from './use-unsaved.ts';

type BoundPart<Draft, Name extends keyof Draft> = Required<
  Pick<Bound<Draft[Name]>, 'name' | 'value' | 'onChange'>
>;

/** `onChange` hears of each change. */
export function useDraft<Draft extends object>(initial: Draft | (() => Draft), onChange?: () => void) {
  const [draft, setDraft] = useState(initial);
  const markDirty = useUnsaved();
  const put = (changed: Partial<Draft>): void => {
    markDirty();
    onChange?.();
    setDraft((before) => ({ ...before, ...changed }));
  };
  /** For the field of that name: `<TextField {...of('title')} />`. */
  const of = <Name extends keyof Draft & string>(name: Name): BoundPart<Draft, Name> => ({
    name,
    value: draft[name],
    onChange: (value) => put({ [name]: value } as unknown as Partial<Draft>),
  });
  return { draft, put, of };
}
