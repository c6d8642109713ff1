/** Reads columns whose heading asks and whose cells answer: 是否入住 with 是 and 否. */

const ASKS =
  /^(?:(?:是否|有无|有否)(?:已经?|办理|在|为)?(入住|居住|常住|自住|住人|有人居住|出租|租赁|空置|空房|交房|收房|收楼|交付)|(入住|居住|出租|空置|交房|收房)(?:与否|否))$/u;
const YES = /^(?:是的?|有|已|对|[√✓✔☑●]|y(?:es)?)$/iu;
const NO = /^(?:否|不是|无|没有|未|[×✗✘☒]|x|no?)$/iu;
/** What the two answers say of a room; empty where one says nothing. */
const SAID: readonly (readonly [RegExp, yes: string, no: string])[] = [
  [/空/u, '空置', '已入住'],
  [/租/u, '已出租', ''],
  [/[交收]/u, '已交房', '未交房'],
  [/./u, '已入住', '未入住'],
];

/** Words of a heading, without spaces and signs, that ask for the state of a room. */
export const asksForState = (words: string): boolean => ASKS.test(words);

/** What the cell of such a column says in words; any other text as it is. */
export function answerInWords(words: string, cell: string): string {
  const asked = ASKS.exec(words)?.slice(1).find(Boolean);
  const said = asked === undefined ? undefined : SAID.find(([about]) => about.test(asked));
  if (said === undefined) return cell;
  return YES.test(cell) ? said[1] : NO.test(cell) ? said[2] : cell;
}
