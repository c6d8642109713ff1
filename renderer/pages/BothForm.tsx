/** A step that a supervisor and an admin take together: words for the log where there are any, the own PIN, and the other's with their name. */
import type { Result } from '../../contract/result.ts';
import { Form, type FormProps, type Typed } from '../ui/Form.tsx';
import { PinField } from '../ui/PinField.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { useDesk } from './desk-context.ts';
import { SecondPerson } from './SecondPerson.tsx';
import { useDraft } from './use-draft.ts';

/** The PINs go through and are not kept. */
interface BothProof {
  readonly words: string;
  readonly pin: string;
  readonly other: Typed['second'];
}

interface BothFormProps<Done> extends Omit<FormProps<Done>, 'send'> {
  /** Label of the words; without it there are none. */
  readonly words?: string;
  readonly send: (takeProof: () => BothProof) => Promise<Result<Done>>;
}

export function BothForm<Done>({ words, ready = true, send, children, ...form }: BothFormProps<Done>) {
  const { signedIn } = useDesk();
  const { draft, of } = useDraft({ words: '' });
  const said = draft.words.trim();
  return (
    <Form
      {...form}
      ready={ready && (words === undefined || isReasonValid(said))}
      send={(typed) => send(() => ({ words: said, pin: typed.pin, other: typed.second }))}
    >
      {children}
      {words !== undefined && <WordsField {...of('words')} label={words} />}
      <PinField />
      <SecondPerson role={signedIn.role === 'admin' ? 'supervisor' : 'admin'} testId={`${form.name}-other`} />
    </Form>
  );
}
