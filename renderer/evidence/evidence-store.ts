/** How it stands with every duty, the packs that were made, and the one that is being made. It holds counts and dates alone. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { VaultEvent } from '../../contract/events.ts';
import type { Duty } from '../../contract/evidence/lists.ts';
import type { Dashboard } from '../../contract/evidence/routes.ts';
import type { Failure, Result } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';
import type { Given } from '../pages/give-document.ts';

/** A pack that was written, with the name of its file. */
export type MadePack = Given<RouteReply<'evidence.makePack'>>;

export interface EvidenceState {
  /** Null until it was read. */
  readonly dashboard: Dashboard | null;
  readonly packs: RouteReply<'evidence.packs'> | null;
  readonly failure: Failure | null;
  /** The duty that is shown in full. */
  readonly opened: Duty | null;
  readonly isMaking: boolean;
  readonly isCancelling: boolean;
  readonly progress: VaultEvent<'evidence.progress'> | null;
  /** The last one that was written, until another is begun. */
  readonly made: MadePack | null;
  readonly open: (duty: Duty | null) => void;
  readonly read: () => Promise<void>;
  readonly readPacks: () => Promise<void>;
  /** Asks where it goes, and makes it; null where nowhere was said. The PIN goes through and is not kept. */
  readonly makePack: (pin: string) => Promise<Result<MadePack | null>>;
  readonly cancel: () => Promise<void>;
  /** What was made last is no longer shown, and no duty. */
  readonly forget: () => void;
  readonly tellProgress: (progress: VaultEvent<'evidence.progress'>) => void;
}

type Ask = Pick<
  Bridge['vault'],
  'evidence.read' | 'evidence.packs' | 'evidence.makePack' | 'evidence.cancelPack'
>;
type Save = (
  of: 'pack',
  ask: (fileId: Parameters<Ask['evidence.makePack']>[0]['fileId']) => ReturnType<Ask['evidence.makePack']>,
) => Promise<Result<MadePack> | null>;

export const createEvidenceStore = (ask: Ask, save: Save) => {
  const newest = newestReply(() => ask['evidence.read']({}));
  const newestPacks = newestReply(() => ask['evidence.packs']({}));
  return createStore<EvidenceState>()((set, get) => ({
    dashboard: null,
    packs: null,
    failure: null,
    opened: null,
    isMaking: false,
    isCancelling: false,
    progress: null,
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

    makePack: async (pin) => {
      set({ isMaking: true, isCancelling: false, progress: null, made: null });
      const reply = await save('pack', (fileId) => ask['evidence.makePack']({ fileId, pin }));
      set({ isMaking: false, made: reply?.ok === true ? reply.value : null });
      // One that failed on its way to the disk has its entries.
      await Promise.all([get().read(), get().readPacks()]);
      return reply ?? { ok: true, value: null };
    },

    cancel: async () => {
      set({ isCancelling: true });
      await ask['evidence.cancelPack']({});
    },

    forget: () => set({ made: null, opened: null }),
    tellProgress: (progress) => set({ progress }),
  }));
};
