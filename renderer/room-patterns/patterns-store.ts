/** How the estate writes its rooms, as it is kept and as an admin is about to have it, with what would come of it. The PIN passes through. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { PatternTrial } from '../../contract/search/views.ts';

/** Milliseconds without a key before the vault is asked what would come of it. */
const PAUSE = 250;

/** The key keeps a line apart from the others while they come and go. */
export interface PatternLine {
  readonly key: number;
  readonly text: string;
}

export interface PatternsState {
  /** Null until they are read. */
  readonly kept: readonly string[] | null;
  readonly lines: readonly PatternLine[];
  /** A room as somebody writes it. */
  readonly example: string;
  /** Of the lines as they were last asked about. */
  readonly trial: PatternTrial | null;
  readonly busy: 'none' | 'reading' | 'saving';
  readonly failure: Failure | null;
  readonly done: RouteReply<'rooms.savePatterns'> | null;
  readonly read: () => Promise<void>;
  readonly write: (key: number, text: string) => void;
  readonly add: () => void;
  readonly remove: (key: number) => void;
  readonly tryExample: (example: string) => void;
  readonly discard: () => void;
  readonly save: (pin: string) => Promise<void>;
}

export const textsOf = (lines: readonly PatternLine[]): readonly string[] =>
  lines.map(({ text }) => text.trim()).filter((text) => text !== '');

export const isChanged = ({ kept, lines }: Pick<PatternsState, 'kept' | 'lines'>): boolean =>
  kept !== null && JSON.stringify(kept) !== JSON.stringify(textsOf(lines));

/** Returns the problem of a line; null where there is none. Blank lines are not asked about. */
export function problemOf(
  { lines, trial }: Pick<PatternsState, 'lines' | 'trial'>,
  key: number,
): PatternTrial['problems'][number] {
  const place = lines.filter(({ text }) => text.trim() !== '').findIndex((line) => line.key === key);
  return place < 0 ? null : (trial?.problems[place] ?? null);
}

export const createPatternsStore = (
  vault: Pick<Bridge['vault'], 'rooms.patterns' | 'rooms.tryPatterns' | 'rooms.savePatterns'>,
) =>
  createStore<PatternsState>()((set, get) => {
    let nextKey = 0;
    let asked = 0;
    const linesOf = (texts: readonly string[]): readonly PatternLine[] =>
      (texts.length === 0 ? [''] : texts).map((text) => ({ key: nextKey++, text }));
    let pause: ReturnType<typeof setTimeout> | undefined;

    /** Asks what would come of the lines; an answer that comes after a newer question is dropped. */
    async function ask(): Promise<void> {
      const { lines, example } = get();
      const turn = ++asked;
      const reply = await vault['rooms.tryPatterns']({
        patterns: [...textsOf(lines)],
        examples: example.trim() === '' ? [] : [example.trim()],
      });
      if (turn !== asked) return;
      set(reply.ok ? { trial: reply.value } : { trial: null, failure: reply.error });
    }

    /** Takes a change of lines or example, and asks for a trial of it after a pause; the last trial is dropped once the lines differ. Nothing comes of those that are kept. */
    function change(state: Pick<PatternsState, 'lines'> | Pick<PatternsState, 'example'>): void {
      set('lines' in state ? { ...state, trial: null, done: null, failure: null } : state);
      clearTimeout(pause);
      pause = setTimeout(() => (isChanged(get()) || get().example !== '') && void ask(), PAUSE);
    }

    return {
      kept: null,
      lines: [],
      example: '',
      trial: null,
      busy: 'none',
      failure: null,
      done: null,

      read: async () => {
        set({ busy: 'reading', done: null, failure: null, kept: null });
        const reply = await vault['rooms.patterns']({});
        set(
          reply.ok
            ? { busy: 'none', kept: reply.value.patterns, example: '' }
            : { busy: 'none', failure: reply.error },
        );
        if (reply.ok) change({ lines: linesOf(reply.value.patterns) });
      },

      write: (key, text) =>
        change({ lines: get().lines.map((line) => (line.key === key ? { key, text } : line)) }),
      add: () => change({ lines: [...get().lines, ...linesOf([])] }),
      remove: (key) => change({ lines: get().lines.filter((line) => line.key !== key) }),
      tryExample: (example) => change({ example }),
      discard: () => change({ lines: linesOf(get().kept ?? []) }),

      save: async (pin) => {
        const patterns = textsOf(get().lines);
        if (get().busy !== 'none') return;
        set({ busy: 'saving', failure: null });
        const reply = await vault['rooms.savePatterns']({ patterns: [...patterns], pin });
        if (!reply.ok) return set({ busy: 'none', failure: reply.error });
        change({ lines: linesOf(patterns) });
        set({ busy: 'none', kept: patterns, example: '', done: reply.value });
      },
    };
  });
