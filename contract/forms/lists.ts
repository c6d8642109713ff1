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
