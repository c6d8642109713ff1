/** What has to be put right: notices of authorities, the list with its filters, one item in full, and the steps of each. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { RECTIFICATION_SOURCES, type RectificationSource } from '../../contract/rectification/lists.ts';
import type {
  PoliceNotice,
  RectificationItem,
  RectificationRegister,
} from '../../contract/rectification/routes.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar, FilterSelect } from '../ui/FilterBar.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { FinishForm, RemoveEvidenceForm, ReopenForm } from './EndForms.tsx';
import { dueWords, itemNumber } from './item-words.ts';
import { type ItemAct, ItemDrawer } from './ItemDrawer.tsx';
import { ItemForm } from './ItemForm.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import css from './rectification.module.css';
import { rectificationStore } from './stores.ts';

type Open =
  | { readonly form: 'add' }
  | { readonly form: 'notice' }
  | { readonly form: 'answer'; readonly notice: PoliceNotice }
  | { readonly form: 'item'; readonly act: ItemAct; readonly item: RectificationItem };

export function RectificationPage() {
  const { t } = useTranslation();
  const { register, failure, read, show } = useStore(rectificationStore);
  const [open, setOpen] = useState<Open | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const close = (next?: RectificationRegister): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    list.current?.focus();
  };
  const act = (which: ItemAct, item: RectificationItem): void => {
    if (which.act === 'look') return setLooked(which.attachment);
    setOpened(null);
    setOpen({ form: 'item', act: which, item });
  };
  return (
    <Page testId="screen-rectification" whole={open !== null}>
      <PageHeader title={t('rectification.title')} lead={t('rectification.lead')}>
        {open === null && (
          <>
            <Button
              weight="main"
              disabled={register === null}
              data-testid="item-add"
              onClick={() => setOpen({ form: 'add' })}
            >
              {t('rectification.add')}
            </Button>
            <Button
              disabled={register === null}
              data-testid="notice-take"
              onClick={() => setOpen({ form: 'notice' })}
            >
              {t('rectification.takeNotice')}
            </Button>
          </>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="rectification-again" onAgain={() => void read()} />
      {register === null && failure === null && <Waiting testId="rectification-reading" />}
      {register !== null && (
        <PageBody ref={list} label={t('rectification.title')} spaced>
          {open === null ? (
            <>
              <Notices
                notices={register.notices}
                onAnswer={(notice) => setOpen({ form: 'answer', notice })}
              />
              <List
                register={register}
                opened={looked === null ? opened : null}
                onOpen={setOpened}
                onAct={act}
              />
            </>
          ) : (
            <OpenForm open={open} onClose={close} onStale={read} />
          )}
          {looked !== null && <AttachmentDialog attachment={looked} onClose={() => setLooked(null)} />}
        </PageBody>
      )}
    </Page>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly onClose: (register?: RectificationRegister) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, ...form }: OpenFormProps): ReactNode {
  if (open.form === 'notice') return <NoticeForm onClose={form.onClose} />;
  if (open.form === 'answer') return <AnswerForm notice={open.notice} onClose={form.onClose} />;
  if (open.form === 'add') return <ItemForm item={null} {...form} />;
  const { act, item } = open;
  switch (act.act) {
    case 'change':
      return <ItemForm item={item} {...form} />;
    case 'finish':
      return <FinishForm item={item} {...form} />;
    case 'reopen':
      return <ReopenForm item={item} {...form} />;
    case 'attach':
      return (
        <AttachForm
          about={item.title}
          send={(fileId, showsOn) =>
            bridge.vault['rectification.attach']({
              rectificationId: item.rectificationId,
              version: item.version,
              side: act.side,
              fileId,
              showsOn,
            })
          }
          {...form}
        />
      );
    case 'detach':
      return <RemoveEvidenceForm item={item} attachment={act.attachment} {...form} />;
    case 'look':
      return null;
  }
}

interface NoticesProps {
  readonly notices: readonly PoliceNotice[];
  readonly onAnswer: (notice: PoliceNotice) => void;
}

/** Nothing where there is none. */
function Notices({ notices, onAnswer }: NoticesProps) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <section aria-label={t('rectification.notices')} data-testid="notices">
      <h2>{t('rectification.notices')}</h2>
      {notices.map((notice) => (
        <div key={notice.noticeId} className={cx(css.notice)} data-testid="notice">
          <div>
            <b>{t('rectification.noticeOf', { ...notice })}</b>
            <p className={cx('quiet', 'small')}>
              {notice.answered === null
                ? t('rectification.noticeState', { ...notice, day: notice.dueOn })
                : t('rectification.noticeAnswered', { ...notice, time: formatMoment(notice.answered.at) })}
            </p>
          </div>
          {notice.answered === null && notice.daysLeft < 0 && (
            <Badge tone="harm">{t('rectification.due.over', { count: -notice.daysLeft })}</Badge>
          )}
          <Button
            aria-label={t('rectification.answerTitle', { number: notice.number })}
            data-testid="notice-answer"
            onClick={() => onAnswer(notice)}
          >
            {t('rectification.answer')}
          </Button>
        </div>
      ))}
    </section>
  );
}

const SHOWN = ['open', 'overdue', 'done'] as const;
type Shown = (typeof SHOWN)[number];

const isOverdue = ({ state, daysLeft }: RectificationItem): boolean =>
  state === 'open' && daysLeft !== null && daysLeft < 0;

interface ListProps {
  readonly register: RectificationRegister;
  readonly opened: number | null;
  readonly onOpen: (rectificationId: number | null) => void;
  readonly onAct: (act: ItemAct, item: RectificationItem) => void;
}

function List({ register, opened, onOpen, onAct }: ListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | undefined>();
  const [source, setSource] = useState<RectificationSource | undefined>();
  const all = useMemo(() => [...register.open, ...register.done], [register]);
  const items = all.filter(
    (item) =>
      (source === undefined || item.source === source) &&
      (shown === undefined || (shown === 'overdue' ? isOverdue(item) : item.state === shown)),
  );
  const columns = useMemo(() => columnsIn(t), [t]);
  const opening = useMemo(
    () => ({
      words: (item: RectificationItem) =>
        t('rectification.open', { number: itemNumber(t, item), title: item.title }),
      open: ({ rectificationId }: RectificationItem) => onOpen(rectificationId),
    }),
    [t, onOpen],
  );
  if (all.length === 0)
    return <EmptyState drawing="check" words={t('rectification.none')} testId="rectification-none" />;
  const item = items.find(({ rectificationId }) => rectificationId === opened);
  return (
    <>
      <FilterBar
        label={t('rectification.filter.label')}
        clearWords={t('rectification.filter.clear')}
        testId="rectification-filter"
        active={shown !== undefined || source !== undefined}
        onClear={() => {
          setShown(undefined);
          setSource(undefined);
        }}
      >
        <FilterSelect
          label={t('rectification.filter.state')}
          allWords={t('rectification.filter.all')}
          choices={SHOWN.map((value) => ({ value, words: t(`rectification.filter.${value}`) }))}
          value={shown}
          testId="rectification-state"
          onChoose={setShown}
        />
        <FilterSelect
          label={t('rectification.filter.source')}
          allWords={t('rectification.filter.all')}
          choices={RECTIFICATION_SOURCES.map((value) => ({
            value,
            words: t(`rectificationSources.${value}`),
          }))}
          value={source}
          testId="rectification-source"
          onChoose={setSource}
        />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState drawing="search" words={t('rectification.noneShown')} live />
      ) : (
        <DataTable
          label={t('rectification.title')}
          columns={columns}
          groups={[{ id: 'all', heading: null, rows: items }]}
          keyOf={keyOf}
          marksOf={marksOf}
          opening={{ ...opening, shown: opened === null ? null : String(opened) }}
        />
      )}
      {item !== undefined && (
        <ItemDrawer items={items} item={item} notices={register.notices} onOpen={onOpen} onAct={onAct} />
      )}
    </>
  );
}

const keyOf = ({ rectificationId }: RectificationItem): string => String(rectificationId);
const marksOf = (item: RectificationItem) => ({
  'data-testid': 'rectification-row',
  'data-state': isOverdue(item) ? 'overdue' : item.state,
});

const columnsIn = (t: Translate): readonly Column<RectificationItem>[] => [
  { id: 'title', header: t('rectification.columns.title'), cell: ({ title }) => title },
  {
    id: 'source',
    header: t('rectification.columns.source'),
    second: true,
    cell: ({ source }) => t(`rectificationSources.${source}`),
  },
  { id: 'who', header: t('rectification.columns.who'), second: true, cell: ({ who }) => who },
  {
    id: 'due',
    header: t('rectification.columns.due'),
    narrow: true,
    cell: (item) => <Due item={item} />,
  },
];

function Due({ item }: { readonly item: RectificationItem }) {
  const { t } = useTranslation();
  const words = dueWords(t, item);
  if (item.state === 'done') return <Badge tone="good">{words}</Badge>;
  if (item.daysLeft === null || item.daysLeft > 7) return words;
  return <Badge tone={item.daysLeft < 0 ? 'harm' : 'amber'}>{words}</Badge>;
}
