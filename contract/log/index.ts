/** The manifest of log: its routes, which read the entries of every feature. What it enters is in reading.ts. */
import { defineContract } from '../manifest.ts';
import { logRoutes } from './routes.ts';

export const logContract = defineContract({ routes: logRoutes, areas: { log: '操作记录' } });
