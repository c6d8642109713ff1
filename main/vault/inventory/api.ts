/** Interface of the inventory for consent and documents: purpose and legal basis of each line, and its data file. */
export { type InventoryLaw, inventorySourceOf, readInventoryLaw } from './inventory-law.ts';
export {
  type ConsentGrounds,
  type Grounds,
  consentGroundsOf,
  readConsentGrounds,
  readGrounds,
  requireNamed,
} from './read-grounds.ts';
export { basisWords, processedWords, purposeWords } from './processed-words.ts';
export { inventorySourceBlock } from './source-block.ts';
