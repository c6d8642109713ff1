/** Scope of the signed-in person, and the records of another desk that they may open for now. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import type { OwnScope } from '../../contract/scope/routes.ts';

export interface ScopeState extends OwnScope {
  readonly read: () => Promise<void>;
  /** Takes the scope that another reply of the vault brought. */
  readonly take: (own: OwnScope) => void;
}

export const createScopeStore = (ask: Bridge['vault']['scope.read']) =>
  createStore<ScopeState>()((set) => ({
    scope: [],
    opened: [],
    read: async () => {
      const reply = await ask({});
      if (reply.ok) set(reply.value);
    },
    take: ({ scope, opened }) => set({ scope, opened }),
  }));

/** Until when a record of another desk is open (milliseconds since 1970): a room, or a person by themself or by one of their rooms. Null where it is the own desk's. */
export function openUntil(
  opened: OwnScope['opened'],
  shown: { readonly personId: PersonId | null; readonly rooms: readonly RoomId[] },
): number | null {
  const times = opened
    .filter(({ about }) =>
      about.of === 'person' ? about.personId === shown.personId : shown.rooms.includes(about.roomId),
    )
    .map(({ until }) => until);
  return times.length === 0 ? null : Math.max(...times);
}
