/** The counter task that is being done and how far it has come: names of steps and ids, no value of anybody. */
import { createStore } from 'zustand/vanilla';
import type { TaskId } from '../../contract/tasks/lists.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { Done, Step } from './task-steps.ts';

export interface TaskState {
  readonly task: TaskId | null;
  readonly done: readonly Done[];
  readonly take: (task: TaskId) => void;
  /** A step was done with this record; nothing happens without a task. */
  readonly tell: (step: Step, personId: PersonId | null) => void;
  readonly end: () => void;
  /** As it was before it ended. */
  readonly resume: (ended: Pick<TaskState, 'task' | 'done'>) => void;
}

export const createTaskStore = () =>
  createStore<TaskState>()((set, get) => ({
    task: null,
    done: [],
    take: (task) => set({ task, done: [] }),
    tell: (step, personId) => {
      if (get().task !== null) set({ done: [...get().done, { step, personId }] });
    },
    end: () => set({ task: null, done: [] }),
    resume: ({ task, done }) => set({ task, done }),
  }));
