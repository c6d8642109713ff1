/** Draft of a form of the law: what is typed, and how it is kept. */
import { useState } from 'react';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import type { FormFill, FormSuggestion } from '../../contract/forms/routes.ts';
import { bridge } from '../bridge.ts';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { useSubmit } from '../ui/use-submit.ts';

const { vault } = bridge;

export interface Answer {
  readonly choice: string | null;
  readonly words: string;
}
/** By item. */
export type Answers = Readonly<Record<string, Answer>>;

export const NO_ANSWER: Answer = { choice: null, words: '' };

/** What nobody has answered yet begins with what the product itself knows, for a person to look at and to change. */
const answersOf = ({ answers }: FormFill, suggestions: readonly FormSuggestion[]): Answers =>
  Object.fromEntries(
    answers.map(({ item, choice, words }) => {
      const known = suggestions.find((one) => one.item === item);
      return choice !== null || words !== '' || known === undefined || known.choice === null
        ? [item, { choice, words }]
        : [item, { choice: known.choice, words: known.words }];
    }),
  );

export function useFill(
  fill: FormFill,
  suggestions: readonly FormSuggestion[],
  onChanged: (fill: FormFill) => void,
) {
  const markDirty = useUnsaved();
  const [answers, setAnswers] = useState(() => answersOf(fill, suggestions));
  const { draft, of } = useDraft({
    subject: fill.subject || (fill.content.subject?.proposed ?? ''),
    remark: fill.remark,
  });
  const { failure, busy, submit } = useSubmit();
  const seen = { fillId: fill.fillId, version: fill.version };
  const put = (item: string, changed: Partial<Answer>): void => {
    markDirty();
    setAnswers((before) => ({ ...before, [item]: { ...NO_ANSWER, ...before[item], ...changed } }));
  };
  /** The draft as it is then; null where it failed. */
  const save = async (): Promise<FormFill | null> => {
    let saved: FormFill | null = null;
    await submit(
      () =>
        vault['forms.save']({
          ...seen,
          subject: draft.subject.trim(),
          remark: draft.remark.trim(),
          answers: Object.entries(answers).map(([item, { choice, words }]) => ({
            item,
            choice,
            words: words.trim(),
          })),
        }),
      (next) => {
        saved = next;
        deskStore.getState().markDirty(false);
        onChanged(next);
      },
    );
    return saved;
  };
  /** Takes the words of the law as they are now. */
  const renew = () => submit(() => vault['forms.renew'](seen), onChanged);
  /** Detaches a file, after saving what was typed. */
  const detach = async (attachmentId: AttachmentView['attachmentId']): Promise<void> => {
    const saved = await save();
    if (saved === null) return;
    const { fillId, version } = saved;
    await submit(() => vault['forms.detach']({ fillId, version, attachmentId }), onChanged);
  };
  return { answers, put, draft, of, failure, busy, save, renew, detach };
}
