/** Parcels in the tests that go over every feature. */
import type { Parcel } from '../../../contract/parcels/routes.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { FeatureFlow } from '../../screens/screen-list.ts';
import { click, get } from '../../screens/steps.ts';
import type { Visit, Walk } from '../route-walk.ts';

type Name = Extract<RouteName, `parcels.${string}`>;

async function takeOne(walk: Walk): Promise<Parcel> {
  const { parcels } = await walk.ask('parcels.take', { room: '29-2-1803', carrier: '无名快递' });
  return parcels[0]!;
}

export const visits: Readonly<Record<Name, Visit>> = {
  'parcels.list': (walk) => walk.ask('parcels.list', {}),
  'parcels.take': takeOne,
  'parcels.give': async (walk) =>
    walk.ask('parcels.give', { parcelId: (await takeOne(walk)).parcelId, collector: '本户' }),
};

const SCREENS = {
  'parcels-none': ['page:parcels'],
  'parcels-take': ['page:parcels'],
  parcels: ['page:parcels'],
  'parcels-give': ['page:parcels'],
} as const;

export const flow: FeatureFlow<typeof SCREENS> = {
  place: 300,
  as: 'receptionist',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('parcels');
    await look('parcels-none', { wait: 'parcels-none' });
    await click(walk, 'parcel-take');
    await get(walk, 'parcel-room').fill('29-2-1803');
    await get(walk, 'parcel-carrier').fill('无名快递');
    await look('parcels-take');
    await look('parcels', { press: 'parcel-submit', wait: 'parcel-row' });
    await look('parcels-give', { press: 'parcel-row', wait: 'parcel-collector' });
  },
};
