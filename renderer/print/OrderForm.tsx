/** An order: of what, on which paper, how many, who keeps it until when, why, and the supervisor's PIN. */
import { useRef, useState } from 'react';
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
import type { Ordered as What, Previewed } from '../../contract/print/routes.ts';
import type { RoomView } from '../../contract/records/views.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import type { Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { deskStore } from '../pages/stores.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { CustodianField } from '../paper-register/CustodianField.tsx';
import { PlaceField } from '../paper-register/PlaceField.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { ProofFields, type ProofHandle } from '../ui/ProofFields.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import { type ArrearsDraft, NO_ARREARS, finishArrears } from './arrears-draft.ts';
import { ArrearsFields } from './ArrearsFields.tsx';
import { clearKey, ClearFields } from './ClearFields.tsx';
import { PrintPreview } from './PrintPreview.tsx';

/** What came of an order. */
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

export function OrderForm({ layout, person, room, onSend, onDone }: OrderFormProps) {
  const { t, i18n } = useTranslation();
  const { signedIn, people } = useDesk();
  const [clear, setClear] = useState<readonly string[]>([]);
  const [scope, setScope] = useState<RosterScope>('unit');
  const [arrears, setArrears] = useState<ArrearsDraft>(NO_ARREARS);
  const [paper, setPaper] = useState<PrintPaper>('a4');
  const [target, setTarget] = useState<(typeof TARGETS)[number]>('printer');
  const [file, setFile] = useState<{ readonly fileId: FileId; readonly fileName: string } | null>(null);
  const [copies, setCopies] = useState(COPIES_USUAL);
  const [custodian, setCustodian] = useState<SlotId | null>(signedIn.slotId);
  const [place, setPlace] = useState('');
  const [due, setDue] = useState('');
  const [purpose, setPurpose] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const supervisor = useRef<ProofHandle>(null);
  const markDirty = useUnsaved();

  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const dueOn = dayFrom(due);
  const isDueRight = dueOn !== null && dueOn >= today();
  const count = target === 'file' ? 1 : Number(copies);
  const isCountRight = Number.isInteger(count) && count >= 1 && count <= MAX_COPIES;
  const what = whatOf({ layout, person, room, clear, scope, arrears });
  const isWhole =
    what !== null &&
    isDueRight &&
    isCountRight &&
    custodian !== null &&
    place.trim() !== '' &&
    isReasonValid(purpose) &&
    (target === 'printer' || file !== null);

  const pick = async (): Promise<void> => {
    const reply = await bridge.shell.pickFile({ use: 'pdf', of: 'print' });
    if (reply.ok) setFile(reply.value.file);
  };
  const send = async (): Promise<Result<Ordered>> => {
    const proof = supervisor.current?.take() ?? null;
    if (what === null || dueOn === null || custodian === null || proof === null)
      throw new RangeError('asked before it is ready');
    onSend();
    const reply = await bridge.vault['print.order']({
      what,
      paper,
      language,
      copies: count,
      custodian,
      place: place.trim(),
      dueOn,
      purpose: purpose.trim(),
      supervisor: proof,
      ...(target === 'file' && file !== null ? { fileId: file.fileId } : {}),
    });
    // A file is picked for one order alone.
    if (!reply.ok) {
      setFile(null);
      return reply;
    }
    const { papers, pages, password } = reply.value;
    if (password !== null)
      return {
        ok: true,
        value: { papers, pages, printed: false, file: { name: file?.fileName ?? '', password } },
      };
    const printing = await bridge.shell.printSheet({ paper: 'print', size: paper });
    return { ok: true, value: { papers, pages, printed: printing.ok && printing.value.done, file: null } };
  };

  if (layout === 'record' && person === null)
    return <Missing what="noPerson" go="toCounter" page="counter" />;
  if (layout === 'roster' && room === null) return <Missing what="noRoom" go="toRooms" page="rooms" />;
  return (
    <>
      <StepForm
        name="print"
        focus="title"
        title={titleOf(t(`print.layouts.${layout}`), layout, person, room)}
        ready={target === 'printer' || file !== null}
        yes={t(target === 'file' ? 'print.yesFile' : 'print.yes')}
        isReady={() => {
          setIsAsked(true);
          if (!isWhole) return false;
          const isTyped = supervisor.current?.isTyped() === true;
          if (!isTyped) supervisor.current?.focus();
          return isTyped;
        }}
        send={send}
        onClose={(done) => onDone(done ?? null)}
      >
        {layout === 'record' && person !== null && (
          <ClearFields person={person} chosen={clear} onChoose={setClear} />
        )}
        {layout === 'roster' && (
          <div className={cx(formCss.line)}>
            <Field label={t('print.scope')} hint={t('print.rosterNote')}>
              {(ids) => (
                <Select
                  ids={ids}
                  value={scope}
                  choices={ROSTER_SCOPES.map((value) => ({ value, words: t(`print.scopes.${value}`) }))}
                  testId="print-scope"
                  onChoose={setScope}
                />
              )}
            </Field>
          </div>
        )}
        {layout === 'arrears' && (
          <ArrearsFields
            draft={arrears}
            isAsked={isAsked}
            onChange={(next) => {
              markDirty();
              setArrears(next);
            }}
          />
        )}
        <div className={cx(formCss.line)}>
          <Field label={t('print.paper')}>
            {(ids) => (
              <Select
                ids={ids}
                value={paper}
                choices={PRINT_PAPER_NAMES.map((value) => ({ value, words: t(`print.papers.${value}`) }))}
                testId="print-paper"
                onChoose={setPaper}
              />
            )}
          </Field>
          <Field label={t('print.to')}>
            {(ids) => (
              <Select
                ids={ids}
                value={target}
                choices={TARGETS.map((value) => ({ value, words: t(`print.targets.${value}`) }))}
                testId="print-target"
                onChoose={setTarget}
              />
            )}
          </Field>
          {target === 'printer' ? (
            <Field label={t('print.copies')} problem={isCountRight ? null : t('print.copiesWrong')}>
              {(ids) => (
                <TextInput
                  {...ids}
                  inputMode="numeric"
                  value={copies}
                  maxLength={2}
                  data-testid="print-copies"
                  onChange={(event) => setCopies(event.currentTarget.value)}
                />
              )}
            </Field>
          ) : (
            <Button className={formCss.level} data-testid="print-pick" onClick={() => void pick()}>
              {file === null ? t('print.pickFile') : t('print.picked', { file: file.fileName })}
            </Button>
          )}
        </div>
        <div className={cx(formCss.line)}>
          <CustodianField value={custodian} onChoose={setCustodian} />
          <PlaceField label={t('print.place')} value={place} testId="print-place" onChange={setPlace} />
          <Field label={t('print.dueOn')} problem={isAsked && !isDueRight ? t('print.dueWrong') : null}>
            {(ids) => <DayInput ids={ids} text={due} testId="print-due" onChange={setDue} />}
          </Field>
        </div>
        <div className={cx(formCss.line)}>
          <WordsField
            label={t('print.purpose')}
            className={formCss.grow}
            value={purpose}
            testId="print-purpose"
            onChange={(words) => {
              markDirty();
              setPurpose(words);
            }}
          />
          <ProofFields
            people={people.filter((one) => one.role === 'supervisor')}
            preferred={signedIn.slotId}
            handle={supervisor}
            testId="print-supervisor"
            words={{
              who: t('print.supervisor'),
              pin: t('print.supervisorPin'),
              choose: t('print.choose'),
            }}
          />
        </div>
      </StepForm>
      <PrintPreview what={previewedOf(layout, arrears)} paper={paper} language={language} />
    </>
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

const titleOf = (
  words: string,
  layout: PrintLayout,
  person: MaskedPerson | null,
  room: RoomView | null,
): string => {
  if (layout === 'record' && person !== null) return `${words} · ${person.nameMask}`;
  return layout === 'roster' && room !== null ? `${words} · ${room.label}` : words;
};

interface Draft {
  readonly layout: PrintLayout;
  readonly person: MaskedPerson | null;
  readonly room: RoomView | null;
  readonly clear: readonly string[];
  readonly scope: RosterScope;
  readonly arrears: ArrearsDraft;
}

/** Null while something is missing. */
function whatOf({ layout, person, room, clear, scope, arrears }: Draft): What | null {
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
