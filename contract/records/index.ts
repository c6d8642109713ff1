/** The manifest of records. */
import { defineContract } from '../manifest.ts';
import { recordsRoutes } from './routes.ts';

export const recordsContract = defineContract({
  routes: recordsRoutes,
  areas: { records: '登记', rooms: '房屋' },
});
