/** The manifest of first day. */
import { defineContract } from '../manifest.ts';
import { firstDayRoutes } from './routes.ts';

export const firstDayContract = defineContract({ routes: firstDayRoutes, areas: { firstDay: '启用清单' } });
