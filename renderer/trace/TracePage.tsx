/** From a mark to who had it: its code typed, pasted or read from a picture; then who, at which desk, when, and what they had before them. */
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  MAX_TRACE_TEXT,
  isWholeTraceCode,
  readTraceCode,
  showTraceCode,
} from '../../contract/trace/lists.ts';
import type { Traced } from '../../contract/trace/routes.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { columnsIn, keyOf, marksOf } from '../log/entry-columns.tsx';
import { daysOf } from '../log/log-rows.ts';
import { formatMoment } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { Done } from '../ui/Done.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FieldLine } from '../ui/FieldLine.tsx';
import formCss from '../ui/form.module.css';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { PictureInput } from './PictureInput.tsx';
import type { PictureProblem } from './read-picture.ts';
import { traceStore } from './stores.ts';
import { CASE_SUBJECTS, type CaseSubject } from '../../contract/trace/case-lists.ts';
import { useDesk } from '../pages/desk-context.ts';
import { SaveForm, type SavedWith } from '../pages/SaveForm.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';

export function TracePage() {
  const { t } = useTranslation();
  const { code, traced, busy, failure } = useStore(traceStore);
  const [isMaking, setIsMaking] = useState(false);
  return (
    <Page testId="screen-trace">
      <PageHeader title={t('trace.title')} lead={t('trace.lead')}>
        {!isMaking && (
          <Button disabled={busy !== 'none'} data-testid="case-file-open" onClick={() => setIsMaking(true)}>
            {t('caseFile.open')}
          </Button>
        )}
      </PageHeader>
      <Made />
      {!isMaking && <AskCode />}
      <PageBody label={t('trace.title')} spaced>
        <FailureNote failure={failure} />
        {busy === 'finding' && <Waiting testId="trace-finding" />}
        {busy !== 'finding' && code !== null && traced === null && (
          <EmptyState drawing="search" words={t('trace.none')} live testId="trace-none" />
        )}
        {busy !== 'finding' && code === null && !isMaking && (
          <EmptyState drawing="search" words={t('trace.start')} testId="trace-start" />
        )}
        {traced !== null && <Who traced={traced} />}
        {traced !== null && !isMaking && <Entries traced={traced} />}
      </PageBody>
      {isMaking && <CaseFileForm onClose={() => setIsMaking(false)} />}
    </Page>
  );
}

function AskCode() {
  const { t } = useTranslation();
  const { code: asked, busy, find } = useStore(traceStore);
  const [text, setText] = useState(() => (asked === null ? '' : showTraceCode(asked)));
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const picture = useRef<HTMLInputElement>(null);
  const isSlip = readTraceCode(text) === null;
  const send = (): void => {
    setProblem(null);
    const code = readTraceCode(text);
    if (code !== null) void find(code);
  };
  const read = async (file: File): Promise<void> => {
    setReading(true);
    setProblem(null);
    const { readPicture } = await import('./read-picture.ts');
    const result = await readPicture(file).catch(() => ({ problem: 'unreadable' }) as const);
    setReading(false);
    if ('problem' in result) {
      // What was found before is of another picture.
      traceStore.getState().forget();
      setText('');
      return setProblem(result.problem);
    }
    setText(showTraceCode(result.code));
    await find(result.code);
  };
  return (
    <Form name="trace" className="" label={t('trace.title')} busy={busy !== 'none'} send={send}>
      <FieldLine>
        <TextField
          label={t('trace.code')}
          problem={isSlip && isWholeTraceCode(text) ? t('trace.slip') : null}
          validate={() => (isSlip ? t('trace.slip') : null)}
          autoFocus
          maxLength={MAX_TRACE_TEXT}
          value={text}
          testId="trace-code"
          onChange={setText}
        />
        <SubmitButton weight="main" className={formCss.level} testId="trace-find">
          {t(busy === 'finding' ? 'trace.finding' : 'trace.find')}
        </SubmitButton>
        <Button
          className={formCss.level}
          disabled={busy !== 'none' || reading}
          data-testid="trace-picture"
          onClick={() => picture.current?.click()}
        >
          {t(reading ? 'trace.reading' : 'trace.picture')}
        </Button>
        <Button weight="plain" className={formCss.level} data-testid="trace-number" onClick={askByNumber}>
          {t('trace.number')}
        </Button>
        <PictureInput label={t('trace.picture')} handle={picture} onChoose={(file) => void read(file)} />
      </FieldLine>
      <p className={cx('quiet', 'small')}>
        {t('trace.codeHint')} · {t('trace.pictureHint')}
      </p>
      {problem !== null && (
        <Note kind="harm" live testId="trace-picture-problem">
          {t(`trace.pictureProblems.${problem}`)}
        </Note>
      )}
    </Form>
  );
}

/** Where a number is traced. */
function askByNumber(): void {
  accessHistoryStore.getState().choose('number');
  deskStore.getState().go('access-history');
}

function Who({ traced: { staffName, role, desk, at, since } }: { readonly traced: Traced }) {
  const { t } = useTranslation();
  return (
    <Facts layout="columns" framed testId="trace-answer">
      <Fact name={t('staff.who')} testId="trace-who">
        {staffName} · {role === null ? t('trace.left') : t(`roles.${role}`)}
      </Fact>
      <Fact name={t('trace.desk')}>{t('trace.deskNumber', { number: desk })}</Fact>
      <Fact name={t('trace.at')} testId="trace-at">
        {formatMoment(at)}
      </Fact>
      <Fact name={t('trace.since')}>{formatMoment(since)}</Fact>
    </Facts>
  );
}

function Entries({ traced }: { readonly traced: Traced }) {
  const { t, i18n } = useTranslation();
  const own = useOwnReasonWords();
  const columns = useMemo(() => columnsIn(t, own), [t, own]);
  const days = useMemo(() => daysOf(traced.entries, i18n.language), [traced.entries, i18n.language]);
  const { entries, more } = traced;
  return (
    <section>
      <h2>{t('trace.before')}</h2>
      {entries.length === 0 ? (
        <p className="quiet">{t('trace.nothingBefore')}</p>
      ) : (
        <DataTable
          label={t('trace.before')}
          columns={columns}
          groups={days}
          keyOf={keyOf}
          marksOf={marksOf}
        />
      )}
      {more && <p className="quiet">{t('trace.more', { count: entries.length })}</p>}
      <OthersAccessHistory traced={traced} />
    </section>
  );
}

/** A button for each resident whom the entries name. */
function OthersAccessHistory({ traced: { entries } }: { readonly traced: Traced }) {
  const { t } = useTranslation();
  const people = new Map(
    entries.flatMap(({ personId, personMask }) =>
      personId === null || personMask === null ? [] : [[personId, personMask] as const],
    ),
  );
  if (people.size === 0) return null;
  return (
    <div className="line3">
      {[...people].map(([personId, mask]) => (
        <Button
          key={personId}
          data-testid="trace-who-else"
          onClick={() => {
            void accessHistoryStore.getState().ask({ by: 'person', personId });
            deskStore.getState().go('access-history');
          }}
        >
          {t('trace.whoElse')} · {mask}
        </Button>
      ))}
    </div>
  );
}

function Made() {
  const { t } = useTranslation();
  const made = useStore(traceStore, (state) => state.made);
  if (made === null) return null;
  return (
    <Note live testId="case-file-made">
      <Done>{t('caseFile.made', { pages: made.pages, file: made.fileName })}</Done>
      <p className="small">
        {t('caseFile.sha256')} <code>{made.sha256}</code>
      </p>
    </Note>
  );
}

/** The case file: of the mark that was traced, or of a number; why, the own PIN, and a supervisor's where the own is none. */
function CaseFileForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { code, traced, busy, caseFailure, makeCase } = useStore(traceStore);
  const hasMark = code !== null && traced !== null;
  const [of, setOf] = useState<CaseSubject>(hasMark ? 'mark' : 'number');
  const number = useRef<SecretHandle>(null);
  const save = async ({ words, pin, supervisor }: SavedWith): Promise<void> => {
    if (of === 'number' && (number.current?.peek() ?? '').trim() === '') return number.current?.focus();
    const outcome = await makeCase(() => ({
      about:
        of === 'mark' && code !== null
          ? { of: 'mark', code }
          : { of: 'number', number: (number.current?.peek() ?? '').trim() },
      purpose: words,
      pin,
      ...(supervisor === undefined ? {} : { supervisor }),
    }));
    if (outcome === 'made') onClose();
  };
  return (
    <SaveForm
      title={t('caseFile.title')}
      testId="case-file-form"
      name="case-file"
      begun
      words={t('caseFile.purpose')}
      save={t('caseFile.save')}
      discard={t('common.cancel')}
      needsSupervisor={signedIn.role !== 'supervisor'}
      busy={busy !== 'none'}
      failure={caseFailure}
      onSave={(proof) => void save(proof)}
      onDiscard={onClose}
    >
      <p className="quiet">{t('caseFile.lead')}</p>
      <FieldLine>
        {hasMark && (
          <SelectField
            label={t('caseFile.about')}
            value={of}
            choices={choicesOf(CASE_SUBJECTS, (value) => t(`caseFile.subjects.${value}`))}
            testId="case-file-about"
            onChange={setOf}
          />
        )}
        {of === 'number' && (
          <SecretField
            label={t('caseFile.number')}
            handle={number}
            required
            inputMode="tel"
            maxLength={40}
            testId="case-file-number"
          />
        )}
      </FieldLine>
      {busy === 'making' && <Waiting testId="case-file-making" />}
    </SaveForm>
  );
}
