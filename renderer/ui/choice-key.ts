/** Keys by which React Aria knows the choices of a list. */

/** Of the first choice, which stands for none of the others. */
export const NO_CHOICE_KEY = 'none';

/** Not empty for a value: an empty key is taken for none. An empty value is no choice. */
export const choiceKey = (value: string | number): string => (value === '' ? NO_CHOICE_KEY : `=${value}`);
