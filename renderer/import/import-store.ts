/** An import from file to result: samples and rows come masked, PINs pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import {
  type ImportAnswer,
  type ImportStop,
  type MissingAnswer,
  type QuestionKind,
  type SheetAsk,
  isIdTarget,
} from '../../contract/import/lists.ts';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { ImportAnswers, KeptAnswers, SheetMapping } from '../../contract/import/requests.ts';
import type { Language } from '../../contract/shell/settings.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import type {
  ColumnTarget,
  ImportPlan,
  ImportResult,
  Place,
  WorkbookSheet,
} from '../../contract/import/views.ts';

export type ImportStep = 'file' | 'columns' | 'preview' | 'write' | 'result';
export const IMPORT_STEPS: readonly ImportStep[] = ['file', 'columns', 'preview', 'write', 'result'];

export interface SheetChoice {
  readonly sheet: WorkbookSheet;
  readonly use: boolean;
  readonly place: Place;
  /** What is asked of the sheet was looked at and is right. */
  readonly checked: boolean;
  /** Beside `sheet.columns`. */
  readonly targets: readonly (ColumnTarget | null)[];
}

/** Answer to one question, with the person meant among several for `same`. */
export interface Answered {
  readonly answer: ImportAnswer;
  readonly option: number;
}

/** Where the rows that were not taken go, and how many are there once they are written. */
export interface RejectsFile {
  readonly fileId: FileId;
  readonly fileName: string;
  readonly rows: number | null;
}

interface Proof {
  readonly slotId: SlotId;
  readonly pin: string;
}

export interface ImportState {
  readonly step: ImportStep;
  readonly busy: boolean;
  readonly cancelling: boolean;
  readonly fileId: FileId | null;
  readonly fileName: string;
  readonly sheets: readonly SheetChoice[];
  readonly plan: ImportPlan | null;
  readonly progress: VaultEvent<'import.progress'> | null;
  readonly answers: ReadonlyMap<number, Answered>;
  /** The answer for every question that has none of its own; null until somebody gives one. */
  readonly rest: ImportAnswer | null;
  /** Answers for all questions of a kind. */
  readonly kinds: ReadonlyMap<QuestionKind, ImportAnswer>;
  /** What else was asked, and answered by yes. */
  readonly despite: readonly ImportStop[];
  /** What becomes of whoever is on record and not in the list; null until somebody says it. */
  readonly missing: MissingAnswer | null;
  /** Whether the company keeps ID numbers; null until somebody says it. */
  readonly takesIds: boolean | null;
  /** What was said of the file before, as it was opened; null where nothing was. */
  readonly kept: KeptAnswers | null;
  readonly result: ImportResult | null;
  readonly rejects: RejectsFile | null;
  /** State of the original file. */
  readonly original: 'there' | 'gone' | 'gone-but-named';
  readonly failure: Failure | null;
  readonly pick: () => Promise<void>;
  /** Opens a file that was picked elsewhere. */
  readonly take: (file: { readonly fileId: FileId; readonly fileName: string }) => Promise<void>;
  readonly takeSheet: (index: number, use: boolean) => void;
  readonly setPlace: (index: number, place: Place) => void;
  readonly check: (index: number, checked: boolean) => void;
  /** Holds for all sheets with the same headings. */
  readonly mapColumn: (sheet: number, column: number, target: ColumnTarget | null) => void;
  readonly chooseHeader: (index: number, headerRow: number) => Promise<void>;
  readonly forgetLayout: (index: number) => Promise<void>;
  readonly answer: (question: number, answered: Answered) => void;
  readonly answerRest: (rest: ImportAnswer) => void;
  readonly answerKind: (kind: QuestionKind, answer: ImportAnswer) => void;
  readonly sayIds: (takesIds: boolean) => void;
  readonly sayMissing: (missing: MissingAnswer) => void;
  readonly goOnDespite: (stop: ImportStop, on: boolean) => void;
  /** Has the vault keep what was said so far. */
  readonly keep: () => void;
  readonly preview: (supervisor: Proof) => Promise<void>;
  readonly apply: (supervisor: Proof) => Promise<void>;
  readonly cancel: () => Promise<void>;
  readonly chooseRejects: () => Promise<void>;
  readonly saveRejects: (supervisor: Proof, language: Language) => Promise<void>;
  readonly dispose: () => Promise<void>;
  readonly backTo: (step: 'file' | 'columns') => void;
  readonly tellProgress: (progress: VaultEvent<'import.progress'>) => void;
  readonly reset: () => void;
}

const EMPTY = {
  step: 'file',
  busy: false,
  cancelling: false,
  fileId: null,
  fileName: '',
  sheets: [],
  plan: null,
  progress: null,
  answers: new Map<number, Answered>(),
  rest: null,
  kinds: new Map<QuestionKind, ImportAnswer>(),
  despite: [],
  missing: null,
  takesIds: null,
  kept: null,
  result: null,
  rejects: null,
  original: 'there',
  failure: null,
} as const;

type Asks = Pick<
  Bridge['vault'],
  | 'import.open'
  | 'import.sheet'
  | 'import.keepAnswers'
  | 'import.forgetLayout'
  | 'import.preview'
  | 'import.apply'
  | 'import.saveRejects'
  | 'import.dispose'
  | 'disposals.check'
  | 'import.cancel'
>;
type Picks = Pick<Bridge['shell'], 'pickFile'>;

export const createImportStore = (ask: Asks, { pickFile }: Picks) =>
  createStore<ImportState>()((set, get) => ({
    ...EMPTY,

    pick: async () => {
      set({ failure: null });
      const picked = await pickFile({ use: 'workbook' });
      if (!picked.ok) return set({ failure: picked.error });
      const { file } = picked.value;
      if (file !== null) await get().take(file);
    },

    take: async (file) => {
      set({ busy: true, failure: null });
      const opened = await ask['import.open']({ fileId: file.fileId });
      if (!opened.ok) return set({ busy: false, failure: opened.error });
      set({
        busy: false,
        step: 'columns',
        fileId: file.fileId,
        fileName: opened.value.fileName,
        sheets: opened.value.sheets.map((sheet) => chosenBefore(chooseSheet(sheet), opened.value.kept)),
        kept: opened.value.kept,
        takesIds: opened.value.kept?.takesIdNumbers ?? null,
        plan: null,
      });
    },

    ...createSayings(ask, set, get),

    chooseHeader: async (index, headerRow) => {
      const { fileId, sheets } = get();
      const sheet = sheets[index]?.sheet.name;
      if (fileId === null || sheet === undefined) return;
      set({ busy: true, failure: null });
      const reply = await ask['import.sheet']({ fileId, sheet, headerRow });
      set({
        busy: false,
        ...(reply.ok
          ? { sheets: replaced(get().sheets, index, { ...chooseSheet(reply.value), use: true }) }
          : { failure: reply.error }),
      });
    },

    forgetLayout: async (index) => {
      const { fileId, sheets } = get();
      const sheet = sheets[index]?.sheet;
      if (fileId === null || sheet === undefined || sheet.headerRow === null) return;
      const reply = await ask['import.forgetLayout']({
        fileId,
        sheet: sheet.name,
        headerRow: sheet.headerRow,
      });
      set(
        reply.ok
          ? { sheets: replaced(get().sheets, index, chooseSheet(reply.value)) }
          : { failure: reply.error },
      );
    },

    preview: async (supervisor) => {
      const { fileId, sheets } = get();
      if (fileId === null) return;
      set({ busy: true, failure: null, progress: null });
      await ask['import.keepAnswers']({ fileId, said: toKept(get()) });
      const reply = await ask['import.preview']({
        fileId,
        sheets: toMappings(sheets),
        takesIdNumbers: get().takesIds,
        supervisor,
      });
      set(
        reply.ok
          ? {
              busy: false,
              plan: reply.value,
              missing: null,
              ...answersBefore(reply.value, get().kept),
              step: 'preview',
            }
          : { busy: false, failure: reply.error },
      );
    },

    apply: async (supervisor) => {
      const { plan } = get();
      if (plan === null) return;
      set({ busy: true, cancelling: false, failure: null, progress: null, step: 'write' });
      const reply = await ask['import.apply']({ planId: plan.planId, answers: toAnswers(get()), supervisor });
      if (reply.ok) return set({ busy: false, result: reply.value, step: 'result', plan: null });
      const lost = reply.error.code === 'plan-gone' || reply.error.code === 'cancelled';
      set({
        busy: false,
        cancelling: false,
        failure: reply.error,
        step: lost ? 'columns' : 'preview',
        ...(lost ? { plan: null } : {}),
      });
    },

    cancel: async () => {
      set({ cancelling: true });
      await ask['import.cancel']({});
    },

    chooseRejects: async () => {
      const picked = await pickFile({ use: 'rejects' });
      if (!picked.ok) return set({ failure: picked.error });
      if (picked.value.file !== null) set({ failure: null, rejects: { ...picked.value.file, rows: null } });
    },

    saveRejects: async (supervisor, language) => {
      const { rejects } = get();
      if (rejects === null) return;
      set({ busy: true, failure: null });
      const reply = await ask['import.saveRejects']({ fileId: rejects.fileId, language, supervisor });
      set({
        busy: false,
        ...(reply.ok ? { rejects: { ...rejects, rows: reply.value.rows } } : { failure: reply.error }),
      });
    },

    dispose: async () => {
      const { fileId } = get();
      if (fileId === null) return;
      set({ busy: true, failure: null });
      const reply = await ask['import.dispose']({ fileId });
      // Whoever may not ask for it has it done by the clock, within a minute.
      if (reply.ok) void ask['disposals.check']({ disposalId: reply.value.disposalId });
      set({
        busy: false,
        ...(reply.ok
          ? { original: reply.value.otherNames ? ('gone-but-named' as const) : ('gone' as const) }
          : { failure: reply.error }),
      });
    },

    backTo: (step) => set({ step, failure: null, plan: null }),
    tellProgress: (progress) => set({ progress }),
    reset: () => set(EMPTY),
  }));

type Sayings = Pick<
  ImportState,
  | 'takeSheet'
  | 'mapColumn'
  | 'setPlace'
  | 'check'
  | 'answer'
  | 'answerRest'
  | 'answerKind'
  | 'keep'
  | 'goOnDespite'
  | 'sayIds'
  | 'sayMissing'
>;

/** What is said of sheets and rows; the vault keeps it. */
function createSayings(
  ask: Asks,
  set: (changes: Partial<ImportState>) => void,
  get: () => ImportState,
): Sayings {
  return {
    takeSheet: (index, use) =>
      set({ sheets: get().sheets.map((choice, at) => (at === index ? { ...choice, use } : choice)) }),

    mapColumn: (sheet, column, target) =>
      set({
        sheets: get().sheets.map((choice, at, all) =>
          leaderOf(all, at) === leaderOf(all, sheet)
            ? { ...choice, targets: choice.targets.map((old, index) => (index === column ? target : old)) }
            : choice,
        ),
      }),

    setPlace: (index, place) => {
      const { sheets } = get();
      const asked = sheets[index];
      const before = asked?.sheet.asks.includes('estate') === true ? asked.place.estate : null;
      set({
        sheets: sheets.map((choice, at) => {
          if (at === index) return { ...choice, place };
          // Asked of one sheet for all that lack it.
          return choice.place.estate === before
            ? { ...choice, place: { ...choice.place, estate: place.estate } }
            : choice;
        }),
      });
    },
    check: (index, checked) => {
      set({ sheets: get().sheets.map((choice, at) => (at === index ? { ...choice, checked } : choice)) });
      get().keep();
    },

    answer: (question, answered) => {
      set({ answers: new Map([...get().answers, [question, answered]]) });
      get().keep();
    },
    answerRest: (rest) => {
      set({ rest });
      get().keep();
    },
    answerKind: (kind, answer) => {
      set({ kinds: new Map([...get().kinds, [kind, answer]]) });
      get().keep();
    },
    keep: () => {
      const { fileId } = get();
      if (fileId !== null) void ask['import.keepAnswers']({ fileId, said: toKept(get()) });
    },
    sayMissing: (missing) => set({ missing }),
    sayIds: (takesIds) => {
      set({ takesIds });
      get().keep();
    },
    goOnDespite: (stop, on) =>
      set({ despite: [...get().despite.filter((one) => one !== stop), ...(on ? [stop] : [])] }),
  };
}

const chooseSheet = (sheet: WorkbookSheet): SheetChoice => {
  const targets = sheet.columns.map((column) => column.target);
  const { place } = sheet;
  return { sheet, targets, place, checked: false, use: sheet.headerRow !== null && says(targets) };
};

/** A sheet as it was said to be before. */
function chosenBefore(choice: SheetChoice, kept: KeptAnswers | null): SheetChoice {
  const said = kept?.sheets.find(({ sheet }) => sheet === choice.sheet.name);
  if (said === undefined || said.headerRow !== choice.sheet.headerRow) return choice;
  const targets = new Map(said.columns.map(({ index, target }) => [index, target]));
  return {
    ...choice,
    use: true,
    place: said.place,
    checked: true,
    targets: choice.sheet.columns.map(({ index }) => targets.get(index) ?? null),
  };
}

/** Answers that were given before to questions that are asked again. */
function answersBefore(
  { questions }: ImportPlan,
  kept: KeptAnswers | null,
): Pick<ImportState, 'answers' | 'rest' | 'kinds' | 'despite'> {
  const answers = new Map<number, Answered>();
  for (const { question, sheet, row, kind, options } of questions) {
    const said = kept?.rows.find((one) => one.sheet === sheet && one.row === row && one.kind === kind);
    if (said !== undefined && said.option < options.length)
      answers.set(question, { answer: said.answer, option: said.option });
  }
  return {
    answers,
    rest: kept?.rest ?? null,
    kinds: new Map(kept?.kinds.map(({ kind, answer }) => [kind, answer])),
    despite: kept?.despite ?? [],
  };
}

const toKept = ({
  sheets,
  plan,
  answers,
  rest,
  kinds,
  despite,
  takesIds,
  kept,
}: ImportState): KeptAnswers => ({
  // What is not checked is asked again.
  sheets: toMappings(sheets.filter((choice) => asksOf(choice).length === 0 || choice.checked)),
  rest: plan === null ? (kept?.rest ?? null) : rest,
  kinds: plan === null ? (kept?.kinds ?? []) : [...kinds].map(([kind, answer]) => ({ kind, answer })),
  despite: plan === null ? (kept?.despite ?? []) : [...despite],
  takesIdNumbers: takesIds,
  rows:
    plan === null
      ? (kept?.rows ?? [])
      : plan.questions.flatMap(({ question, sheet, row, kind }) => {
          const said = answers.get(question);
          return said === undefined ? [] : [{ sheet, row, kind, ...said }];
        }),
});

/** The place among the sheets of the first one with the same headings. */
const leaderOf = (sheets: readonly SheetChoice[], index: number): number =>
  sheets[index]?.sheet.sameAs ?? index;

/** What is asked of a sheet itself. */
export const asksOf = ({ sheet }: SheetChoice): readonly SheetAsk[] => sheet.asks;

/** What is asked of a sheet has been looked at; of its columns it is asked once for all that have the same headings. */
export const isChecked = (sheets: readonly SheetChoice[], choice: SheetChoice): boolean =>
  choice.checked || (asksOf(choice).length === 0 && (sheets[choice.sheet.sameAs ?? -1]?.checked ?? true));

const replaced = (
  sheets: readonly SheetChoice[],
  index: number,
  choice: SheetChoice,
): readonly SheetChoice[] => sheets.map((old, at) => (at === index ? choice : old));

/** Returns the mappings that go to the vault: the sheets in use, with the columns that have a target. */
export function toMappings(sheets: readonly SheetChoice[]): SheetMapping[] {
  return sheets.flatMap(({ use, targets, place, sheet: { name, headerRow, columns } }) =>
    !use || headerRow === null
      ? []
      : [
          {
            sheet: name,
            headerRow,
            place,
            columns: columns.flatMap(({ index }, at) => {
              const target = targets[at] ?? null;
              return target === null ? [] : [{ index, target }];
            }),
          },
        ],
  );
}

/** A room; or somebody who can be found again by a room, a phone, an ID number or a code; or a plate or a space of somebody with a code. */
export function says(targets: readonly (ColumnTarget | null)[]): boolean {
  const has = (...of: readonly ColumnTarget[]): boolean => of.some((target) => targets.includes(target));
  return (
    has('roomText', 'room', 'unitRoom') ||
    (has('name') && has('phone', 'idNumber', 'ownerCode')) ||
    (has('plate', 'spaceCode') && has('ownerCode'))
  );
}

/** A column of ID numbers would be imported: whether they are taken is asked before anything is compared. */
export const hasIds = (sheets: readonly SheetChoice[]): boolean =>
  sheets.some(({ use, targets }) => use && targets.some(isIdTarget));

/** Every sheet in use says who or where; at least one is in use. */
export function canPreview(sheets: readonly SheetChoice[]): boolean {
  const used = sheets.filter((choice) => choice.use);
  return (
    used.length > 0 &&
    used.every((choice) => says(choice.targets) && (asksOf(choice).length === 0 || choice.checked))
  );
}

/** A file is open and not written: leaving is asked about. */
export const isUnderWay = ({ step }: Pick<ImportState, 'step'>): boolean =>
  step === 'columns' || step === 'preview';

/** Questions without an answer; the plan counts also those that it does not list. */
export function countOpen({
  plan,
  answers,
  kinds,
  rest,
}: Pick<ImportState, 'plan' | 'answers' | 'kinds' | 'rest'>): number {
  if (plan === null || rest !== null) return 0;
  const byKind = plan.questions.filter(
    ({ question, kind }) => kinds.has(kind) && !answers.has(question),
  ).length;
  return plan.counts.ambiguous - answers.size - byKind;
}

/** Rows of which something becomes something. */
export function countWritten({
  plan,
  answers,
  kinds,
  rest,
}: Pick<ImportState, 'plan' | 'answers' | 'kinds' | 'rest'>): number {
  if (plan === null) return 0;
  const byKind = plan.questions.filter(({ question, kind }) => kinds.has(kind) && !answers.has(question));
  const taken = [
    ...[...answers.values()].map(({ answer }) => answer),
    ...byKind.map(({ kind }) => kinds.get(kind)),
  ].filter((answer) => answer !== 'leave-out').length;
  return (
    plan.counts.new +
    plan.counts.changed +
    taken +
    (rest === null || rest === 'leave-out' ? 0 : plan.counts.ambiguous - answers.size - byKind.length)
  );
}

const toAnswers = ({
  answers,
  rest,
  kinds,
  despite,
  missing,
}: Pick<ImportState, 'answers' | 'rest' | 'kinds' | 'despite' | 'missing'>): ImportAnswers => ({
  rest: rest ?? 'leave-out',
  kinds: [...kinds].map(([kind, answer]) => ({ kind, answer })),
  despite: [...despite],
  ...(missing === null ? {} : { missing }),
  rows: [...answers].map(([question, { answer, option }]) => ({ question, answer, option })),
});
