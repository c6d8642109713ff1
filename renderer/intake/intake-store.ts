/** An import from file to result: samples and rows come masked, PINs pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { SheetMapping, VaultEvent } from '../../contract/routes.ts';
import type { ColumnTarget, FileId, ImportPlan, ImportResult, SlotId, WorkbookSheet } from '../../contract/views.ts';

export type IntakeStep = 'file' | 'columns' | 'preview' | 'write' | 'result';
export const INTAKE_STEPS: readonly IntakeStep[] = ['file', 'columns', 'preview', 'write', 'result'];

export interface SheetChoice {
  readonly sheet: WorkbookSheet;
  readonly use: boolean;
  /** Beside `sheet.columns`. */
  readonly targets: readonly (ColumnTarget | null)[];
}

interface Proof {
  readonly slotId: SlotId;
  readonly pin: string;
}

export interface IntakeState {
  readonly step: IntakeStep;
  readonly busy: boolean;
  readonly cancelling: boolean;
  readonly fileId: FileId | null;
  readonly fileName: string;
  readonly sheets: readonly SheetChoice[];
  readonly plan: ImportPlan | null;
  readonly progress: VaultEvent<'import.progress'> | null;
  readonly result: ImportResult | null;
  readonly failure: Failure | null;
  readonly pick: () => Promise<void>;
  readonly takeSheet: (index: number, use: boolean) => void;
  readonly mapColumn: (sheet: number, column: number, target: ColumnTarget | null) => void;
  readonly preview: (supervisor: Proof) => Promise<void>;
  readonly apply: (supervisor: Proof) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly backTo: (step: 'file' | 'columns') => void;
  readonly tellProgress: (progress: VaultEvent<'import.progress'>) => void;
  readonly reset: () => void;
}

const EMPTY = {
  step: 'file', busy: false, cancelling: false, fileId: null, fileName: '', sheets: [], plan: null, progress: null, result: null, failure: null,
} as const;

type Asks = Pick<Bridge['vault'], 'import.open' | 'import.preview' | 'import.apply' | 'import.cancel'>;

export const createIntakeStore = (ask: Asks, pickWorkbook: Bridge['shell']['pickWorkbook']) => createStore<IntakeState>()((set, get) => ({
  ...EMPTY,

  pick: async () => {
    set({ failure: null });
    const picked = await pickWorkbook({});
    if (!picked.ok) return set({ failure: picked.error });
    const { file } = picked.value;
    if (file === null) return;
    set({ busy: true });
    const opened = await ask['import.open']({ fileId: file.fileId });
    if (!opened.ok) return set({ busy: false, failure: opened.error });
    set({ busy: false, step: 'columns', fileId: file.fileId, fileName: opened.value.fileName, sheets: opened.value.sheets.map(chooseSheet), plan: null });
  },

  takeSheet: (index, use) => set({ sheets: get().sheets.map((choice, at) => (at === index ? { ...choice, use } : choice)) }),

  mapColumn: (sheet, column, target) => set({
    sheets: get().sheets.map((choice, at) => (at === sheet ? { ...choice, targets: choice.targets.map((old, index) => (index === column ? target : old)) } : choice)),
  }),

  preview: async (supervisor) => {
    const { fileId, sheets } = get();
    if (fileId === null) return;
    set({ busy: true, failure: null, progress: null });
    const reply = await ask['import.preview']({ fileId, sheets: toMappings(sheets), supervisor });
    set(reply.ok ? { busy: false, plan: reply.value, step: 'preview' } : { busy: false, failure: reply.error });
  },

  apply: async (supervisor) => {
    const { plan } = get();
    if (plan === null) return;
    set({ busy: true, cancelling: false, failure: null, progress: null, step: 'write' });
    const reply = await ask['import.apply']({ planId: plan.planId, answers: { rest: 'leave-out', rows: [] }, supervisor });
    if (reply.ok) return set({ busy: false, result: reply.value, step: 'result', plan: null });
    const lost = reply.error.code === 'plan-gone' || reply.error.code === 'cancelled';
    set({ busy: false, cancelling: false, failure: reply.error, step: lost ? 'columns' : 'preview', ...(lost ? { plan: null } : {}) });
  },

  cancel: async () => {
    set({ cancelling: true });
    await ask['import.cancel']({});
  },

  backTo: (step) => set({ step, failure: null, plan: null }),
  tellProgress: (progress) => set({ progress }),
  reset: () => set(EMPTY),
}));

const chooseSheet = (sheet: WorkbookSheet): SheetChoice => {
  const targets = sheet.columns.map((column) => column.target);
  return { sheet, targets, use: sheet.headerRow > 0 && targets.includes('name') };
};

/** What goes to the vault: the sheets in use, with the columns that are something. */
export function toMappings(sheets: readonly SheetChoice[]): SheetMapping[] {
  return sheets.filter((choice) => choice.use && choice.sheet.headerRow > 0).map((choice) => ({
    sheet: choice.sheet.name,
    headerRow: choice.sheet.headerRow,
    columns: choice.sheet.columns.flatMap((column, at) => {
      const target = choice.targets[at] ?? null;
      return target === null ? [] : [{ index: column.index, target }];
    }),
  }));
}

/** Every sheet in use says who and where; at least one is in use. */
export function canPreview(sheets: readonly SheetChoice[]): boolean {
  const used = sheets.filter((choice) => choice.use);
  return used.length > 0 && used.every(({ targets }) => targets.includes('name') && (targets.includes('roomText') || targets.includes('room')));
}
