/** The manifest of recovery. */
import { defineContract } from '../manifest.ts';
import { recoveryRoutes } from './routes.ts';

export const recoveryContract = defineContract({ routes: recoveryRoutes, areas: { recovery: '恢复' } });
