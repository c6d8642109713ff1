/** Result of a quiz: passed or not, and every question with the right answer and why; wrong answers stand first. */
import { useTranslation } from '../messages/translate.ts';
import type { QuizDone, QuizPaper } from '../../contract/training/routes.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import uiCss from '../ui/ui.module.css';
import { useBoth } from './both-words.ts';
import css from './training.module.css';

interface QuizResultProps {
  readonly done: QuizDone;
  /** Percent that have to be right. */
  readonly pass: number;
}

export function QuizResult({ done, pass }: QuizResultProps) {
  const { t } = useTranslation();
  const { passed, right, total, answers } = done;
  const ordered = answers.toSorted(
    (one, other) => Number(one.chosen === one.right) - Number(other.chosen === other.right),
  );
  return (
    <section
      className={cx(pageCss.section, pageCss.reading)}
      data-testid="training-done"
      data-passed={passed}
    >
      <Note kind={passed ? 'plain' : 'harm'}>
        <h2 className={cx(passed && uiCss.done)} tabIndex={-1} ref={focusQuietly}>
          {t(`training.done.${passed ? 'passed' : 'failed'}`, { right, total, pass })}
        </h2>
      </Note>
      <Answers paper={{ source: done.source, answers: ordered }} />
    </section>
  );
}

/** Every question of a paper with its answer, and where the product's own come from. */
export function Answers({ paper: { source, answers } }: { readonly paper: QuizPaper }) {
  return (
    <>
      <ol className={cx(css.answers)}>
        {answers.map((answer) => (
          <li key={answer.question.words.zh}>
            <Answer answer={answer} />
          </li>
        ))}
      </ol>
      {source !== null && <SourceNote {...sourceOf(source)} />}
    </>
  );
}

function Answer({ answer }: { readonly answer: QuizDone['answers'][number] }) {
  const { t } = useTranslation();
  const both = useBoth();
  const { question, chosen, right, why } = answer;
  const isRight = chosen === right;
  const optionOf = (at: number): string => {
    const option = question.options[at];
    return option === undefined ? '' : both(option);
  };
  return (
    <div className="stack1" data-testid="training-answer" data-right={isRight}>
      <p>
        <Badge tone={isRight ? 'good' : 'harm'}>{t(`training.done.${isRight ? 'ok' : 'wrong'}`)}</Badge>{' '}
        <b>{both(question.words)}</b>
      </p>
      {!isRight && <p>{t('training.done.chosen', { answer: optionOf(chosen) })}</p>}
      <p>{t('training.done.right', { answer: optionOf(right) })}</p>
      <p className="quiet">{both(why)}</p>
    </div>
  );
}
