/** What somebody has answered by hand of what the computer is asked, and where the two contradict each other. */
import type {
  CheckAnswer,
  ComputerCheck,
  ComputerReadings,
} from '../../../contract/computer-checks/lists.ts';
import { readEdition } from '../law/editions.ts';
import { formSchema } from '../law/schemas.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** The checklist that was finished last. */
export interface ByHand {
  /** By the checks that its items look at. What does not apply, and what no item looks at, is left out. */
  readonly answers: ReadonlyMap<ComputerCheck, Exclude<CheckAnswer, 'unknown'>>;
  /** It is to be filled in again. */
  readonly isOver: boolean;
}

interface Row {
  readonly fillId: number;
  readonly edition: string;
  readonly dueOn: string | null;
}

/** Null where there is none. `today`: `YYYY-MM-DD`. Errors: those of `readEdition`. */
export async function readByHand(store: ReadableStore, today: string): Promise<ByHand | null> {
  const row = await store.get<Row>(sql`
    SELECT id AS fillId, edition, due_on AS dueOn FROM form_fill WHERE form = 'computer-checklist' AND finished_at IS NOT NULL
    ORDER BY finished_at DESC, id DESC LIMIT 1`);
  if (row === undefined) return null;
  const { items, options } = await readEdition(store, row.edition, formSchema);
  const answers = await store.all<{ readonly item: string; readonly choice: string | null }>(
    sql`SELECT item, choice FROM form_answer WHERE fill_id = ${row.fillId}`,
  );
  const found = new Map<ComputerCheck, 'yes' | 'no'>();
  for (const item of items) {
    const [first, ...others] = item.options ?? options;
    const choice = answers.find((one) => one.item === item.id)?.choice;
    const isBad = others.some(({ id, finding }) => id === choice && finding === true);
    if (choice !== first?.id && !isBad) continue;
    for (const check of item.checks ?? []) found.set(check, isBad ? 'no' : 'yes');
  }
  return { answers: found, isOver: row.dueOn !== null && row.dueOn <= today };
}

/** Checks of which the computer says one thing and the hand another. */
export const contradictions = (
  { readings }: ComputerReadings,
  { answers }: ByHand,
): readonly ComputerCheck[] =>
  readings.flatMap(({ check, answer }) => {
    const hand = answers.get(check);
    return hand !== undefined && answer !== 'unknown' && hand !== answer ? [check] : [];
  });
