/** The page of parcels that wait at the desk. */
import { definePage } from '../pages/define-page.ts';
import { parcelsStore } from './stores.ts';
import { parcelsWords } from './words.ts';

export const parcelsPage = definePage({
  name: 'parcels',
  at: { tab: 'shift', place: 20 },
  roles: ['receptionist', 'supervisor'],
  title: (t) => t('parcels.title'),
  called: ['快递 包裹', 'delivery, post'],
  section: (t) => t('parcels.tab'),
  follows: { parcels: () => parcelsStore.getState().read() },
  messages: parcelsWords,
  log: {
    'parcel-in': (_, { parcel }) => String(parcel),
    'parcel-out': (_, { parcel }) => String(parcel),
  },
  load: () => import('./ParcelsPage.tsx').then(({ ParcelsPage }) => ParcelsPage),
});
