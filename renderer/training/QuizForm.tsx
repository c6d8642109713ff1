/** A quiz: one question at a time, whose answer leads on, and the own PIN once all are answered. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Quiz, QuizDone, QuizQuestion } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useBoth } from './both-words.ts';
import css from './training.module.css';

interface QuizFormProps {
  readonly quiz: Quiz;
  /** With what came of it, or given up. */
  readonly onClose: (done?: QuizDone) => void;
}

export function QuizForm({ quiz, onClose }: QuizFormProps) {
  const { t } = useTranslation();
  const { quizId, questions, pass, source } = quiz;
  const [choices, setChoices] = useState<readonly (number | null)[]>(() => questions.map(() => null));
  const [at, setAt] = useState(0);
  const [isAsked, setIsAsked] = useState(false);
  const missing = choices.filter((choice) => choice === null).length;
  const answered = t('training.quiz.answered', { done: questions.length - missing, total: questions.length });
  const question = questions[at];
  const onChoose = (choice: number): void => {
    const chosen = choices.with(at, choice);
    setChoices(chosen);
    const open = chosen.indexOf(null, at);
    const next = open === -1 ? chosen.indexOf(null) : open;
    // The last answer stays in sight: what is left is to sign.
    if (next !== -1) setAt(next);
  };
  return (
    <Form
      name="training-quiz"
      title={t('training.quiz.title', { count: questions.length, pass })}
      lead={t('training.quiz.lead')}
      complaint={isAsked && missing > 0 ? t('training.quiz.missing', { count: missing }) : null}
      yes={t('training.quiz.submit')}
      {...(missing === 0 ? { pin: 'last' as const } : {})}
      gathers
      check={() => {
        setIsAsked(missing > 0);
        if (missing > 0) setAt(choices.indexOf(null));
        return missing === 0;
      }}
      send={({ pin }) =>
        bridge.vault['training.finish']({ quizId, choices: choices.map((choice) => choice ?? 0), pin })
      }
      onClose={onClose}
    >
      <ProgressBar share={1 - missing / questions.length} label={answered} />
      <div className={cx('row2', css.steps)}>
        <p role="status" className={cx('quiet', 'digits')}>
          {answered}
        </p>
        {([-1, 1] as const).map((by) => (
          <Button
            key={by}
            weight="plain"
            disabled={questions[at + by] === undefined}
            data-testid={`training-${by < 0 ? 'before' : 'after'}`}
            onClick={() => setAt(at + by)}
          >
            {t(`training.quiz.${by < 0 ? 'before' : 'after'}`)}
          </Button>
        ))}
      </div>
      {question !== undefined && (
        <Question
          key={at}
          n={at + 1}
          of={questions.length}
          question={question}
          chosen={choices[at] ?? null}
          onChoose={onChoose}
        />
      )}
      {source !== null && <SourceNote {...sourceOf(source)} />}
    </Form>
  );
}

interface QuestionProps {
  readonly n: number;
  readonly of: number;
  readonly question: QuizQuestion;
  readonly chosen: number | null;
  readonly onChoose: (choice: number) => void;
}

/** Its answers are buttons: the arrow keys would choose among radio buttons, and each choice leads on. */
function Question({ n, of, question, chosen, onChoose }: QuestionProps) {
  const { t } = useTranslation();
  const both = useBoth();
  const { words, options, procedure } = question;
  return (
    <fieldset className={cx('stack2', css.question)} data-testid="training-question" data-n={n} data-of={of}>
      <legend tabIndex={-1} ref={focusQuietly}>
        <span className="quiet">{t('training.quiz.question', { n })}</span> <b>{both(words)}</b>
      </legend>
      {options.map((option, at) => (
        <Button
          key={option.zh}
          aria-pressed={chosen === at}
          data-testid={`training-${n}-${at}`}
          onClick={() => onChoose(at)}
        >
          {both(option)} {chosen === at && <Icon name="check" />}
        </Button>
      ))}
      {procedure !== null && (
        <p className={cx('quiet', 'small')}>{t('training.quiz.from', { title: procedure })}</p>
      )}
    </fieldset>
  );
}
