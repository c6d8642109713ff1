/** Keeps what is typed into the panels of the desk over a lock: sealed by the vault, about the page, the person and the room that are open. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { KeptDraft } from '../../contract/drafts/routes.ts';
import { bridge } from '../bridge.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { type DraftKeeping, DraftKeepingContext } from '../ui/draft-keeping.ts';
import { toastsStore } from '../ui/toasts.ts';

const { vault } = bridge;

export function WithDrafts({ children }: { readonly children: ReactNode }) {
  const drafts = useRef<readonly KeptDraft[]>([]);
  const page = useStore(deskStore, (state) => state.page);
  const personId = useStore(personStore, (state) => state.person?.personId ?? null);
  const roomId = useStore(roomStore, (state) => state.room?.roomId ?? null);
  useEffect(() => {
    void vault['drafts.read']({}).then((reply) => {
      if (!reply.ok || reply.value.drafts.length === 0) return;
      drafts.current = reply.value.drafts;
      toastsStore.getState().show({ words: (t) => t('draft.waiting') });
    });
  }, []);
  const keeping = useMemo((): DraftKeeping => {
    const about = `${page} ${personId ?? ''} ${roomId ?? ''}`;
    const isOf = (form: string) => (draft: KeptDraft) => draft.form === form && draft.about === about;
    return {
      find: (form) => drafts.current.find(isOf(form)) ?? null,
      keep: (form, fields) =>
        void vault['drafts.keep']({ written: { form, about, fields: [...fields] }, personId }),
      drop: (form) => {
        // A form that the lock takes from the screen was neither sent nor left.
        if (appStore.getState().leaving) return;
        drafts.current = drafts.current.filter((draft) => !isOf(form)(draft));
        void vault['drafts.drop']({ form, about });
      },
    };
  }, [page, personId, roomId]);
  return <DraftKeepingContext value={keeping}>{children}</DraftKeepingContext>;
}
