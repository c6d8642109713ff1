/** A line of words that the log keeps: why something is done, who does it, or what was found. */
import { WORDS } from '../../contract/words.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';

/** Whether the words are long enough to be sent. */
export const isReasonValid = (words: string): boolean => words.trim().length >= WORDS.least;

export const WordsField = (props: Omit<TextFieldProps, 'required' | 'minLength' | 'maxLength'>) => (
  <TextField {...props} required minLength={WORDS.least} maxLength={WORDS.most} />
);
