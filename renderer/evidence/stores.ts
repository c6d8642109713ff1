/** How it stands with every duty, the packs that were made, and the one that is being made. It holds counts and dates alone. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import type { Dashboard } from '../../contract/evidence/routes.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';
import { bridge } from '../bridge.ts';
import { type PickedPlace, pickPlace } from '../pages/give-document.ts';

/** A pack that was written, with the name of its file. */
export type MadePack = RouteReply<'evidence.makePack'> & Pick<PickedPlace, 'fileName'>;

export interface EvidenceState {
  /** Null until it was read. */
  readonly dashboard: Dashboard | null;
  readonly packs: RouteReply<'evidence.packs'> | null;
  readonly failure: Failure | null;
  /** The duty that is shown in full. */
  readonly opened: Duty | null;
  /** Where the next pack goes; null until it was picked. It is for one try alone. */
  readonly place: PickedPlace | null;
  readonly isMaking: boolean;
  readonly isCancelling: boolean;
  readonly progress: VaultEvent<'evidence.progress'> | null;
  /** Why the last one was not made, until another is begun. */
  readonly makeFailure: Failure | null;
  /** The last one that was written, until another is begun. */
  readonly made: MadePack | null;
  readonly open: (duty: Duty | null) => void;
  readonly read: () => Promise<void>;
  readonly readPacks: () => Promise<void>;
  /** Asks where it goes; nothing changes where nowhere was said. Asked before the PIN, so that none is held while the dialog is open. */
  readonly pick: () => Promise<Result<'asked'>>;
  /** Makes it there, with the pictures of rectification or without. The PIN goes through and is not kept. */
  readonly makePack: (place: PickedPlace, pictures: boolean, pin: string) => Promise<Result<MadePack>>;
  readonly cancel: () => Promise<void>;
  /** Clears the pack that was made last, its failure, the duty that is open and the picked place. */
  readonly forget: () => void;
  readonly tellProgress: (progress: VaultEvent<'evidence.progress'>) => void;
}

type Ask = Pick<
  Bridge['vault'],
  'evidence.read' | 'evidence.packs' | 'evidence.makePack' | 'evidence.cancelPack'
>;

const createEvidenceStore = (ask: Ask, pickPlace: () => Promise<Result<PickedPlace | null>>) => {
  const newest = newestReply(() => ask['evidence.read']({}));
  const newestPacks = newestReply(() => ask['evidence.packs']({}));
  return createStore<EvidenceState>()((set, get) => ({
    dashboard: null,
    packs: null,
    failure: null,
    opened: null,
    place: null,
    isMaking: false,
    isCancelling: false,
    progress: null,
    makeFailure: null,
    made: null,

    open: (duty) => set({ opened: duty }),

    read: async () => {
      const reply = await newest();
      if (reply !== null)
        set(reply.ok ? { dashboard: reply.value, failure: null } : { failure: reply.error });
    },

    readPacks: async () => {
      const reply = await newestPacks();
      if (reply !== null) set(reply.ok ? { packs: reply.value } : { failure: reply.error });
    },

    pick: async () => {
      const picked = await pickPlace();
      if (!picked.ok) return picked;
      if (picked.value !== null) set({ place: picked.value, makeFailure: null });
      return { ok: true, value: 'asked' };
    },

    makePack: async ({ fileId, fileName }, pictures, pin) => {
      set({ isMaking: true, isCancelling: false, progress: null, made: null });
      const reply = await ask['evidence.makePack']({ fileId, ...(pictures && { pictures }), pin });
      const made: Result<MadePack> = reply.ok ? { ok: true, value: { ...reply.value, fileName } } : reply;
      set({
        isMaking: false,
        place: null,
        makeFailure: made.ok ? null : made.error,
        made: made.ok ? made.value : null,
      });
      // One that failed on its way to the disk has its entries.
      await Promise.all([get().read(), get().readPacks()]);
      return made;
    },

    cancel: async () => {
      set({ isCancelling: true });
      await ask['evidence.cancelPack']({});
    },

    forget: () => set({ place: null, made: null, makeFailure: null, opened: null }),
    tellProgress: (progress) => set({ progress }),
  }));
};

/** The store of what can be shown, made once over the bridge. */
export const evidenceStore = createEvidenceStore(bridge.vault, () => pickPlace('pack'));
