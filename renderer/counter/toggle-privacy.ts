/** Turns the visitor view on or off; what showed or asked about a record ends first, a task too, and other pages are left. */
import { appStore, deskStore, taskStore } from '../stores.ts';

export function togglePrivacy(): void {
  const { settings, changeSettings } = appStore.getState();
  deskStore.getState().go('counter');
  taskStore.getState().end();
  void changeSettings({ privacy: !settings.privacy });
}
