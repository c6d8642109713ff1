/** What is typed into a panel and kept until it is sent or left: a lock in between takes nothing. */
import { type RefObject, createContext, useContext, useEffect, useRef, useState } from 'react';
import type { DraftField, KeptDraft } from '../../contract/drafts/routes.ts';
import { type TypedInputs, typeAgain, watchInputs } from './typed-inputs.ts';

/** Where drafts are kept; `form` is the name of one. */
export interface DraftKeeping {
  /** Of a session before, about what is open now; null where there is none. */
  readonly find: (form: string) => KeptDraft | null;
  readonly keep: (form: string, fields: readonly DraftField[]) => void;
  readonly drop: (form: string) => void;
}
/** Null where none are kept. */
export const DraftKeepingContext = createContext<DraftKeeping | null>(null);

/** Milliseconds without a key after which what was typed is kept. */
const PAUSE_MS = 600;

export interface OfferedDraft {
  readonly at: number;
  readonly take: () => Promise<void>;
  readonly decline: () => void;
}

/** Keeps what is typed into the form while `isKept`. Returns what was typed before a lock, until it was taken or declined; `missing`: inputs that were not there. */
export function useKeptDraft(isKept: boolean, form: RefObject<HTMLFormElement | null>, name: string) {
  // As the form was begun: what is opened beside it later is not what it is about.
  const [keeping] = useState(useContext(DraftKeepingContext));
  const [offered, setOffered] = useState(() => (isKept ? (keeping?.find(name) ?? null) : null));
  const [missing, setMissing] = useState(0);
  const isTaken = useRef(false);
  useEffect(() => {
    const element = form.current;
    if (!isKept || keeping === null || element === null) return;
    const inputs = watchInputs(element);
    return keepTyped(element, inputs, isTaken, {
      keep: (fields) => keeping.keep(name, fields),
      drop: () => keeping.drop(name),
    });
  }, [isKept, keeping, form, name]);
  const offer: OfferedDraft | null = offered && {
    at: offered.at,
    take: async () => {
      setOffered(null);
      isTaken.current = true;
      if (form.current !== null) setMissing(await typeAgain(form.current, offered.fields));
    },
    decline: () => {
      setOffered(null);
      keeping?.drop(name);
    },
  };
  return { offer, missing };
}

/** Until the form is gone, with which what was kept of it goes. */
function keepTyped(
  element: HTMLFormElement,
  inputs: TypedInputs,
  /** What was kept before is in the form, with which it goes. */
  isTaken: RefObject<boolean>,
  { keep, drop }: { readonly keep: (fields: readonly DraftField[]) => void; readonly drop: () => void },
): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isAnyKept = false;
  const onTyped = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const fields = inputs.changed();
      if (fields.length > 0) keep(fields);
      else if (isAnyKept) drop();
      isAnyKept = fields.length > 0;
    }, PAUSE_MS);
  };
  element.addEventListener('input', onTyped);
  element.addEventListener('change', onTyped);
  return () => {
    clearTimeout(pause);
    inputs.stop();
    element.removeEventListener('input', onTyped);
    element.removeEventListener('change', onTyped);
    if (isAnyKept || isTaken.current) drop();
  };
}
