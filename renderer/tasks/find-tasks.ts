/** Which tasks of the picker are meant by what is typed: a number, initials of the Chinese, or the beginning of a word. Pure. */
import { TASK_IDS, type TaskId, taskOf } from '../../contract/tasks/lists.ts';

/** Best matches first: 1 before 10, a whole set of initials before a longer one. */
export function findTasks(typed: string, nameOf: (id: TaskId) => string): readonly TaskId[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return TASK_IDS;
  const ranked = TASK_IDS.map((id, index) => ({
    id,
    rank: rankOf(text, String(index + 1), taskOf(id).letters, nameOf(id).toLowerCase()),
  }));
  return ranked
    .filter(({ rank }) => rank < NOT_MEANT)
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}

const NOT_MEANT = 2;

function rankOf(text: string, number: string, letters: string, name: string): number {
  if (text === number || text === letters || text === name) return 0;
  const begins =
    number.startsWith(text) ||
    letters.startsWith(text) ||
    name.split(/[\s,、]+/).some((word) => word.startsWith(text)) ||
    (/\p{Script=Han}/u.test(text) && name.includes(text));
  return begins ? 1 : NOT_MEANT;
}
