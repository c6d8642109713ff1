/** What consent uses of the inventory: what each line is for and by what right, its data file, and how papers name its lines. */
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
