/** Page of rectification: notices of authorities, the list with its filters, one item in full, and the steps of each. */
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import {
  RECTIFICATION_SOURCES,
  type RectificationSource,
  MAX_NOTICE_ITEMS,
  MAX_TITLE,
} from '../../contract/rectification/lists.ts';
import type {
  PoliceNotice,
  RectificationItem,
  RectificationRegister,
} from '../../contract/rectification/routes.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { bridge } from '../bridge.ts';
import { dueWords } from '../messages/due-words.ts';
import { formatMoment } from '../messages/format.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge, dueTone } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FilterBar, FilterSelect } from '../ui/FilterBar.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { FinishForm, RemoveEvidenceForm, ReopenForm } from './EndForms.tsx';
import { itemDueWords, itemNumber } from './item-words.ts';
import { type ItemAct, ItemDrawer } from './ItemDrawer.tsx';
import { ItemForm } from './ItemForm.tsx';
import css from './rectification.module.css';
import { rectificationStore } from './stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayTyped, today } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form, SubmitButton, type Typed } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { itemsIn } from './items-in.ts';
import type { FileId } from '../../contract/ids.ts';
import { useDesk } from '../pages/desk-context.ts';
import { type Given, printDocument, saveDocument } from '../pages/give-document.ts';
import { tellGiven } from '../pages/use-giving.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { Switch } from '../ui/Switch.tsx';

type Open =
  | { readonly form: 'add' }
  | { readonly form: 'notice' }
  | { readonly form: 'answer'; readonly notice: PoliceNotice }
  | { readonly form: 'item'; readonly act: ItemAct; readonly item: RectificationItem };

export function RectificationPage() {
  const { t } = useTranslation();
  const { frame, open, setOpen, close, read } = useRegisterPage<RectificationRegister, Open>(
    rectificationStore,
  );
  const [opened, setOpened] = useState<number | null>(null);
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const act = (which: ItemAct, item: RectificationItem): void => {
    if (which.act === 'look') return setLooked(which.attachment);
    setOpened(null);
    setOpen({ form: 'item', act: which, item });
  };
  const begin = (form: 'add' | 'notice', testId: string, words: string) => (
    <Button
      weight={form === 'add' ? 'main' : 'normal'}
      disabled={frame.register === null}
      data-testid={testId}
      onClick={() => setOpen({ form })}
    >
      {words}
    </Button>
  );
  const add = begin('add', 'item-add', t('rectification.add'));
  const isEmpty = frame.register?.open.length === 0 && frame.register.done.length === 0;
  return (
    <RegisterPage
      {...frame}
      screen="rectification"
      name="rectification"
      title={t('rectification.title')}
      lead={t('rectification.lead')}
      buttons={
        <>
          {!isEmpty && add}
          {begin('notice', 'notice-take', t('rectification.takeNotice'))}
        </>
      }
      form={open !== null && <OpenForm open={open} onClose={close} onStale={read} />}
    >
      {(register) => (
        <>
          <Notices notices={register.notices} onAnswer={(notice) => setOpen({ form: 'answer', notice })} />
          <List
            register={register}
            opened={looked === null ? opened : null}
            onOpen={setOpened}
            onAct={act}
            add={add}
          />
          {looked !== null && <AttachmentDialog attachment={looked} onClose={() => setLooked(null)} />}
        </>
      )}
    </RegisterPage>
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
        <div key={notice.noticeId} className={cx('line4', css.notice)} data-testid="notice">
          <div>
            <b>{t('rectification.noticeOf', { ...notice })}</b>
            <p className={cx('quiet', 'small')}>
              {notice.answered === null
                ? t('rectification.noticeState', { ...notice, day: notice.dueOn })
                : t('rectification.noticeAnswered', { ...notice, time: formatMoment(notice.answered.at) })}
            </p>
          </div>
          {notice.answered === null && notice.daysLeft < 0 && (
            <Badge tone="harm">{dueWords(t, notice)}</Badge>
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
  /** The button. */
  readonly add: ReactNode;
  readonly onAct: (act: ItemAct, item: RectificationItem) => void;
}

function List({ register, opened, onOpen, onAct, add }: ListProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown | undefined>();
  const [source, setSource] = useState<RectificationSource | undefined>();
  const all = useMemo(() => [...register.open, ...register.done], [register]);
  const items = all.filter(
    (item) =>
      (source === undefined || item.source === source) &&
      (shown === undefined || (shown === 'overdue' ? isOverdue(item) : item.state === shown)),
  );
  if (all.length === 0)
    return (
      <EmptyState drawing="check" words={t('rectification.none')} testId="rectification-none">
        {add}
      </EmptyState>
    );
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
        <RegisterTable
          label={t('rectification.title')}
          listing={ITEMS}
          rows={items}
          shown={opened}
          onShow={(item) => onOpen(item?.rectificationId ?? null)}
        >
          {(one) => (
            <ItemDrawer of={one} notices={register.notices} onAct={(which) => onAct(which, one.row)} />
          )}
        </RegisterTable>
      )}
    </>
  );
}

const ITEMS: Listing<RectificationItem> = {
  idOf: ({ rectificationId }) => rectificationId,
  marksOf: (item) => ({
    'data-testid': 'rectification-row',
    'data-state': isOverdue(item) ? 'overdue' : item.state,
  }),
  words: (t, item) => t('rectification.open', { number: itemNumber(t, item), title: item.title }),
  columns: (t) => [
    { id: 'title', header: t('rectification.fields.title'), cell: ({ title }) => title },
    {
      id: 'source',
      header: t('rectification.filter.source'),
      second: true,
      cell: ({ source }) => t(`rectificationSources.${source}`),
    },
    { id: 'who', header: t('rectification.columns.who'), second: true, cell: ({ who }) => who || '—' },
    { id: 'due', header: t('rectification.columns.due'), narrow: true, cell: (item) => <Due item={item} /> },
  ],
};

function Due({ item }: { readonly item: RectificationItem }) {
  const { t } = useTranslation();
  return (
    <Badge tone={item.state === 'done' ? 'good' : dueTone(item.daysLeft)}>{itemDueWords(t, item)}</Badge>
  );
}

const MAX_LINE = 60;

/** A notice of an authority is taken in: its number, who sent it, until when, and what it asks for, one item a line. */
function NoticeForm({ onClose }: { readonly onClose: (register?: RectificationRegister) => void }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ number: '', authority: '', receivedOn: today(), dueOn: '', items: '' });
  const field = <Name extends keyof typeof draft>(name: Name) => ({
    ...of(name),
    label: t(`rectification.noticeFields.${name as keyof typeof draft}`),
    required: true,
  });
  return (
    <Form
      about=""
      name="notice"
      title={t('rectification.noticeTitle')}
      lead={t('rectification.noticeLead')}
      yes={t('rectification.noticeYes')}
      pin="last"
      send={({ pin }) =>
        bridge.vault['rectification.takeNotice']({
          number: draft.number.trim(),
          authority: draft.authority.trim(),
          receivedOn: dayTyped(draft.receivedOn),
          dueOn: dayTyped(draft.dueOn),
          items: [...itemsIn(draft.items)],
          pin,
        })
      }
      onClose={onClose}
    >
      <FieldLine>
        <TextField {...field('number')} grow autoFocus maxLength={MAX_LINE} />
        <TextField {...field('authority')} grow minLength={2} maxLength={MAX_LINE} />
      </FieldLine>
      <FieldLine>
        <DayField {...field('receivedOn')} />
        <DayField {...field('dueOn')} />
      </FieldLine>
      <AreaField
        {...field('items')}
        rows={5}
        validate={(text) =>
          areItems(itemsIn(text)) ? null : t('rectification.noItems', { most: MAX_TITLE })
        }
      />
    </Form>
  );
}

const areItems = (items: readonly string[]): boolean =>
  items.length > 0 &&
  items.length <= MAX_NOTICE_ITEMS &&
  items.every((item) => item.length >= 2 && item.length <= MAX_TITLE);

interface AnswerFormProps {
  readonly notice: PoliceNotice;
  readonly onClose: (register?: RectificationRegister) => void;
}

/** A notice is answered by a letter: to a file, with pictures of before and after, or to the printer. */
function AnswerForm({ notice, onClose }: AnswerFormProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [pictures, setPictures] = useState(true);
  const openItems = notice.items - notice.done;
  const needsSupervisor = signedIn.role === 'admin' && pictures;
  const ask = (typed: Typed, fileId?: FileId) =>
    bridge.vault['rectification.answer']({
      noticeId: notice.noticeId,
      version: notice.version,
      ...(fileId === undefined ? {} : { fileId }),
      pictures: pictures && fileId !== undefined,
      pin: typed.pin,
      ...(typed.hasSecond && { supervisor: typed.second }),
    });
  const done = (given: Given<RectificationRegister>): void => {
    onClose(given.reply);
    tellGiven(given);
  };
  return (
    <Form
      name="answer"
      title={t('rectification.answerTitle', { number: notice.number })}
      lead={t('rectification.answerLead')}
      yes={t('give.save')}
      more={
        <SubmitButton value="print" testId="answer-print">
          {t('rectification.answerPrint')}
        </SubmitButton>
      }
      send={(typed) =>
        typed.by === 'print'
          ? printDocument(() => ask(typed))
          : saveDocument('letter', (fileId) => ask(typed, fileId))
      }
      onDone={done}
      onClose={() => onClose()}
    >
      {openItems > 0 && <Note kind="warn">{t('rectification.answerOpen', { count: openItems })}</Note>}
      <Switch
        label={t('rectification.pictures')}
        value={pictures}
        testId="answer-pictures"
        onChange={setPictures}
      />
      <PinField />
      {needsSupervisor && <SecondPerson testId="supervisor" />}
    </Form>
  );
}
