/** Store of the layout to print, chosen on another page or on that of prints. It holds the name of a layout alone. */
import { createStore } from 'zustand/vanilla';
import type { PrintLayout } from '../../contract/print/lists.ts';
import { deskStore } from '../pages/stores.ts';

export interface PrintState {
  readonly layout: PrintLayout;
  /** The order is open. */
  readonly isOpen: boolean;
  readonly choose: (layout: PrintLayout) => void;
  readonly show: (isOpen: boolean) => void;
}

export const printStore = createStore<PrintState>()((set) => ({
  layout: 'record',
  isOpen: false,
  choose: (layout) => set({ layout, isOpen: false }),
  show: (isOpen) => set({ isOpen }),
}));

/** Opens the page of prints with the order of a layout: of the resident or the room that is open. A form with something in it is asked about first. */
export function askPrint(layout: PrintLayout): void {
  deskStore.getState().leave(() => {
    printStore.setState({ layout, isOpen: true });
    deskStore.getState().go('print');
  });
}
