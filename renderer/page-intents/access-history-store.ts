/** Who has seen what was asked about last. It holds masks, and no number that was traced. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { FieldId } from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import type { Seeing, AccessHistorySubject } from '../../contract/access-history/lists.ts';
import type { AccessHistoryAbout } from '../../contract/access-history/requests.ts';
import type { AccessHistoryAnswer } from '../../contract/access-history/views.ts';

/** Filters of an answer. */
interface Narrowing {
  readonly field: FieldId | undefined;
  readonly how: Seeing | undefined;
}

export interface AccessHistoryState extends Narrowing {
  /** Subject that the page offers a question about. */
  readonly subject: AccessHistorySubject;
  /** Subject of the answer; null before anything was asked. */
  readonly about: AccessHistoryAbout | null;
  readonly answer: AccessHistoryAnswer | null;
  readonly busy: 'none' | 'reading' | 'printing';
  readonly failure: Failure | null;
  /** Whether a sheet went to the printer; null before one was sent. */
  readonly printed: boolean | null;
  readonly choose: (subject: AccessHistorySubject) => void;
  /** Asks anew, narrowed by nothing but a field where one is given. */
  readonly ask: (about: AccessHistoryAbout, field?: FieldId) => Promise<void>;
  readonly narrow: (changes: Partial<Narrowing>) => Promise<void>;
  readonly again: () => Promise<void>;
  readonly readEarlier: () => Promise<void>;
  /** The failure, or null once there is an answer. Number and PIN go through and are not kept. */
  readonly trace: (request: RouteRequest<'accessHistory.number'>) => Promise<Failure | null>;
  readonly print: () => Promise<void>;
  /** The answer to a resident's own request, on paper; the failure, or null. */
  readonly answerResident: (request: RouteRequest<'accessHistory.answer'>) => Promise<Failure | null>;
}

type Asked = Pick<
  Bridge['vault'],
  'accessHistory.list' | 'accessHistory.number' | 'accessHistory.print' | 'accessHistory.answer'
>;

const NOTHING = { field: undefined, how: undefined } as const;

export const createAccessHistoryStore = (ask: Asked, printSheet: Bridge['shell']['printSheet']) =>
  createStore<AccessHistoryState>()((set, get) => {
    let newest = 0;

    const questionOf = (about: AccessHistoryAbout) => {
      const { field, how } = get();
      return { about, ...(field !== undefined && { field }), ...(how !== undefined && { how }) };
    };
    const read = async (about: AccessHistoryAbout): Promise<void> => {
      newest += 1;
      const mine = newest;
      set({ about, subject: about.by, answer: null, busy: 'reading', failure: null, printed: null });
      const reply = await ask['accessHistory.list']({ ...questionOf(about), before: null });
      // Something else has been asked meanwhile.
      if (mine !== newest) return;
      set(reply.ok ? { answer: reply.value, busy: 'none' } : { failure: reply.error, busy: 'none' });
    };
    const send = async (paper: 'access-history' | 'access-history-answer'): Promise<Failure | null> => {
      const reply = await printSheet({ paper });
      set({ printed: reply.ok && reply.value.done });
      return reply.ok ? null : reply.error;
    };

    return {
      ...NOTHING,
      subject: 'person',
      about: null,
      answer: null,
      busy: 'none',
      failure: null,
      printed: null,

      choose: (subject) => {
        if (subject === get().subject) return;
        newest += 1;
        set({ ...NOTHING, subject, about: null, answer: null, failure: null, busy: 'none', printed: null });
      },

      ask: (about, field) => {
        set({ ...NOTHING, field });
        return read(about);
      },

      narrow: async (changes) => {
        set(changes);
        await get().again();
      },

      again: async () => {
        const { about } = get();
        if (about !== null) await read(about);
      },

      readEarlier: async () => {
        const { about, answer, busy } = get();
        if (about === null || answer === null || answer.next === null || busy !== 'none') return;
        const mine = newest;
        set({ busy: 'reading' });
        const reply = await ask['accessHistory.list']({ ...questionOf(about), before: answer.next });
        if (mine !== newest) return;
        if (!reply.ok) return set({ failure: reply.error, busy: 'none' });
        const { entries, next } = reply.value;
        set({ answer: { ...answer, entries: [...answer.entries, ...entries], next }, busy: 'none' });
      },

      trace: async (request) => {
        newest += 1;
        const mine = newest;
        set({ ...NOTHING, about: null, answer: null, failure: null, busy: 'reading', printed: null });
        const reply = await ask['accessHistory.number'](request);
        if (mine !== newest) return null;
        set({ busy: 'none' });
        if (!reply.ok) return reply.error;
        // Of a number that nobody has there is nothing else to ask.
        const isTraced = reply.value.whom.people.length > 0;
        set({ about: isTraced ? { by: 'number' } : null, answer: reply.value });
        return null;
      },

      print: async () => {
        const { about, busy } = get();
        if (about === null || busy !== 'none') return;
        set({ busy: 'printing', failure: null, printed: null });
        const reply = await ask['accessHistory.print'](questionOf(about));
        const failure = reply.ok ? await send('access-history') : reply.error;
        set({ busy: 'none', failure });
      },

      answerResident: async (request) => {
        set({ printed: null });
        const reply = await ask['accessHistory.answer'](request);
        return reply.ok ? send('access-history-answer') : reply.error;
      },
    };
  });
