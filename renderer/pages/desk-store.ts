/** Which page, which panel beside the results, which dialog: no value of anybody. */
import { createStore } from 'zustand/vanilla';
import type { Reason, RecordKind, RevealableFieldId } from '../../contract/fields.ts';
import type { NoteId, PersonId } from '../../contract/ids.ts';
import type { NoteOutcome } from '../../contract/tasks/lists.ts';
import { type Undo, toastsStore } from '../ui/toasts.ts';
import type { PageName } from './define-page.ts';

export type Panel =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'reveal';
      readonly field: RevealableFieldId;
      readonly ordinal: number;
      readonly roomNote?: NoteId;
    }
  /** Of a reason that is known before it is asked for. */
  | { readonly kind: 'full'; readonly reason?: Reason }
  | { readonly kind: 'verify' }
  | { readonly kind: 'edit' }
  /** With the room that a tenant moves into. */
  | { readonly kind: 'add'; readonly room?: string }
  /** A record of the person that is open; null adds one. */
  | { readonly kind: 'record'; readonly record: RecordKind; readonly recordId: number | null }
  | { readonly kind: 'replaced' }
  /** With the record that was chosen in the list, once one was. */
  | { readonly kind: 'merge'; readonly other: PersonId | null }
  /** Of two records that were made one. */
  | { readonly kind: 'unmerge'; readonly mergeId: number }
  /** The facts of the room that is open. */
  | { readonly kind: 'room' }
  /** With how it ended, where that is known. */
  | { readonly kind: 'note'; readonly outcome?: NoteOutcome }
  | { readonly kind: 'emergency' }
  /** A visitor's room, which is nobody's record. */
  | { readonly kind: 'ask-room' };

/** Forms keep the focus and their own Escape, and stay while a search goes on. */
const FORMS: ReadonlySet<Panel['kind']> = new Set([
  'edit',
  'add',
  'record',
  'replaced',
  'merge',
  'unmerge',
  'room',
  'note',
]);
export const isForm = ({ kind }: Panel): boolean => FORMS.has(kind);

export type Dialog = 'none' | 'help' | 'palette' | 'settings' | 'tasks' | 'unsaved' | 'change-pin';

export interface DeskState {
  readonly page: PageName;
  /** Pages that were shown since the sign-in, the last one first: a tab leads back to its section. */
  readonly recent: readonly PageName[];
  readonly panel: Panel;
  readonly dialog: Dialog;
  /** Something was typed into the form that is open. */
  readonly unsaved: boolean;
  /** Action that was asked for meanwhile; done once the form may be lost. */
  readonly next: (() => void) | null;
  readonly markDirty: (unsaved: boolean) => void;
  /** Does it at once, or asks first where a form would be lost. */
  readonly leave: (action: () => void) => void;
  readonly discard: () => void;
  readonly go: (page: PageName) => void;
  readonly show: (panel: Panel) => void;
  readonly hidePanel: () => void;
  /** A new search or another record ends what shows or asks about the old one; an unsaved form stays. */
  readonly moveOn: () => void;
  /** Closes the form and says so; `undo` where it can be undone without a PIN. */
  readonly tellSaved: (undo?: Undo | null) => void;
  readonly openDialog: (dialog: Dialog) => void;
  readonly closeDialog: () => void;
}

const NONE: Panel = { kind: 'none' };
/** Panels that show or ask about one record, and a visitor's room that is asked for instead of one. */
const ENDS_WITH_THE_RECORD: ReadonlySet<Panel['kind']> = new Set([
  'reveal',
  'full',
  'verify',
  'emergency',
  'ask-room',
]);

export const createDeskStore = () =>
  createStore<DeskState>()((set, get) => ({
    page: 'counter',
    recent: [],
    panel: NONE,
    dialog: 'none',
    unsaved: false,
    next: null,
    markDirty: (unsaved) => set({ unsaved }),
    leave: (action) => (get().unsaved ? set({ dialog: 'unsaved', next: action }) : action()),
    discard: () => {
      const { next } = get();
      set({ unsaved: false, dialog: 'none', next: null });
      next?.();
    },
    go: (page) =>
      get().leave(() => {
        toastsStore.getState().settle();
        set({ page, panel: NONE, recent: [page, ...get().recent.filter((other) => other !== page)] });
      }),
    show: (panel) =>
      get().leave(() => {
        toastsStore.getState().settle();
        set({ panel });
      }),
    hidePanel: () => get().leave(() => set({ panel: NONE })),
    moveOn: () => {
      const { kind } = get().panel;
      const ends = ENDS_WITH_THE_RECORD.has(kind);
      toastsStore.getState().settle();
      // Called at each keystroke: where nothing changes, nothing is painted.
      if (ends) set({ panel: NONE });
    },
    tellSaved: (undo = null) => {
      set({ panel: NONE, unsaved: false });
      toastsStore.getState().show({ words: (t) => t('edit.saved'), undo });
    },
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: 'none', next: null }),
  }));
