/** Forms of the law, and how sure what they say is. Without schemas, so that pages can read it. */

/**
 * How sure a line of a data file is. `P`: the text of the law itself. `F`: a tool that says it reproduces the official form. `S`: a summary or an
 * excerpt. `I`: inferred. `M`: from memory, never shown as a quotation.
 */
export const GRADES = ['P', 'F', 'S', 'I', 'M'] as const;
/** How sure a line is. */
export type Grade = (typeof GRADES)[number];

/** How it stands with a filled form. */
export const FILL_STATES = ['draft', 'finished'] as const;
/** A state of a filled form. */
export type FillState = (typeof FILL_STATES)[number];

/** The result of an item that does not apply, in every form that has it. */
export const NOT_APPLICABLE = 'not-applicable';

/** What was said of an item. */
interface Said {
  readonly choice: string | null;
  readonly words: string;
}

/** Items that are said not to apply without a word of why; of a group that does not occur at all the first stands for all, and words with any of them are of all. */
export const unexplained = <I extends { readonly id: string; readonly group?: string | undefined }>(
  items: readonly I[],
  saidOf: (id: string) => Said | undefined,
): readonly I[] => {
  const isOut = ({ id }: I): boolean => saidOf(id)?.choice === NOT_APPLICABLE;
  const hasWords = ({ id }: I): boolean => (saidOf(id)?.words ?? '').trim() !== '';
  return items.filter((item) => {
    const group = items.filter((one) => item.group !== undefined && one.group === item.group);
    const together = group.length > 0 && group.every(isOut) ? group : [item];
    return isOut(item) && item === together[0] && !together.some(hasWords);
  });
};

/** Most finished ones of a form that are listed, the last first. */
export const MAX_FILLS_LISTED = 60;
/** Bound of the words of an answer, in UTF-16 code units. */
export const MAX_ANSWER_WORDS = 400;
/** Bound of the remark of a form, in UTF-16 code units. */
export const MAX_REMARK = 1_000;
/** Bound of what a form is about, in UTF-16 code units. */
export const MAX_SUBJECT = 80;
/** Most items of a data file. */
export const MAX_FORM_ITEMS = 120;
/** Most forms. */
export const MAX_FORMS = 24;

/** Its actions, as log and papers call them. */
export const FORMS_ACTION_WORDS = {
  'form-finish': ['完成表单', 'Finished a form'],
  'form-draft': ['修改表单草稿', 'Changed the draft of a form'],
  'form-give': ['打印或导出表单', 'Printed or exported a form'],
} as const;
