/** The one queue of toasts: what was just done, and the way to undo it. The newest takes the place of the one before, so that an undo is of what was done last. */
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { TFunction } from 'i18next';
import type { Failure } from '../../contract/result.ts';
import { describeFailure } from '../messages/describe-failure.ts';

export const TOAST_MS = 6_000;

/** Null where it was undone. */
export type Undo = () => Promise<Failure | null> | null;

export interface ToastContent {
  /** Says what was done and names nobody: a toast stays while the screen changes beneath it. */
  readonly words: (t: TFunction) => string;
  readonly undo?: Undo | null;
}

export interface Toasts {
  readonly queue: ToastQueue<ToastContent>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly isShown: () => boolean;
  /** Shows it for six seconds; nothing where no region is open. */
  readonly show: (toast: ToastContent) => void;
  /** Undoes what the toast tells of; false where there is nothing to undo. */
  readonly undo: () => boolean;
  /** At the next step a confirmation has been read; what can be undone stays for its time. */
  readonly settle: () => void;
  /** What it tells of can be undone no more. */
  readonly clear: () => void;
  /** Takes toasts until the function that it returns is called; what is shown then goes at once. */
  readonly open: () => () => void;
}

export function createToasts(): Toasts {
  const queue = new ToastQueue<ToastContent>({ maxVisibleToasts: 1 });
  let isOpen = false;
  const shown = (): ToastContent | undefined => queue.visibleToasts[0]?.content;

  const show = (toast: ToastContent): void => {
    if (!isOpen) return;
    queue.clear();
    queue.add(toast, { timeout: TOAST_MS });
  };
  const finish = async (undo: Undo): Promise<void> => {
    const failure = await undo();
    show({ words: (t) => (failure === null ? t('toast.undone') : describeFailure(t, failure).what) });
  };

  return {
    queue,
    subscribe: (listener) => queue.subscribe(listener),
    isShown: () => shown() !== undefined,
    show,
    undo: () => {
      const undo = shown()?.undo ?? null;
      if (undo === null) return false;
      queue.clear();
      void finish(undo);
      return true;
    },
    settle: () => {
      const toast = shown();
      if (toast !== undefined && (toast.undo ?? null) === null) queue.clear();
    },
    clear: () => queue.clear(),
    open: () => {
      isOpen = true;
      return () => {
        isOpen = false;
        queue.clear();
      };
    },
  };
}

export const toasts = createToasts();
