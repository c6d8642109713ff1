/** Where a paper is kept. */
import { MAX_PAPER_WORDS } from '../../contract/paper-register/lists.ts';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';

export const PlaceField = (props: TextFieldProps) => (
  <TextField {...props} grow required maxLength={MAX_PAPER_WORDS} />
);
