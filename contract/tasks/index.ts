/** The manifest of tasks. */
import { defineContract } from '../manifest.ts';
import { taskActions } from './log.ts';
import { tasksRoutes } from './routes.ts';
import { TASKS_ACTION_WORDS } from './lists.ts';

export const tasksContract = defineContract({
  routes: tasksRoutes,
  areas: { emergency: '紧急查看', notes: '办理记录', tasks: '办理业务' },
  actions: taskActions,
  actionWords: TASKS_ACTION_WORDS,
});
