import { UnsavedDialog } from '../../../../../renderer/desk/UnsavedDialog.tsx';
import type { ComponentPage } from '../component-page.ts';

export const unsavedDialogPage: ComponentPage = {
  id: 'unsaved-dialog',
  title: 'UnsavedDialog',
  frame: 'window',
  states: [{ id: 'asked', name: ['询问', 'Asked'], show: () => <UnsavedDialog /> }],
};
