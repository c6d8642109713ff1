/** Fields of a page that stand in the status bar: what is the clerk's to type while a visitor looks at the page. */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { cx } from './cx.ts';
import css from './ui.module.css';

/** The place that the status bar keeps for them; null while there is no status bar. */
const slotStore = createStore<{ readonly slot: HTMLElement | null }>()(() => ({ slot: null }));
const tellSlot = (slot: HTMLElement | null): void => slotStore.setState({ slot });

/** Where in the status bar they stand. */
export function StatusBarSlot() {
  return <div ref={tellSlot} className={cx(css.inBar)} />;
}

/** Fields lie outside of their form in the document: each names it by its `form` attribute. */
export function InStatusBar({ children }: { readonly children: ReactNode }) {
  const slot = useStore(slotStore, (state) => state.slot);
  return slot === null ? null : createPortal(children, slot);
}
