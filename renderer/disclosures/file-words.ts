/** The words that a file which leaves the house takes from the page. */
import { DISCLOSURE_WORDS, type DisclosureWords } from '../../contract/disclosures/lists.ts';
import { namedWords } from '../messages/named-words.ts';

/** By kind, then by the names that the contract has. */
export const fileWords = (): DisclosureWords =>
  Object.fromEntries(DISCLOSURE_WORDS.map((kind) => [kind, namedWords(kind)])) as unknown as DisclosureWords;
