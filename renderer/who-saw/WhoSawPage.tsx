/** Who has seen the data of a resident, of a room or behind a number: each of the staff with how often, and every time with what, why and how it ended. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { REVEALABLE_FIELD_IDS } from '../../contract/fields.ts';
import { MAX_TRACED, SEEINGS, WHO_SAW_SUBJECTS } from '../../contract/who-saw/lists.ts';
import type { WhoSawAbout } from '../../contract/who-saw/requests.ts';
import type { StaffCount, WhoSawAnswer } from '../../contract/who-saw/views.ts';
import { whoSawStore } from '../asked/stores.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { columnsIn, keyOf, marksOf } from '../log/entry-columns.tsx';
import { daysOf } from '../log/log-rows.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { DataTable } from '../ui/DataTable.tsx';
import type { Column } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar, FilterSelect } from '../ui/FilterBar.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AnswerResident } from './AnswerResident.tsx';
import { AskForm } from './AskForm.tsx';
import { formerWords, whomWords } from './whom-words.ts';

export function WhoSawPage() {
  const { t } = useTranslation();
  const { subject, about, answer, busy, failure, printed, choose, again, print } = useStore(whoSawStore);
  const [answering, setAnswering] = useState(false);
  return (
    <Page testId="screen-who-saw">
      <PageHeader title={t('whoSaw.title')} lead={t('whoSaw.lead')}>
        {answer !== null && about !== null && (
          <>
            <span role="status" className="small">
              {printed && t('whoSaw.printed')}
            </span>
            <Button disabled={busy !== 'none'} data-testid="who-saw-print" onClick={() => void print()}>
              {t(busy === 'printing' ? 'whoSaw.printing' : 'whoSaw.print')}
            </Button>
            {about.by === 'person' && (
              <Button
                disabled={busy !== 'none'}
                data-testid="who-saw-answer"
                onClick={() => setAnswering(true)}
              >
                {t('whoSaw.answer')}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <ReadFailure
        failure={failure}
        disabled={busy !== 'none'}
        testId="who-saw-again"
        onAgain={() => void again()}
      />
      <PageBody label={t('whoSaw.title')} spaced>
        <Chips
          label={t('whoSaw.by')}
          options={WHO_SAW_SUBJECTS.map((id) => ({ id, label: t(`whoSaw.subjects.${id}`) }))}
          chosen={subject}
          onChoose={choose}
          testId="who-saw-by"
        />
        <AskForm key={subject} subject={subject} />
        {about !== null && <Filters about={about} />}
        {busy === 'reading' && answer === null && <Waiting testId="who-saw-reading" />}
        {answer !== null && <Answer answer={answer} />}
      </PageBody>
      {answering && about?.by === 'person' && (
        <AnswerResident personId={about.personId} onClose={() => setAnswering(false)} />
      )}
    </Page>
  );
}

function Answer({ answer }: { readonly answer: WhoSawAnswer }) {
  const { t, i18n } = useTranslation();
  const { field, how } = useStore(whoSawStore);
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
            words={t(isNarrowed ? 'whoSaw.nobodyNarrowed' : 'whoSaw.nobody')}
            live
            testId="who-saw-nobody"
          />
        )
      ) : (
        <>
          <section>
            <h2>{t('whoSaw.byStaff')}</h2>
            <DataTable
              label={t('whoSaw.byStaff')}
              columns={counts}
              groups={[{ id: 'staff', heading: null, rows: summary?.staff ?? [] }]}
              keyOf={staffKey}
              marksOf={staffMarks}
            />
          </section>
          <section>
            <h2>{t('whoSaw.times')}</h2>
            <DataTable
              label={t('whoSaw.times')}
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

const isUntraced = ({ whom }: WhoSawAnswer): boolean =>
  whom.by === 'number' && whom.people.length + whom.former.length === 0;

function Whom({ answer }: { readonly answer: WhoSawAnswer }) {
  const { t } = useTranslation();
  const { whom, summary } = answer;
  if (isUntraced(answer))
    return <EmptyState drawing="search" words={t('whoSaw.untraced')} live testId="who-saw-untraced" />;
  return (
    <div data-testid="who-saw-whom">
      {whom.by === 'number' && whom.people.length > 0 && <p className="quiet">{t('whoSaw.traced')}</p>}
      {whomWords(t, whom).map((words) => (
        <p key={words}>
          <b className="digits">{words}</b>
        </p>
      ))}
      {whom.former.length > 0 && (
        <>
          <p className="quiet">{t('whoSaw.tracedBefore')}</p>
          {whom.former.map((person) => (
            <p key={`${person.personId}-${person.until}`} data-testid="who-saw-former">
              <b className="digits">{formerWords(t, person)}</b>
            </p>
          ))}
        </>
      )}
      {whom.morePeople && <p className="quiet">{t('whoSaw.tracedMore', { count: MAX_TRACED })}</p>}
      <p className={cx('quiet', 'small')} role="status">
        {t('whoSaw.total', { count: summary?.total ?? 0 })}
      </p>
    </div>
  );
}

function Filters({ about }: { readonly about: WhoSawAbout }) {
  const { t } = useTranslation();
  const { field, how, busy, narrow } = useStore(whoSawStore);
  const shared = { allWords: t('whoSaw.filters.all'), disabled: busy === 'printing' };
  return (
    <FilterBar
      label={t('whoSaw.filters.label')}
      clearWords={t('whoSaw.filters.clear')}
      testId="who-saw-filters"
      active={field !== undefined || how !== undefined}
      onClear={() => void narrow({ field: undefined, how: undefined })}
    >
      {/* Of a number it is its own. */}
      {about.by !== 'number' && (
        <FilterSelect
          {...shared}
          label={t('whoSaw.filters.field')}
          value={field}
          choices={REVEALABLE_FIELD_IDS.map((value) => ({ value, words: t(`fields.${value}`) }))}
          testId="who-saw-field"
          onChoose={(chosen) => void narrow({ field: chosen })}
        />
      )}
      <FilterSelect
        {...shared}
        label={t('whoSaw.filters.how')}
        value={how}
        choices={SEEINGS.map((value) => ({ value, words: t(`whoSaw.hows.${value}`) }))}
        testId="who-saw-how"
        onChoose={(chosen) => void narrow({ how: chosen })}
      />
    </FilterBar>
  );
}

const staffKey = ({ staffId }: StaffCount): string => staffId;
const staffMarks = () => ({ 'data-testid': 'who-saw-staff' });

type CountWord = `whoSaw.columns.${'name' | 'role' | 'done' | 'cosigned' | 'clear' | 'last'}`;

const countColumns = (
  t: (key: CountWord | 'whoSaw.leftStaff' | `roles.${NonNullable<StaffCount['role']>}`) => string,
): readonly Column<StaffCount>[] => [
  { id: 'name', header: t('whoSaw.columns.name'), cell: ({ name }) => name },
  {
    id: 'role',
    header: t('whoSaw.columns.role'),
    cell: ({ role }) => t(role === null ? 'whoSaw.leftStaff' : `roles.${role}`),
  },
  { id: 'done', header: t('whoSaw.columns.done'), number: true, second: true, cell: ({ done }) => done },
  {
    id: 'cosigned',
    header: t('whoSaw.columns.cosigned'),
    number: true,
    second: true,
    cell: ({ cosigned }) => cosigned,
  },
  { id: 'clear', header: t('whoSaw.columns.clear'), number: true, second: true, cell: ({ clear }) => clear },
  {
    id: 'last',
    header: t('whoSaw.columns.last'),
    number: true,
    second: true,
    cell: ({ last }) => formatMoment(last),
  },
];

/** What stands under the last entry. */
function End({ answer: { next } }: { readonly answer: WhoSawAnswer }) {
  const { t } = useTranslation();
  const { busy, readEarlier } = useStore(whoSawStore);
  return (
    <div className={cx(pageCss.end)}>
      {next === null ? (
        <p className="quiet">{t('whoSaw.end')}</p>
      ) : (
        <Button disabled={busy !== 'none'} data-testid="who-saw-earlier" onClick={() => void readEarlier()}>
          {t('whoSaw.earlier')}
        </Button>
      )}
    </div>
  );
}
