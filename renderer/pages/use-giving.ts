/** Documents of the vault given out, one at a time, each with a word of what became of it. */
import type { FileId } from '../../contract/ids.ts';
import type { PdfKind } from '../../contract/paper.ts';
import type { Result } from '../../contract/result.ts';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import { type Given, printDocument, saveDocument } from './give-document.ts';

/** `onGiven` gets the reply of the route that made the document. */
export function useGiving<Reply>(onGiven?: (reply: Reply) => void) {
  const { busy, failure, submit } = useSubmit();
  const give = async (work: () => ReturnType<typeof saveDocument<Reply>>): Promise<void> => {
    await submit(work, (given) => {
      onGiven?.(given.reply);
      tellGiven(given);
    });
  };
  return {
    busy,
    failure,
    /** To a file that is picked. */
    save: (of: PdfKind, ask: (fileId: FileId) => Promise<Result<Reply>>) => give(() => saveDocument(of, ask)),
    print: (ask: () => Promise<Result<Reply>>) => give(() => printDocument(ask)),
  };
}
export type Giving = ReturnType<typeof useGiving>;

/** Says where a document went, or that nothing was printed. */
export const tellGiven = ({ file, printed }: Given<unknown>): void =>
  toastsStore.getState().show({
    words: (say) =>
      file === null ? say(printed ? 'give.printed' : 'give.notPrinted') : say('give.saved', { file }),
  });
