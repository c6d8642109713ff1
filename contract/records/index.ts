/** The manifest of records. */
import { defineContract } from '../manifest.ts';
import { recordsRoutes } from './routes.ts';

export const recordsContract = defineContract({ routes: recordsRoutes });
