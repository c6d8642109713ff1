/** The ceremony after a theft as the vault tells it, and which of its screens is shown. PINs pass through and are not kept. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import { THEFT_KEYS, type TheftKey, type TheftStep } from '../../contract/key-management/lists.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import type { TheftView } from '../../contract/key-management/views.ts';
import type { StaffId } from '../../contract/ids.ts';

/** Screens of the ceremony: the plan and what is needed before it is begun, the people, one of them, a rotation, the end. */
const THEFT_SCREENS = ['plan', 'needs', 'people', 'renew', 'away', 'key', 'end', 'done'] as const;
export type TheftScreenName = (typeof THEFT_SCREENS)[number];

export interface TheftState {
  readonly view: TheftView | null;
  /** Null while the list of keys is shown. */
  readonly screen: TheftScreenName | null;
  /** Whom a new PIN, or an absence, is about. */
  readonly person: StaffId | null;
  /** Disk space that the coming rotations need and find. */
  readonly room: RouteReply<'keys.checkStoreKey'> | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** To the plan, or to the first step that is left of one that was begun. */
  readonly open: () => Promise<void>;
  readonly show: (screen: 'plan' | 'people') => void;
  /** To what is needed, which is looked at anew. */
  readonly prepare: () => Promise<void>;
  readonly begin: (proof: RouteRequest<'theft.begin'>) => Promise<void>;
  readonly choose: (screen: 'renew' | 'away', person: StaffId) => void;
  readonly shutOut: (proof: RouteRequest<'theft.begin'>) => Promise<void>;
  /** To whatever is left now. */
  readonly proceed: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Back to the list; what is left stays left. */
  readonly leave: () => void;
}

type Routes = Pick<
  Bridge['vault'],
  'theft.read' | 'theft.begin' | 'theft.shutOut' | 'theft.end' | 'keys.checkStoreKey'
>;

/** The ceremonies that this one is made of. */
interface TheftParts {
  readonly startKey: (key: TheftKey) => void;
  /** Leaves whichever of them is open; false where it cannot be left now. */
  readonly leave: () => boolean;
}

const NOT_SHOWN = { screen: null, person: null, room: null, failure: null } as const;

const isKey = (step: TheftStep | undefined): step is TheftKey => THEFT_KEYS.some((key) => key === step);

function screenOf({ begun, left }: TheftView): TheftScreenName {
  if (begun === null) return 'plan';
  if (left[0] === 'people') return 'people';
  return isKey(left[0]) ? 'key' : 'end';
}

export const createTheftStore = (ask: Routes, parts: TheftParts) =>
  createStore<TheftState>()((set, get) => {
    const go = (view: TheftView): void => {
      set({ view, screen: screenOf(view), person: null, failure: null });
      if (view.begun !== null && isKey(view.left[0])) parts.startKey(view.left[0]);
    };
    /** One request at a time; `next` shows what came of it. */
    const send = async (
      request: () => Promise<Result<TheftView>>,
      next: (view: TheftView) => void = go,
    ): Promise<void> => {
      if (get().busy) return;
      set({ busy: true, failure: null });
      const reply = await request();
      set({ busy: false });
      if (reply.ok) next(reply.value);
      else set({ failure: reply.error });
    };
    const read = (): Promise<void> => send(() => ask['theft.read']({}));
    return {
      view: null,
      busy: false,
      ...NOT_SHOWN,
      open: read,
      proceed: read,
      show: (screen) => set({ screen, person: null, failure: null }),
      prepare: async () => {
        set({ screen: 'needs', room: null, failure: null });
        const reply = await ask['keys.checkStoreKey']({});
        set(reply.ok ? { room: reply.value } : { failure: reply.error });
      },
      begin: (proof) => send(() => ask['theft.begin'](proof)),
      choose: (screen, person) => set({ screen, person, failure: null }),
      shutOut: async (proof) => {
        const { person } = get();
        if (person !== null) await send(() => ask['theft.shutOut']({ staffId: person, ...proof }));
      },
      end: () =>
        send(
          () => ask['theft.end']({}),
          (view) => set({ view, screen: 'done' }),
        ),
      leave: () => {
        if (!get().busy && parts.leave()) set(NOT_SHOWN);
      },
    };
  });
