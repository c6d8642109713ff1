/** What others ask of procedures: which are in force, with their texts. */
export { type PublishedProcedure, readPublished } from './read-published.ts';
