/** Turns the visitor view on or off; what showed or asked about a record ends first, and other pages are left. */
import { appStore, deskStore } from '../stores.ts';

export function togglePrivacy(): void {
  const { settings, changeSettings } = appStore.getState();
  deskStore.getState().go('counter');
  void changeSettings({ privacy: !settings.privacy });
}
