/** Log details of parcels: which parcel, neither who brought nor who collected it. */
import { z } from 'zod';
import { loggedIdSchema } from '../ids.ts';
import { type Actions, unsigned } from '../manifest.ts';

const detail = z.strictObject({ parcel: loggedIdSchema });

/** Schema of `detail` for each action. */
export const parcelsActions = {
  'parcel-in': { detail, ...unsigned('records', { parcel: '+' }) },
  'parcel-out': { detail, ...unsigned('records', { parcel: '~' }) },
} as const satisfies Actions;
