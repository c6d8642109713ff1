/** Whether there is nobody to find. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { deskStore } from '../pages/stores.ts';
import { firstDayStore } from './stores.ts';

/** True once the vault has said that no resident is recorded. It is not asked again after the first one is there. */
export function useNoResidents(): boolean {
  const { facts, read } = useStore(firstDayStore);
  const hasResidents = facts?.hasResidents === true;
  useEffect(() => {
    if (hasResidents) return undefined;
    void read();
    // The first resident is added in a panel beside what asks this.
    return deskStore.subscribe((now, before) => {
      if (before.panel.kind === 'add' && now.panel.kind !== 'add') void read();
    });
  }, [hasResidents, read]);
  return facts?.hasResidents === false;
}
