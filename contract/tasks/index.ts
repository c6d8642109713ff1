/** The manifest of tasks. */
import { defineContract } from '../manifest.ts';
import { taskActions } from './log.ts';
import { tasksRoutes } from './routes.ts';

export const tasksContract = defineContract({ routes: tasksRoutes, actions: taskActions });
