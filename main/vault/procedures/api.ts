/** Interface of procedures for other features: those in force, with their texts. */
export { type PublishedProcedure, readPublished } from './read-published.ts';
