/** The store of the task that is being done, made once. */
import { createTaskStore } from './task-store.ts';

export const taskStore = createTaskStore();
