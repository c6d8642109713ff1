/** The words of the log's page that a file of the vault takes from it: always Chinese. */
import { namedWords } from '../messages/named-words.ts';

/** Of actions and outcomes, by the names that the log has. */
export const logWords = () => ({ actions: namedWords('logActions'), outcomes: namedWords('logOutcomes') });
