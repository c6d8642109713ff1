import { useEffect } from 'react';
import { Toasts } from '../../../../../renderer/ui/Toast.tsx';
import { type ToastContent, toastsStore } from '../../../../../renderer/ui/toasts.ts';
import type { ComponentPage } from '../component-page.ts';

const UNDO_KEY = { shown: 'Alt+Z' } as const;

/** Behind the place of toasts, so that it is open by then. */
function Show({ toast }: { readonly toast: ToastContent }) {
  useEffect(() => toastsStore.getState().show(toast), [toast]);
  return null;
}

const toast = (content: ToastContent) => (
  <>
    <Toasts undoKey={UNDO_KEY} />
    <Show toast={content} />
  </>
);

export const toastPage: ComponentPage = {
  id: 'toast',
  title: 'Toasts',
  frame: 'alone',
  states: [
    {
      id: 'plain',
      name: ['已完成', 'Done'],
      wide: true,
      show: (say) => toast({ words: () => say('已保存', 'Saved') }),
    },
    {
      id: 'undo',
      name: ['可以撤销', 'With undo'],
      wide: true,
      show: (say) =>
        toast({ words: () => say('已删除备注', 'Note deleted'), undo: () => Promise.resolve(null) }),
    },
    {
      id: 'long',
      name: ['长文字', 'Long words'],
      wide: true,
      show: (say) =>
        toast({
          words: () =>
            say('已恢复昨天从名单中移除的人员', 'The member of staff who was removed yesterday is back'),
          undo: () => Promise.resolve(null),
        }),
    },
    { id: 'none', name: ['没有', 'None'], wide: true, show: () => <Toasts undoKey={UNDO_KEY} /> },
  ],
};
