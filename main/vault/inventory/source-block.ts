/** Where the data of the inventory comes from, as papers say it. Pure. */
import { SOURCE_BEGINS, comparedWords, gradeInWords } from '../law/source-blocks.ts';
import type { Block } from '../pdf/document.ts';
import type { InventoryLaw } from './inventory-law.ts';

/** Its sources with their grades, its version, and that it is to be compared first. */
export const inventorySourceBlock = ({
  version,
  checked,
  sources,
}: Pick<InventoryLaw, 'version' | 'checked' | 'sources'>): Block => ({
  kind: 'paragraph',
  look: 'small',
  text: `${SOURCE_BEGINS}${sources
    .map(({ title, grade }) => `${title}，可靠程度 ${gradeInWords(grade)}`)
    .join('；')}。数据版本 ${version}。${comparedWords({ checked, grade: 'S' })}`,
});
