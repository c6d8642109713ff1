/** Several values in clear at once, for as long as the vault says and as long as somebody is there. They live in this state and nowhere else. */
import { useCallback, useState } from 'react';
import type { RevealedField } from '../../contract/people/views.ts';
import { useCountdown } from '../countdown.ts';
import { deskStore } from '../pages/stores.ts';
import { useHide } from './use-hide.ts';

interface ShownFields {
  readonly fields: readonly RevealedField[];
  readonly seconds: number;
  readonly left: number;
}

/** `show` hides at once what comes after somebody has left. */
export function useShownFields(): {
  readonly shown: ShownFields | null;
  readonly show: (fields: readonly RevealedField[]) => void;
  readonly hide: () => void;
} {
  const [fields, setFields] = useState<readonly RevealedField[] | null>(null);
  const hide = useCallback(() => {
    setFields(null);
    deskStore.getState().hidePanel();
  }, []);
  const seconds = fields === null ? null : Math.min(...fields.map((field) => field.seconds));
  const left = useCountdown(seconds, hide);
  const wasLeft = useHide(fields !== null, hide);
  const show = (opened: readonly RevealedField[]) => {
    if (wasLeft()) hide();
    else setFields(opened);
  };
  return { shown: fields === null || seconds === null ? null : { fields, seconds, left }, show, hide };
}
