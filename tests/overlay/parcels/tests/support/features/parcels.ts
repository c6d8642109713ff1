/** Parcels in the tests that go over every feature. */
import type { Parcel } from '../../../contract/parcels/routes.ts';
import { click, featureFlow, get } from '../../screens/steps.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

async function takeOne(walk: Walk): Promise<Parcel> {
  const { parcels } = await walk.ask('parcels.take', { room: '29-2-1803', carrier: '无名快递' });
  return parcels[0]!;
}

export const visits: VisitsOf<'parcels'> = {
  'parcels.take': takeOne,
  'parcels.give': async (walk) =>
    walk.ask('parcels.give', { parcelId: (await takeOne(walk)).parcelId, collector: '本户' }),
};

export const flow = featureFlow({
  place: 300,
  as: 'receptionist',
  screens: {
    'parcels-none': ['page:parcels'],
    'parcels-take': ['page:parcels'],
    parcels: ['page:parcels'],
    'parcels-give': ['page:parcels'],
  },
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
});
