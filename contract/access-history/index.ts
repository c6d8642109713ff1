/** The manifest of access history: its routes, which read the entries of every feature. What it enters is in log.ts. */
import { defineContract } from '../manifest.ts';
import { accessHistoryRoutes } from './routes.ts';

export const accessHistoryContract = defineContract({
  routes: accessHistoryRoutes,
  areas: { accessHistory: '谁看过' },
});
