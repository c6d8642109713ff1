/** Retention: the times that an admin confirms, who is due and who is restricted, holds, deletions with their certificates. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { RETENTION_LISTS, type RetentionList } from '../../contract/retention/lists.ts';
import type { RetentionView, HoldView } from '../../contract/retention/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Note, FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { countWords } from './count-words.ts';
import { DueList } from './DueList.tsx';
import { Erasures } from './Erasures.tsx';
import type { Open } from './open-form.ts';
import { OpenForm } from './OpenForm.tsx';
import { erasingStore, retentionStore } from './stores.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Badge } from '../ui/Badge.tsx';
import css from './retention.module.css';
import { Table } from '../ui/Table.tsx';

export function RetentionPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close, read, show } = useRegisterPage<RetentionView, Open>(
    retentionStore,
    () => (ledTo('retention') === null ? null : { form: 'rules' }),
  );
  const { isErasing, tell } = useStore(erasingStore);
  useEffect(() => bridge.onVault['retention.progress'](tell), [tell]);
  return (
    <RegisterPage
      {...frame}
      screen="retention"
      name="retention"
      title={t('retention.title')}
      lead={t('retention.lead')}
      buttons={
        frame.register !== null && (
          <Begin view={frame.register} isAdmin={signedIn.role === 'admin'} onOpen={setOpen} />
        )
      }
      form={
        open !== null &&
        frame.register !== null && (
          <OpenForm open={open} view={frame.register} onClose={close} onStale={read} />
        )
      }
    >
      {(view) => (
        <>
          {isErasing && <Erasing />}
          <Overview view={view} onOpen={setOpen} onShow={show} />
        </>
      )}
    </RegisterPage>
  );
}

interface BeginProps {
  readonly view: RetentionView;
  readonly isAdmin: boolean;
  readonly onOpen: (open: Open) => void;
}

/** The times are set, and whoever is due or back by a restore is deleted. */
function Begin({ view: { rules, returned, due }, isAdmin, onOpen }: BeginProps) {
  const { t } = useTranslation();
  const erase = (whom: 'returned' | 'due', testId: string, words: string) => (
    <Button weight="danger" data-testid={testId} onClick={() => onOpen({ form: 'erase', whom })}>
      {words}
    </Button>
  );
  return (
    <>
      {isAdmin && (
        <Button
          weight={rules.chosen === null ? 'main' : 'normal'}
          data-testid="retention-rules"
          onClick={() => onOpen({ form: 'rules' })}
        >
          {t(rules.chosen === null ? 'retention.setRules' : 'retention.changeRules')}
        </Button>
      )}
      {returned > 0 &&
        erase('returned', 'retention-erase-returned', t('retention.eraseReturned', { count: returned }))}
      {due > 0 && erase('due', 'retention-erase', t('retention.eraseAll', { count: due }))}
    </>
  );
}

interface OverviewProps {
  readonly view: RetentionView;
  readonly onOpen: (open: Open) => void;
  readonly onShow: (view: RetentionView) => void;
}

function Overview({ view, onOpen, onShow }: OverviewProps) {
  return (
    <>
      <Gap view={view} onOpen={onOpen} />
      <Lists view={view} onOpen={onOpen} />
      <RulesTable view={view} onOpen={onOpen} />
      <Holds holds={view.holds} onOpen={onOpen} />
      <Erasures view={view} onOpen={onOpen} onShow={onShow} />
      <LawNote rules={view.rules} />
    </>
  );
}

/** Note on deleted residents whom a restore may have brought back without the product knowing it. */
function Gap({ view: { gap }, onOpen }: Pick<OverviewProps, 'view' | 'onOpen'>) {
  const { t } = useTranslation();
  if (gap === null) return null;
  return (
    <Note kind="warn" testId="retention-gap">
      <p>{t(`retention.gap.${gap.why}`)}</p>
      {gap.lost !== null && gap.lost > 0 && <p>{t('retention.gapLost', { count: gap.lost })}</p>}
      <p>{t('retention.gapWhat', { day: formatDate(gap.at) })}</p>
      <div className="line3">
        <Button data-testid="retention-recall" onClick={() => onOpen({ form: 'recall' })}>
          {t('retention.recall')}
        </Button>
      </div>
    </Note>
  );
}

/** Whoever is back by a restore is listed before anybody has confirmed times; the others are not. */
function Lists({ view, onOpen }: Pick<OverviewProps, 'view' | 'onOpen'>) {
  const { t } = useTranslation();
  const isConfirmed = view.rules.chosen !== null;
  const lists = RETENTION_LISTS.filter((id) => (id === 'returned' ? view.returned > 0 : isConfirmed));
  const [chosen, setChosen] = useState<RetentionList | null>(null);
  const list = lists.find((id) => id === chosen) ?? (lists.includes('returned') ? 'returned' : 'due');
  return (
    <>
      {!isConfirmed && (
        <Note testId="retention-unconfirmed">
          <p>{t('retention.unconfirmed')}</p>
        </Note>
      )}
      {lists.length > 0 && (
        <section className={cx(pageCss.section)} aria-label={t(`retention.lists.${list}`)}>
          <Chips
            label={t('retention.columns.due')}
            choices={choicesOf(lists, (id) =>
              t('retention.count', { words: t(`retention.lists.${id}`), number: countWords(t, view[id]) }),
            )}
            value={list}
            testId="retention-list"
            onChange={setChosen}
          />
          {list === 'returned' && <p className="quiet">{t('retention.returnedLead')}</p>}
          <DueList key={`${list} ${view[list]} ${view.holds.length}`} list={list} onOpen={onOpen} />
        </section>
      )}
    </>
  );
}

/** Note on the law of retention, and on the source of the suggested times. */
function LawNote({ rules: { source, articles, articlesSource, unreadable } }: Pick<RetentionView, 'rules'>) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.law')}>
      <h2>{t('retention.law')}</h2>
      {articles.map((article) => (
        <details key={article.title}>
          <summary>{isEnglish ? article.titleEn : article.title}</summary>
          {article.text.split('\n').map((line) => (
            <p key={line} lang="zh-CN">
              {line}
            </p>
          ))}
        </details>
      ))}
      {articlesSource !== null && <SourceNote {...sourceOf(articlesSource)} />}
      {unreadable.map((file) => (
        <FailureNote key={file} failure={{ code: 'law-unreadable', details: { file } }} />
      ))}
      {source !== null && <SourceNote {...sourceOf(source)} />}
    </section>
  );
}

/** How far a deletion has come, and the way to stop it between two batches. */
function Erasing() {
  const { t } = useTranslation();
  const { progress } = useStore(erasingStore);
  const [isCancelling, setIsCancelling] = useState(false);
  return (
    <section className={cx(pageCss.section)} data-testid="retention-erasing">
      <ProgressBar
        share={progress === null || progress.total === 0 ? null : progress.done / progress.total}
        label={t('retention.erasing')}
      />
      <p className="quiet">
        {progress === null
          ? t('retention.erasing')
          : t(`retention.progress.${progress.phase}`, { done: progress.done, total: progress.total })}
      </p>
      <div>
        <Button
          disabled={isCancelling}
          data-testid="retention-cancel-erasing"
          onClick={() => {
            setIsCancelling(true);
            void bridge.vault['retention.cancel']({});
          }}
        >
          {t(isCancelling ? 'retention.cancelling' : 'retention.cancel')}
        </Button>
      </div>
    </section>
  );
}

interface HoldsProps {
  readonly holds: readonly HoldView[];
  readonly onOpen: (open: Open) => void;
}

/** Who is not deleted for now, and why. */
function Holds({ holds, onOpen }: HoldsProps) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.holds')}>
      <h2>{t('retention.holds')}</h2>
      {holds.length === 0 && <p className="quiet">{t('retention.holdsNone')}</p>}
      {holds.map((hold) => {
        const name = hold.nameMask ?? t('retention.gone');
        const until =
          hold.until === null ? t('retention.holdNoEnd') : t('erasure.until', { day: hold.until });
        return (
          <div key={hold.holdId} className={cx('stack2', css.one)} data-testid="retention-held">
            <p>
              <b>{t('retention.number', { number: hold.personId, mask: name })}</b>{' '}
              {t(`retention.holdKinds.${hold.kind}`)} · {until}{' '}
              {hold.isOver && <Badge tone="amber">{t('retention.holdOver')}</Badge>}
            </p>
            <p className="quiet">
              {t('retention.holdBy', { name: hold.by, time: formatMoment(hold.at), words: hold.words })}
            </p>
            <Button
              aria-label={`${t('retention.endHold')} · ${name}`}
              data-testid="retention-end-hold"
              onClick={() => onOpen({ form: 'endHold', hold })}
            >
              {t('retention.endHold')}
            </Button>
          </div>
        );
      })}
    </section>
  );
}

interface RulesTableProps {
  readonly view: RetentionView;
  readonly onOpen: (open: Open) => void;
}

const ALWAYS = ['entity', 'months'] as const;
const COLUMNS = [...ALWAYS, 'due', 'act'] as const;

/** How long each entity is kept, and what of it is due. */
function RulesTable({ view: { rules, records }, onOpen }: RulesTableProps) {
  const { t, i18n } = useTranslation();
  const { chosen } = rules;
  const hasDue = records.some(({ count }) => count > 0);
  const grounds = chosen?.edition.suggested ?? rules.suggested;
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.rulesHeading')}>
      <h2>{t('retention.rulesHeading')}</h2>
      {chosen !== null && (
        <>
          <p className="quiet">
            {t('retention.confirmed', {
              name: chosen.by,
              time: formatMoment(chosen.at),
              words: chosen.words,
            })}
          </p>
          <p className={cx('quiet', 'small')}>
            {t('retention.groundsOf', { version: chosen.edition.source.version })}
          </p>
        </>
      )}
      <Table columns={hasDue ? COLUMNS : ALWAYS} words={(column) => t(`retention.rules.${column}`)}>
        {rules.rules.map(({ entity, months }) => {
          const record = records.find((one) => one.entity === entity);
          const why = grounds.find((one) => one.entity === entity);
          const now = rules.suggested.find((one) => one.entity === entity);
          return (
            <tr key={entity} data-testid={`retention-rule-${entity}`}>
              <th scope="row">
                {t(`retention.entities.${entity}`)}
                {why !== undefined && (
                  <p className={cx('quiet', 'small')}>{i18n.language === 'en' ? why.groundEn : why.ground}</p>
                )}
              </th>
              <td>
                {t('retention.monthsOf', { count: months })}
                {now !== undefined && now.months !== months && (
                  <p className={cx('quiet', 'small')}>{t('retention.suggestedNow', { count: now.months })}</p>
                )}
              </td>
              {hasDue && (
                <>
                  <td>{record === undefined ? '' : countWords(t, record.count)}</td>
                  <td>
                    {record !== undefined && record.count > 0 && (
                      <Button
                        weight="plainDanger"
                        data-testid={`retention-erase-${entity}`}
                        onClick={() => onOpen({ form: 'records', entity: record.entity })}
                      >
                        {t('retention.eraseRecords', { count: record.count })}
                      </Button>
                    )}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
