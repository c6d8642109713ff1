/** The manifest of search. */
import { defineContract } from '../manifest.ts';
import { searchRoutes } from './routes.ts';

export const searchContract = defineContract({ routes: searchRoutes });
