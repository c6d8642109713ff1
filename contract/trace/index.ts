/** The manifest of trace: its routes, which read the entries of every feature. What it enters is in log.ts. */
import { defineContract } from '../manifest.ts';
import { traceRoutes } from './routes.ts';

export const traceContract = defineContract({ routes: traceRoutes, areas: { trace: '标记追查' } });
