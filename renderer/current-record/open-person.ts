/** Opens a record in the place of what is open, or chooses it where another is to be merged; a form with something in it is asked about first. `then` is done with it. */
import type { PersonId } from '../../contract/ids.ts';
import { deskStore } from '../pages/stores.ts';
import { personStore, roomStore } from './stores.ts';

export function openPerson(personId: PersonId, then?: () => void): void {
  const { panel, show } = deskStore.getState();
  if (panel.kind === 'merge')
    return personId === personStore.getState().person?.personId
      ? undefined
      : show({ kind: 'merge', other: personId });
  deskStore.getState().leave(() => {
    deskStore.getState().hidePanel();
    deskStore.getState().moveOn();
    roomStore.getState().close();
    if (deskStore.getState().page !== 'counter') deskStore.getState().go('counter');
    void personStore
      .getState()
      .open(personId)
      .then(() => {
        const { person, asked } = personStore.getState();
        if (person !== null && asked === personId) then?.();
      });
  });
}
