/** Toast of the last action, and the way to undo it. Without the component that draws it (Toast.tsx), since stores of the first screen use this. */
import { createStore } from 'zustand/vanilla';
import type { Translate } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import { describeFailure } from '../messages/describe-failure.ts';

/** Null where it was undone. */
export type Undo = () => Promise<Failure | null> | null;

export interface ToastContent {
  /** Says what was done and names nobody: a toast stays while the screen changes beneath it. */
  readonly words: (t: Translate) => string;
  readonly undo?: Undo | null;
}

interface ToastsState {
  /** The newest takes the place of the one before, so that an undo is of what was done last. */
  readonly toast: ToastContent | null;
  /** Shows it; nothing where no place for it is open. */
  readonly show: (toast: ToastContent) => void;
  /** Undoes what the toast tells of; false where there is nothing to undo. */
  readonly undo: () => boolean;
  /** At the next step a confirmation has been read; what can be undone stays for its time. */
  readonly settle: () => void;
  /** Clears the toast, since the action can be undone no more. */
  readonly clear: () => void;
  /** Takes toasts until the function that it returns is called; what is shown then goes at once. */
  readonly open: () => () => void;
}

const createToastsStore = () =>
  createStore<ToastsState>()((set, get) => {
    let isOpen = false;
    const finish = async (undo: Undo): Promise<void> => {
      const failure = await undo();
      get().show({ words: (t) => (failure === null ? t('toast.undone') : describeFailure(t, failure).what) });
    };
    const clear = (): void => {
      // Called at each keystroke: where nothing changes, nobody is told.
      if (get().toast !== null) set({ toast: null });
    };
    return {
      toast: null,
      show: (toast) => {
        if (isOpen) set({ toast });
      },
      undo: () => {
        const undo = get().toast?.undo ?? null;
        if (undo === null) return false;
        clear();
        void finish(undo);
        return true;
      },
      settle: () => {
        if ((get().toast?.undo ?? null) === null) clear();
      },
      clear,
      open: () => {
        isOpen = true;
        return () => {
          isOpen = false;
          clear();
        };
      },
    };
  });

export const toastsStore = createToastsStore();
