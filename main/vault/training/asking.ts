/** Documents in force of which a quiz asks something. */
import type { Role } from '../../../contract/fields.ts';
import { MAX_COVERED } from '../../../contract/training/lists.ts';
import type { PublishedProcedure } from '../procedures/api.ts';
import { questionsFrom } from './procedure-questions.ts';
import type { Asking } from './standing.ts';

/** Of this role. */
export const askingOf = (published: readonly PublishedProcedure[], role: Role): readonly Asking[] =>
  published
    .filter((document) => questionsFrom(document, role).length > 0)
    .slice(0, MAX_COVERED)
    .map(({ procedureId, number, title }) => ({ procedure: procedureId, number, title }));
