/** Store of the layout to print, chosen on another page or on that of prints. It holds the name of a layout alone. */
import { createStore } from 'zustand/vanilla';
import type { PrintLayout } from '../../contract/print/lists.ts';
import { deskStore } from '../pages/stores.ts';

export interface PrintState {
  readonly layout: PrintLayout;
  readonly choose: (layout: PrintLayout) => void;
}

export const printStore = createStore<PrintState>()((set) => ({
  layout: 'record',
  choose: (layout) => set({ layout }),
}));

/** Opens the page of prints with a layout chosen: of the resident or the room that is open. A form with something in it is asked about first. */
export function askPrint(layout: PrintLayout): void {
  deskStore.getState().leave(() => {
    printStore.getState().choose(layout);
    deskStore.getState().go('print');
  });
}
