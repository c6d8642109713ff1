/** Rows of which nobody but a person can say whose they are: the same one, somebody else, or not now. By keyboard: Tab, arrows, or 1 to 3. */
import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { IMPORT_ANSWERS, type ImportAnswer, QUESTION_KINDS } from '../../contract/import/lists.ts';
import type { ImportQuestion } from '../../contract/import/views.ts';
import { importStore } from './stores.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Radio } from '../ui/Radio.tsx';
import { choicesOf } from '../ui/Select.tsx';
import css from './import.module.css';
import { countOpen } from './import-store.ts';
import { LongList } from './LongList.tsx';

/** A row with one who may be meant, in pixels; measured once it is there. */
const USUAL = 132;

export function QuestionList({ questions }: { readonly questions: readonly ImportQuestion[] }) {
  const { t } = useTranslation();
  const state = useStore(importStore);
  const { plan, rest, kinds, answerRest, answerKind } = state;
  const asked = QUESTION_KINDS.filter((kind) => questions.some((question) => question.kind === kind));
  const unlisted = (plan?.counts.ambiguous ?? 0) - questions.length;
  return (
    <>
      <p className="small">
        {t('import.questions.lead')}{' '}
        <span className="quiet" role="status" data-testid="questions-open">
          {t('import.questions.open', { count: countOpen(state) })}{' '}
          {unlisted > 0 && t('import.questions.unlisted', { count: unlisted })} {t('import.questions.keys')}
        </span>
      </p>
      <div className={cx('line4', css.filter)}>
        {asked.length > 1 &&
          asked.map((kind) => (
            <Chips
              key={kind}
              label={`${t(`import.kinds.${kind}`)} ${questions.filter((question) => question.kind === kind).length}`}
              testId={`answer-kind-${kind}`}
              value={kinds.get(kind) ?? null}
              onChange={(answer) => answerKind(kind, answer)}
              choices={choicesOf(IMPORT_ANSWERS, (id) => t(`import.questions.${id}`))}
            />
          ))}
        <Chips
          label={t('import.questions.rest')}
          testId="answer-rest"
          value={rest}
          onChange={answerRest}
          choices={choicesOf(IMPORT_ANSWERS, (id) => t(`import.questions.${id}`))}
        />
      </div>
      <LongList
        all={questions}
        usual={USUAL}
        rowClass={css.question}
        aria-label={t('outcomes.ambiguous')}
        data-testid="questions"
      >
        {(question, onNext) => <Question question={question} onNext={onNext} />}
      </LongList>
    </>
  );
}

function Question({ question, onNext }: { readonly question: ImportQuestion; readonly onNext: () => void }) {
  const { t } = useTranslation();
  const { answers, answer } = useStore(importStore);
  const given = answers.get(question.question);
  const say = (said: ImportAnswer, option = 0) => answer(question.question, { answer: said, option });
  const onKey = (event: KeyboardEvent) => {
    const said = IMPORT_ANSWERS[Number(event.key) - 1];
    if (said === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // Of several who may be meant, one has to be chosen.
    if (said === 'same' && question.options.length > 1) return;
    say(said);
    onNext();
  };
  const where = ({ personId, sheet, row }: (typeof question.options)[number]): string => {
    if (personId !== null) return t('import.questions.inRecords');
    return sheet === null || sheet === question.sheet
      ? t('import.questions.inRow', { row })
      : t('import.questions.inRowOf', { sheet, row });
  };
  const choice = (said: ImportAnswer, option: number, label: string) => (
    <Radio
      key={`${said}-${option}`}
      name={`question-${question.question}`}
      chosen={given?.answer === said && (said !== 'same' || given.option === option)}
      onKeyDown={onKey}
      onChoose={() => say(said, option)}
      testId={`answer-${question.question}-${said}-${option}`}
    >
      {label}
    </Radio>
  );
  return (
    <fieldset data-testid="question" data-answered={given !== undefined}>
      <legend>
        <span className={cx('quiet', 'digits')}>
          {question.sheet} · {t('import.preview.row', { row: question.row })}
        </span>{' '}
        <b>{question.nameMask}</b>{' '}
        <span className="digits">
          {question.roomLabel} {question.phoneMask}
        </span>{' '}
        <span className="quiet">{t(`import.kinds.${question.kind}`)}</span>
      </legend>
      {question.options.map((option, at) =>
        choice(
          'same',
          at,
          [
            `${t('import.questions.same')}${t('import.questions.colon')}${where(option)}`,
            option.nameMask,
            option.roomLabel,
            option.phoneMask,
          ]
            .filter((part) => part !== '')
            .join(' · '),
        ),
      )}
      {choice('other', 0, t('import.questions.other'))}
      {choice('leave-out', 0, t('import.questions.leave-out'))}
    </fieldset>
  );
}
