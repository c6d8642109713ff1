/** Where the content of a data file comes from, as papers say it: source, version, how sure it is, and that it is to be compared first. Pure. */
import type { Grade } from '../../../contract/forms/lists.ts';
import type { LawSource } from '../../../contract/forms/schemas.ts';
import type { Block } from '../pdf/document.ts';
import { GRADE_WORDS } from '../../../contract/vocabulary/law.ts';
import { inChinese } from '../../../contract/vocabulary/wording.ts';

/** Said beside whatever is not the text of the law itself, until somebody has compared it. */
export const COMPARE_FIRST = '条目按公开资料整理，使用前请与官方附件核对。';
const COMPARED = '条目已与官方文本核对。';

/** S（公开摘要或摘录） */
export const gradeInWords = (grade: Grade): string => `${grade}（${inChinese(GRADE_WORDS[grade])}）`;

/** Nothing is said of the text of the law itself, which needs no comparing. */
export const comparedWords = ({ checked, grade }: Pick<LawSource, 'checked' | 'grade'>): string =>
  grade === 'P' ? '' : checked ? COMPARED : COMPARE_FIRST;

/** By this a paragraph is told that says where something comes from. */
export const SOURCE_BEGINS = '来源：';

/** One small paragraph. `more`: what else is said of it, after its grade. */
export const sourceBlock = ({ title, at, version, grade, checked }: LawSource, more = ''): Block => ({
  kind: 'paragraph',
  look: 'small',
  text: `${SOURCE_BEGINS}${title}${at === null ? '' : `（${at}）`}。版本 ${version}，可靠程度 ${gradeInWords(grade)}${more}。${comparedWords({ checked, grade })}`,
});
