/** Rows of which nobody but a person can say whose they are: the same one, somebody else, or not now. By keyboard: Tab, arrows, or 1 to 3. */
import { type KeyboardEvent, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
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

/** A row with one who may be meant, in pixels; measured once it is there. */
const USUAL = 132;

export function QuestionList({ questions }: { readonly questions: readonly ImportQuestion[] }) {
  const { t } = useTranslation();
  const state = useStore(importStore);
  const { plan, rest, kinds, answerRest, answerKind } = state;
  const asked = QUESTION_KINDS.filter((kind) => questions.some((question) => question.kind === kind));
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: questions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL,
    overscan: 4,
    initialRect: { width: 800, height: 300 },
  });
  const unlisted = (plan?.counts.ambiguous ?? 0) - questions.length;
  const goTo = (index: number) => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLInputElement>(
          `[data-index="${index}"] input:checked, [data-index="${index}"] input`,
        )
        ?.focus(),
    );
  };
  return (
    <>
      <p>
        {t('import.questions.lead')}{' '}
        <span className={cx('small', 'quiet')} role="status" data-testid="questions-open">
          {t('import.questions.open', { count: countOpen(state) })}{' '}
          {unlisted > 0 && t('import.questions.unlisted', { count: unlisted })} {t('import.questions.keys')}
        </span>
      </p>
      <div className={cx(css.filter)}>
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
      <div
        className={cx(css.planRows)}
        ref={scroller}
        role="list"
        aria-label={t('outcomes.ambiguous')}
        data-testid="questions"
      >
        <div className={cx(css.questionList)} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const question = questions[index];
            if (question === undefined) return null;
            return (
              <div
                key={question.question}
                ref={virtual.measureElement}
                data-index={index}
                role="listitem"
                aria-setsize={questions.length}
                aria-posinset={index + 1}
                className={cx(css.question)}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Question
                  question={question}
                  onNext={() => goTo(Math.min(index + 1, questions.length - 1))}
                />
              </div>
            );
          })}
        </div>
      </div>
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
