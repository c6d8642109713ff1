/** An order: of what, on which paper, how many, who keeps it until when, why, and the supervisor's PIN. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { FileId, SlotId } from '../../contract/ids.ts';
import {
  MAX_COPIES,
  PRINT_PAPER_NAMES,
  type PrintLayout,
  type PrintPaper,
  ROSTER_SCOPES,
  type RosterScope,
} from '../../contract/print/lists.ts';
import type { Ordered as What, Previewed, PrintPreview as Pages } from '../../contract/print/routes.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { MaskedPerson, MaskedField } from '../../contract/people/views.ts';
import { type Result, ok, type Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { printStore } from '../page-intents/print-store.ts';
import { deskStore } from '../pages/stores.ts';
import { useApprover } from '../pages/use-approver.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { CustodianField } from '../paper-register/CustodianField.tsx';
import { PlaceField } from '../paper-register/PlaceField.tsx';
import { Button } from '../ui/Button.tsx';
import { DayField } from '../ui/DayField.tsx';
import { today, dayTyped } from '../ui/days.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import formCss from '../ui/form.module.css';
import { Form, type Typed } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { type ArrearsDraft, NO_ARREARS, finishArrears } from './arrears-draft.ts';
import { ArrearsFields } from './ArrearsFields.tsx';
import { SeveralChips } from '../ui/Chips.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { Note, FailureNote } from '../ui/Note.tsx';
import { useEffect, useState } from 'react';
import type { Language } from '../../contract/shell/settings.ts';
import { cx } from '../ui/cx.ts';
import css from './print.module.css';
import { PrintedPage } from './PrintedPage.tsx';

/** Result of an order. */
export interface Ordered {
  readonly papers: readonly number[];
  readonly pages: number;
  /** It went to the printer. */
  readonly printed: boolean;
  readonly file: { readonly name: string; readonly password: string } | null;
}

const TARGETS = ['printer', 'file'] as const;
const COPIES_USUAL = '1';

interface OrderFormProps {
  readonly layout: PrintLayout;
  readonly person: MaskedPerson | null;
  readonly room: RoomView | null;
  /** It is sent: what came of the one before is over. */
  readonly onSend: () => void;
  readonly onDone: (ordered: Ordered | null) => void;
}

interface Draft {
  readonly clear: readonly string[];
  readonly scope: RosterScope;
  readonly arrears: ArrearsDraft;
  readonly paper: PrintPaper;
  readonly target: (typeof TARGETS)[number];
  readonly file: { readonly fileId: FileId; readonly fileName: string } | null;
  readonly copies: string;
  readonly custodian: SlotId | null;
  readonly place: string;
  readonly due: string;
  readonly purpose: string;
}

const draftOf = (custodian: SlotId): Draft => ({
  clear: [],
  scope: 'unit',
  arrears: NO_ARREARS,
  paper: 'a4',
  target: 'printer',
  file: null,
  copies: COPIES_USUAL,
  custodian,
  place: '',
  due: '',
  purpose: '',
});

/** Null where it is no number of copies that is printed at once. */
function copiesOf({ target, copies }: Draft): number | null {
  const count = target === 'file' ? 1 : Number(copies);
  return Number.isInteger(count) && count >= 1 && count <= MAX_COPIES ? count : null;
}

export function OrderForm({ layout, person, room, onSend, onDone }: OrderFormProps) {
  const { t, i18n } = useTranslation();
  const { signedIn } = useDesk();
  const { draft, put, of } = useDraft(() => draftOf(signedIn.slotId));
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { paper, target, file } = draft;
  const { isOpen } = useStore(printStore);
  const approver = useApprover();
  const send = async (typed: Typed): Promise<Result<Ordered> | null> => {
    const what = whatOf({ layout, person, room }, draft);
    const copies = copiesOf(draft);
    const { custodian } = draft;
    if (what === null || copies === null || custodian === null) return null;
    onSend();
    const reply = await bridge.vault['print.order']({
      what,
      paper,
      language,
      copies,
      custodian,
      place: draft.place.trim(),
      dueOn: dayTyped(draft.due),
      purpose: draft.purpose.trim(),
      supervisor: typed.second,
      ...approver.take(),
      ...(target === 'file' && file !== null ? { fileId: file.fileId } : {}),
    });
    // A file is picked for one order alone.
    if (!reply.ok) {
      put({ file: null });
      return reply;
    }
    const { papers, pages, password } = reply.value;
    if (password !== null)
      return ok({ papers, pages, printed: false, file: { name: file?.fileName ?? '', password } });
    const printing = await bridge.shell.printSheet({ paper: 'print', size: paper });
    return ok({ papers, pages, printed: printing.ok && printing.value.done, file: null });
  };

  if (layout === 'record' && person === null)
    return <Missing what="noPerson" go="toCounter" page="counter" />;
  if (layout === 'roster' && room === null) return <Missing what="noRoom" go="toRooms" page="rooms" />;
  const title = titleOf(t(`print.layouts.${layout}`), layout, person, room);
  return (
    <>
      <PrintPreview what={previewedOf(layout, draft.arrears)} paper={paper} language={language} />
      {isOpen && (
        <Form
          name="print"
          title={title}
          ready={target === 'printer' || file !== null}
          yes={t(target === 'file' ? 'print.yesFile' : 'print.yes')}
          send={send}
          onFailed={approver.onFailed}
          onClose={(done) => onDone(done ?? null)}
        >
          {layout === 'record' && person !== null && <ClearFields {...of('clear')} person={person} />}
          {layout === 'roster' && (
            <SelectField
              {...of('scope')}
              label={t('print.scope')}
              hint={t('print.rosterNote')}
              choices={choicesOf(ROSTER_SCOPES, (scope) => t(`print.scopes.${scope}`))}
            />
          )}
          {layout === 'arrears' && <ArrearsFields {...of('arrears')} />}
          <PaperLine draft={draft} of={of} onPick={(picked) => put({ file: picked })} />
          <KeeperLine of={of} />
          <WordsField {...of('purpose')} label={t('print.purpose')} grow />
          <SecondPerson
            me="chosen"
            testId="print-supervisor"
            words={{ who: t('print.supervisor'), pin: t('print.supervisorPin'), choose: t('print.choose') }}
          />
          {approver.field}
        </Form>
      )}
    </>
  );
}

type BoundDraft = ReturnType<typeof useDraft<Draft>>['of'];

interface PaperLineProps {
  readonly draft: Draft;
  readonly of: BoundDraft;
  readonly onPick: (file: Draft['file']) => void;
}

/** On which paper, and whether to the printer, as often as is said, or to a file. */
function PaperLine({ draft, of, onPick }: PaperLineProps) {
  const { t } = useTranslation();
  const { target, file } = draft;
  const pick = async (): Promise<void> => {
    const reply = await bridge.shell.pickFile({ use: 'pdf', of: 'print' });
    if (reply.ok) onPick(reply.value.file);
  };
  return (
    <FieldLine>
      <SelectField
        {...of('paper')}
        label={t('print.paper')}
        choices={choicesOf(PRINT_PAPER_NAMES, (paper) => t(`print.papers.${paper}`))}
      />
      <SelectField
        {...of('target')}
        label={t('print.to')}
        choices={choicesOf(TARGETS, (one) => t(`print.targets.${one}`))}
      />
      {target === 'printer' ? (
        <TextField
          {...of('copies')}
          label={t('print.copies')}
          problem={copiesOf(draft) === null ? t('print.copiesWrong') : null}
          inputMode="numeric"
          maxLength={2}
        />
      ) : (
        <Button className={formCss.level} data-testid="print-pick" onClick={() => void pick()}>
          {file === null ? t('print.pickFile') : t('print.picked', { file: file.fileName })}
        </Button>
      )}
    </FieldLine>
  );
}

/** Who keeps it, where, and until when. */
function KeeperLine({ of }: { readonly of: BoundDraft }) {
  const { t } = useTranslation();
  return (
    <FieldLine>
      <CustodianField {...of('custodian')} testId="paper-custodian" />
      <DayField
        {...of('due')}
        label={t('print.dueOn')}
        required
        missing={t('print.dueWrong')}
        validate={(day) => (day >= today() ? null : t('print.dueWrong'))}
      />
      <PlaceField {...of('place')} label={t('print.place')} />
    </FieldLine>
  );
}

function Missing({
  what,
  go,
  page,
}: {
  readonly what: 'noPerson' | 'noRoom';
  readonly go: 'toCounter' | 'toRooms';
  readonly page: 'counter' | 'rooms';
}) {
  const { t } = useTranslation();
  return (
    <EmptyState
      drawing={page === 'counter' ? 'person' : 'building'}
      words={t(`print.${what}`)}
      testId={`print-${what}`}
    >
      <Button weight="main" data-testid="print-go" onClick={() => deskStore.getState().go(page)}>
        {t(`print.${go}`)}
      </Button>
    </EmptyState>
  );
}

export const titleOf = (
  words: string,
  layout: PrintLayout,
  person: MaskedPerson | null,
  room: RoomView | null,
): string => {
  if (layout === 'record' && person !== null) return `${words} · ${person.nameMask}`;
  return layout === 'roster' && room !== null ? `${words} · ${room.label}` : words;
};

/** Null while something is missing. */
function whatOf(
  { layout, person, room }: Pick<OrderFormProps, 'layout' | 'person' | 'room'>,
  { clear, scope, arrears }: Draft,
): What | null {
  switch (layout) {
    case 'record':
      return person === null
        ? null
        : {
            layout,
            personId: person.personId,
            clear: person.fields.flatMap(({ field, ordinal }) =>
              field !== 'sex' && clear.includes(clearKey({ field, ordinal })) ? [{ field, ordinal }] : [],
            ),
          };
    case 'roster':
      return room === null ? null : { layout, roomId: room.roomId, scope };
    case 'arrears':
      return finishArrears(arrears);
    default:
      return { layout };
  }
}

const previewedOf = (layout: PrintLayout, arrears: ArrearsDraft): Previewed | null =>
  layout === 'arrears' ? finishArrears(arrears) : { layout };

/** Which values of a record are printed in clear: none, unless each is chosen by its name. Tells a value from the others of its record. */
const clearKey = ({ field, ordinal }: Pick<MaskedField, 'field' | 'ordinal'>): string =>
  `${field}-${ordinal}`;

interface ClearFieldsProps extends Bound<readonly string[]> {
  readonly person: MaskedPerson;
}

function ClearFields({ person, ...clear }: ClearFieldsProps) {
  const { t } = useTranslation();
  const named = person.fields
    .filter((shown) => clear.value.includes(clearKey(shown)))
    .map(({ field }) => t(`fields.${field}`));
  return (
    <>
      <SeveralChips
        {...clear}
        label={t('print.clear')}
        choices={person.fields
          .filter(({ field, access }) => field !== 'sex' && access !== 'shown')
          .map((shown) => ({ value: clearKey(shown), words: `${t(`fields.${shown.field}`)} ${shown.mask}` }))}
      />
      {named.length === 0 ? (
        <p className="quiet">{t('print.clearNone')}</p>
      ) : (
        <Note kind="shows" testId="print-clear-warning">
          {t('print.clearSome', { count: named.length, fields: named.join(t('print.comma')) })}
        </Note>
      )}
    </>
  );
}

/** Each letter of a notice changes its page: it is laid out once nobody types. */
const PAUSE_MS = 200;

interface PrintPreviewProps {
  /** Null while something is missing. */
  readonly what: Previewed | null;
  readonly paper: PrintPaper;
  readonly language: Language;
}

/** How an order will look on its paper: the pages that the vault has laid out, with nothing of a resident on them. */
function PrintPreview({ what, paper, language }: PrintPreviewProps) {
  const { t } = useTranslation();
  const [pages, setPages] = useState<Pages | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = what === null ? null : JSON.stringify({ what, paper, language });
  useEffect(() => {
    if (asked === null) return;
    let isGone = false;
    const show = async (): Promise<void> => {
      const reply = await bridge.vault['print.preview'](JSON.parse(asked));
      if (isGone) return;
      setPages(reply.ok ? reply.value : null);
      setFailure(reply.ok ? null : reply.error);
    };
    const timer = setTimeout(() => void show(), PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return (
    <section className={cx(css.rows)} aria-label={t('print.preview')}>
      <FailureNote failure={failure} />
      {asked === null ? (
        <p className="quiet">{t('print.previewWaits')}</p>
      ) : (
        pages !== null && (
          <>
            <p className="quiet">{t('print.previewNote', { count: pages.count })}</p>
            <div className={cx(css.preview)} data-testid="print-pages">
              {pages.pages.map((page, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- pages never change
                <div key={index}>
                  <PrintedPage page={page} paper={pages.paper} />
                </div>
              ))}
            </div>
          </>
        )
      )}
    </section>
  );
}
