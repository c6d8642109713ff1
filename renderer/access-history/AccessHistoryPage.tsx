/** Who has seen the data of a resident, of a room or behind a number: each of the staff with how often, and every time with what, why and how it ended. */
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { REVEALABLE_FIELD_IDS } from '../../contract/fields.ts';
import {
  type AccessHistorySubject,
  MAX_SPAN_DAYS,
  MAX_TRACED,
  SEEINGS,
  WHO_SAW_SUBJECTS,
} from '../../contract/access-history/lists.ts';
import type { AccessHistoryAbout } from '../../contract/access-history/requests.ts';
import type { StaffCount, AccessHistoryAnswer } from '../../contract/access-history/views.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { columnsIn, keyOf, marksOf } from '../log/entry-columns.tsx';
import { daysOf } from '../log/log-rows.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar, FilterSelect } from '../ui/FilterBar.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './access-history.module.css';
import { AskForm } from './AskForm.tsx';
import { formerWords, whomWords } from './whom-words.ts';
import type { PersonId } from '../../contract/ids.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Form } from '../ui/Form.tsx';
import { resultOf } from '../ui/use-submit.ts';

export function AccessHistoryPage() {
  const { t } = useTranslation();
  const { subject, about, answer, busy, failure, printed, choose, again, print } =
    useStore(accessHistoryStore);
  const [answering, setAnswering] = useState(false);
  const [asking, setAsking] = useState(about === null && answer === null);
  return (
    <Page testId="screen-access-history">
      <PageHeader title={t('accessHistory.title')} lead={t('accessHistory.lead')}>
        {answer !== null && about !== null && (
          <span role="status" className="small">
            {printed !== null && t(printed ? 'give.printed' : 'give.notPrinted')}
          </span>
        )}
        {answer !== null && (
          <Button disabled={busy !== 'none'} data-testid="access-history-ask" onClick={() => setAsking(true)}>
            {t('accessHistory.askAgain')}
          </Button>
        )}
        {answer !== null && about !== null && (
          <>
            <Button
              disabled={busy !== 'none'}
              data-testid="access-history-print"
              onClick={() => void print()}
            >
              {t(busy === 'printing' ? 'accessHistory.printing' : 'give.print')}
            </Button>
            {about.by === 'person' && (
              <Button
                disabled={busy !== 'none'}
                data-testid="access-history-answer"
                onClick={() => setAnswering(true)}
              >
                {t('accessHistory.answer')}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <ReadFailure
        failure={failure}
        disabled={busy !== 'none'}
        testId="access-history-again"
        onAgain={() => void again()}
      />
      <PageBody label={t('accessHistory.title')} spaced>
        <div className={cx('line4', css.pickers)}>
          <Chips
            label={t('accessHistory.by')}
            choices={choicesOf(WHO_SAW_SUBJECTS, (id) => t(`accessHistory.subjects.${id}`))}
            value={subject}
            onChange={(chosen) => {
              choose(chosen);
              setAsking(true);
            }}
            testId="access-history-by"
          />
          {about !== null && <Filters about={about} />}
        </div>
        {about === null && answer === null && busy === 'none' && (
          <Start subject={subject} onAsk={() => setAsking(true)} />
        )}
        {busy === 'reading' && answer === null && <Waiting testId="access-history-reading" />}
        {answer !== null && <Answer answer={answer} />}
      </PageBody>
      {asking && <AskForm key={subject} subject={subject} onClose={() => setAsking(false)} />}
      {answering && about?.by === 'person' && (
        <AnswerResident personId={about.personId} onClose={() => setAnswering(false)} />
      )}
    </Page>
  );
}

interface StartProps {
  readonly subject: AccessHistorySubject;
  readonly onAsk: () => void;
}

/** Before anything was asked. */
function Start({ subject, onAsk }: StartProps) {
  const { t } = useTranslation();
  return (
    <EmptyState
      drawing="search"
      words={t(`accessHistory.start.${subject}`, { days: MAX_SPAN_DAYS })}
      testId="access-history-start"
    >
      <Button data-testid="access-history-ask" onClick={onAsk}>
        {t(`accessHistory.titles.${subject}`)}
      </Button>
    </EmptyState>
  );
}

function Answer({ answer }: { readonly answer: AccessHistoryAnswer }) {
  const { t, i18n } = useTranslation();
  const { field, how } = useStore(accessHistoryStore);
  const { summary, entries } = answer;
  const own = useOwnReasonWords();
  const columns = useMemo(() => columnsIn(t, own), [t, own]);
  const counts = useMemo(() => countColumns((key) => t(key)), [t]);
  const days = useMemo(() => daysOf(entries, i18n.language), [entries, i18n.language]);
  const isNarrowed = field !== undefined || how !== undefined;
  return (
    <>
      <Whom answer={answer} />
      {entries.length === 0 ? (
        !isUntraced(answer) && (
          <EmptyState
            drawing="shield"
            words={t(isNarrowed ? 'log.none' : 'accessHistory.nobody')}
            live
            testId="access-history-nobody"
          />
        )
      ) : (
        <>
          <section>
            <h2>{t('accessHistory.byStaff')}</h2>
            <DataTable
              label={t('accessHistory.byStaff')}
              columns={counts}
              groups={[{ id: 'staff', heading: null, rows: summary?.staff ?? [] }]}
              keyOf={staffKey}
              marksOf={staffMarks}
            />
          </section>
          <section>
            <h2>{t('accessHistory.times')}</h2>
            <DataTable
              label={t('accessHistory.times')}
              columns={columns}
              groups={days}
              keyOf={keyOf}
              marksOf={marksOf}
            />
          </section>
          <End answer={answer} />
        </>
      )}
    </>
  );
}

const isUntraced = ({ whom }: AccessHistoryAnswer): boolean =>
  whom.by === 'number' && whom.people.length + whom.former.length === 0;

function Whom({ answer }: { readonly answer: AccessHistoryAnswer }) {
  const { t } = useTranslation();
  const { whom, summary } = answer;
  if (isUntraced(answer))
    return (
      <EmptyState
        drawing="search"
        words={t('accessHistory.untraced')}
        live
        testId="access-history-untraced"
      />
    );
  return (
    <div data-testid="access-history-whom">
      {whom.by === 'number' && whom.people.length > 0 && <p className="quiet">{t('accessHistory.traced')}</p>}
      {whomWords(t, whom).map((words) => (
        <p key={words}>
          <b className="digits">{words}</b>
        </p>
      ))}
      {whom.former.length > 0 && (
        <>
          <p className="quiet">{t('accessHistory.tracedBefore')}</p>
          {whom.former.map((person) => (
            <p key={`${person.personId}-${person.until}`} data-testid="access-history-former">
              <b className="digits">{formerWords(t, person)}</b>
            </p>
          ))}
        </>
      )}
      {whom.morePeople && <p className="quiet">{t('accessHistory.tracedMore', { count: MAX_TRACED })}</p>}
      <p className={cx('quiet', 'small')} role="status">
        {t('accessHistory.total', { count: summary?.total ?? 0 })}
      </p>
    </div>
  );
}

function Filters({ about }: { readonly about: AccessHistoryAbout }) {
  const { t } = useTranslation();
  const { field, how, busy, narrow } = useStore(accessHistoryStore);
  const shared = { allWords: t('accessHistory.filters.all'), disabled: busy === 'printing' };
  return (
    <FilterBar
      label={t('common.filters')}
      clearWords={t('log.filters.clear')}
      testId="access-history-filters"
      active={field !== undefined || how !== undefined}
      onClear={() => void narrow({ field: undefined, how: undefined })}
    >
      {/* Of a number it is its own. */}
      {about.by !== 'number' && (
        <FilterSelect
          {...shared}
          label={t('accessHistory.filters.field')}
          value={field}
          choices={REVEALABLE_FIELD_IDS.map((value) => ({ value, words: t(`fields.${value}`) }))}
          testId="access-history-field"
          onChoose={(chosen) => void narrow({ field: chosen })}
        />
      )}
      <FilterSelect
        {...shared}
        label={t('accessHistory.filters.how')}
        value={how}
        choices={SEEINGS.map((value) => ({ value, words: t(`accessHistory.hows.${value}`) }))}
        testId="access-history-how"
        onChoose={(chosen) => void narrow({ how: chosen })}
      />
    </FilterBar>
  );
}

const staffKey = ({ staffId }: StaffCount): string => staffId;
const staffMarks = () => ({ 'data-testid': 'access-history-staff' });

type CountWord = `accessHistory.columns.${'name' | 'role' | 'done' | 'cosigned' | 'clear' | 'last'}`;

const countColumns = (
  t: (key: CountWord | 'accessHistory.leftStaff' | `roles.${NonNullable<StaffCount['role']>}`) => string,
): readonly Column<StaffCount>[] => [
  { id: 'name', header: t('accessHistory.columns.name'), cell: ({ name }) => name },
  {
    id: 'role',
    header: t('accessHistory.columns.role'),
    cell: ({ role }) => t(role === null ? 'accessHistory.leftStaff' : `roles.${role}`),
  },
  ...(['done', 'cosigned', 'clear'] as const).map((id): Column<StaffCount> => ({
    id,
    header: t(`accessHistory.columns.${id}`),
    number: true,
    second: true,
    cell: (count) => count[id],
  })),
  {
    id: 'last',
    header: t('accessHistory.columns.last'),
    number: true,
    second: true,
    cell: ({ last }) => formatMoment(last),
  },
];

/** Foot of the list: a button for earlier entries, or a note that there are none. */
function End({ answer: { next } }: { readonly answer: AccessHistoryAnswer }) {
  const { t } = useTranslation();
  const { busy, readEarlier } = useStore(accessHistoryStore);
  return (
    <div className={cx(pageCss.end)}>
      {next === null ? (
        <p className="quiet">{t('accessHistory.end')}</p>
      ) : (
        <Button
          disabled={busy !== 'none'}
          data-testid="access-history-earlier"
          onClick={() => void readEarlier()}
        >
          {t('log.older')}
        </Button>
      )}
    </div>
  );
}

interface AnswerResidentProps {
  readonly personId: PersonId;
  readonly onClose: () => void;
}

/** Prints the answer to a resident's own request, once a supervisor says with their PIN that the visitor is that resident. */
function AnswerResident({ personId, onClose }: AnswerResidentProps) {
  const { t } = useTranslation();
  const { answerResident } = useStore(accessHistoryStore);
  return (
    <Form
      name="answer"
      testIds={{ form: 'answer-resident' }}
      title={t('accessHistory.answerTitle')}
      lead={t('accessHistory.answerLead')}
      yes={t('accessHistory.answerPrint')}
      busyWords={t('accessHistory.printing')}
      focus="field"
      refocus="second"
      send={({ second }) => resultOf(answerResident({ personId, supervisor: second }))}
      onClose={() => onClose()}
    >
      <p>{t('accessHistory.answerDuty')}</p>
      <SecondPerson me="chosen" testId="answer-supervisor" autoFocus />
    </Form>
  );
}
