/** Log details of imports: counts of rows by outcome, never a value. */
import { z } from 'zod';
import { type Actions, signedByEither, eitherCoordinated, unsigned } from '../manifest.ts';
import { journalSchema, personRangesSchema } from '../log/parts.ts';
import { countSchema, numberSchema } from '../numbers.ts';

const rowsSchema = z.strictObject({ rows: countSchema });

/** Schema of `detail` for each import action. `import` is the id of the import. */
export const importActions = {
  /** `comparedIds`: with whose ID number rows were compared; `recognised`: residents on record that rows were found to be. */
  'import-preview': {
    detail: rowsSchema.extend({ comparedIds: personRangesSchema, recognised: countSchema }),
    ...signedByEither('imports', {}),
  },
  import: {
    detail: z.strictObject({
      import: numberSchema,
      rows: countSchema,
      new: countSchema,
      changed: countSchema,
      same: countSchema,
      rejected: countSchema,
      /** Whether ID numbers were taken, as whoever imported was asked. */
      idNumbers: z.boolean(),
      journal: journalSchema,
    }),
    decides: true,
    ...eitherCoordinated('imports', {
      confirmed_field: '-',
      former_tag: '+',
      import_run: '+',
      lease: '+~',
      match_tag: '+-',
      notice: '+',
      occupancy: '+~',
      person: '+~',
      pet: '+~',
      renovation: '+~',
      room: '+~',
      seal_batch: '+',
      sealed_value: '+~',
      space: '+~',
      vehicle: '+~',
    }),
    duties: ['number-of-people'],
  },
  /** What undoing one would do was looked at; `shown`: how many people and rooms were listed, by their masks. */
  'import-undo-check': {
    detail: z.strictObject({ import: numberSchema, shown: countSchema }),
    ...unsigned('imports', {}),
  },
  'import-undo': {
    detail: z.strictObject({
      import: numberSchema,
      removed: countSchema,
      restored: countSchema,
      rooms: countSchema,
      kept: countSchema,
    }),
    decides: true,
    ...eitherCoordinated('imports', {
      confirmed_field: '-',
      counter_note: '-',
      former_tag: '+-',
      import_run: '~',
      lease: '+~-',
      match_tag: '+-',
      merge_row: '-',
      merge_run: '-',
      merged_person: '-',
      notice: '-',
      occupancy: '+~-',
      person: '+~-',
      pet: '+~-',
      renovation: '+~-',
      room: '~-',
      room_note: '-',
      seal_batch: '-',
      sealed_value: '+~-',
      space: '+~-',
      vehicle: '+~-',
    }),
    duties: ['number-of-people'],
  },
  'import-rejects': { detail: rowsSchema, ...signedByEither('imports', {}) },
  /** Size of the overwritten file; null where it could not be removed. */
  'import-dispose': {
    detail: z.strictObject({ bytes: countSchema }).nullable(),
    ...unsigned('imports', { disposal: '+' }),
    duties: ['leftover-files'],
  },
  /** A cell of its list was looked at and needs no more. */
  'import-flag': {
    detail: z.strictObject({ import: numberSchema, row: countSchema }),
    ...unsigned('imports', {}),
  },
  'import-layout': { detail: z.strictObject({ change: z.literal('forgotten') }), ...unsigned('imports', {}) },
} as const satisfies Actions;
