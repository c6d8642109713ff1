/** Interface of the inventory for consent: purpose and legal basis of each line, its data file, and the names of its lines in papers. */
export { type InventoryLaw, inventorySourceOf, readInventoryLaw } from './inventory-law.ts';
export {
  type ConsentGrounds,
  type Grounds,
  consentGroundsOf,
  readConsentGrounds,
  readGrounds,
} from './read-grounds.ts';
export { inventorySourceBlock } from './source-block.ts';
export { BASIS_WORDS, ITEM_WORDS, PURPOSE_WORDS, SUBJECT_WORDS } from './words.ts';
