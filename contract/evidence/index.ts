/** The manifest of evidence: its routes, which read the entries of every feature. What it enters is in log.ts. */
import { defineContract } from '../manifest.ts';
import { evidenceRoutes } from './routes.ts';

export const evidenceContract = defineContract({ routes: evidenceRoutes, areas: { evidence: '迎检材料' } });
