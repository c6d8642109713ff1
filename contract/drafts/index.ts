/** The manifest of drafts: what was typed into a form and not sent when the desk was locked. */
import { defineContract } from '../manifest.ts';
import { draftsRoutes } from './routes.ts';

export const draftsContract = defineContract({ routes: draftsRoutes, areas: { drafts: '锁屏前的草稿' } });
