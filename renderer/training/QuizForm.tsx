/** A quiz: every question with one choice, and the own PIN under the last. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Quiz, QuizDone, QuizQuestion } from '../../contract/training/routes.ts';
import { bridge } from '../bridge.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Radio } from '../ui/Radio.tsx';
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
  const [isAsked, setIsAsked] = useState(false);
  const missing = choices.filter((choice) => choice === null).length;
  const answered = t('training.quiz.answered', { done: questions.length - missing, total: questions.length });
  return (
    <Form
      name="training-quiz"
      title={t('training.quiz.title', { count: questions.length, pass })}
      lead={t('training.quiz.lead')}
      yes={t('training.quiz.submit')}
      pin="last"
      gathers
      check={() => {
        setIsAsked(missing > 0);
        return missing === 0;
      }}
      send={({ pin }) =>
        bridge.vault['training.finish']({ quizId, choices: choices.map((choice) => choice ?? 0), pin })
      }
      onClose={onClose}
    >
      {source !== null && <SourceNote {...sourceOf(source)} />}
      <ol className={cx(css.questions)}>
        {questions.map((question, at) => (
          <li key={question.words.zh}>
            <Question
              n={at + 1}
              question={question}
              chosen={choices[at] ?? null}
              isMissing={isAsked && (choices[at] ?? null) === null}
              onChoose={(choice) => setChoices((before) => before.with(at, choice))}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="digits">
        {answered}
      </p>
      <ProgressBar share={1 - missing / questions.length} label={answered} />
      {isAsked && missing > 0 && (
        <Note kind="warn" live testId="training-missing">
          <p>{t('training.quiz.missing', { count: missing })}</p>
        </Note>
      )}
    </Form>
  );
}

interface QuestionProps {
  readonly n: number;
  readonly question: QuizQuestion;
  readonly chosen: number | null;
  readonly isMissing: boolean;
  readonly onChoose: (choice: number) => void;
}

function Question({ n, question, chosen, isMissing, onChoose }: QuestionProps) {
  const { t } = useTranslation();
  const both = useBoth();
  const { words, options, procedure } = question;
  return (
    <fieldset className={cx(css.question)} data-testid="training-question" data-missing={isMissing}>
      <legend>
        <span className="quiet">{t('training.quiz.question', { n })}</span> <b>{both(words)}</b>
      </legend>
      {options.map((option, at) => (
        <Radio
          key={option.zh}
          name={`training-question-${n}`}
          chosen={chosen === at}
          testId={`training-${n}-${at}`}
          onChoose={() => onChoose(at)}
        >
          {both(option)}
        </Radio>
      ))}
      {procedure !== null && (
        <p className={cx('quiet', 'small')}>{t('training.quiz.from', { title: procedure })}</p>
      )}
    </fieldset>
  );
}
