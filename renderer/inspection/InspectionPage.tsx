/** A supervisor opens the desk to an inspector for a set time, and ends it with the PIN. */
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { INSPECTION_MINUTES, type InspectionMinutes } from '../../contract/inspection/lists.ts';
import type { InspectedPage, Inspection } from '../../contract/inspection/routes.ts';
import type { Result } from '../../contract/result.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { formatClock } from '../messages/format.ts';
import { personStore } from '../current-record/stores.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { PinField } from '../ui/PinField.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { inspectionStore } from './stores.ts';
import { WordsField } from '../ui/WordsField.tsx';

export function InspectionPage() {
  const { t } = useTranslation();
  const { inspection, read } = useStore(inspectionStore);
  useEffect(() => void read(), [read]);
  return (
    <Page testId="screen-inspection">
      <PageHeader title={t('inspection.title')} lead={t('inspection.lead')} />
      <PageBody spaced label={t('inspection.title')}>
        {inspection === null ? <BeginForm /> : <EndForm inspection={inspection} />}
      </PageBody>
    </Page>
  );
}

function BeginForm() {
  const { t } = useTranslation();
  const begin = useStore(inspectionStore, (state) => state.begin);
  const [who, setWho] = useState('');
  const [minutes, setMinutes] = useState<InspectionMinutes>(INSPECTION_MINUTES[0]);
  const [shared, setShared] = useState(false);
  return (
    <StepForm
      title={t('inspection.begin')}
      testId="inspection-begin"
      submitTestId="inspection-submit"
      send={(pin) => begin({ who: who.trim(), minutes, shared, pin })}
    >
      <FieldLine>
        <WordsField
          label={t('inspection.who')}
          grow
          autoFocus
          value={who}
          testId="inspection-who"
          onChange={setWho}
        />
        <SelectField
          label={t('inspection.minutes')}
          value={minutes}
          choices={choicesOf(INSPECTION_MINUTES, (count) => t('inspection.minutesOf', { count }))}
          testId="inspection-minutes"
          onChange={setMinutes}
        />
      </FieldLine>
      <Switch label={t('inspection.share')} value={shared} testId="inspection-share" onChange={setShared} />
    </StepForm>
  );
}

function EndForm({ inspection: { who, until } }: { readonly inspection: Inspection }) {
  const { t } = useTranslation();
  const end = useStore(inspectionStore, (state) => state.end);
  return (
    <>
      <p>{t('inspection.now', { who, time: formatClock(until) })}</p>
      <PrintForm />
      <StepForm
        title={t('inspection.end')}
        testId="inspection-end"
        submitTestId="inspection-end-submit"
        send={(pin) => end({ pin })}
      />
    </>
  );
}

/** Returns the pages that the inspector has seen last, of those that may be printed. */
function useSeen(): readonly { readonly page: InspectedPage; readonly words: string }[] {
  const { t } = useTranslation();
  const { person } = useStore(personStore);
  const { about, field, how } = useStore(accessHistoryStore);
  const question = {
    ...(field !== undefined && { field }),
    ...(how !== undefined && { how }),
  };
  const record = person && {
    page: { of: 'record' as const, personId: person.personId },
    words: t('inspection.pages.record', {
      who: [person.nameMask, person.rooms[0]?.label ?? ''].filter((part) => part !== '').join(' · '),
    }),
  };
  const asked = about !== null &&
    about.by !== 'number' && {
      page: { of: 'access-history' as const, question: { about, ...question } },
      words: t('inspection.pages.accessHistory'),
    };
  return [record, asked].flatMap((one) => one || []);
}

function PrintForm() {
  const { t } = useTranslation();
  const print = useStore(inspectionStore, (state) => state.print);
  const seen = useSeen();
  const [chosen, setChosen] = useState<InspectedPage['of'] | null>(null);
  const [printed, setPrinted] = useState<boolean | null>(null);
  const one = seen.find(({ page }) => page.of === chosen) ?? seen[0];
  if (one === undefined)
    return (
      <p className="quiet" data-testid="inspection-print-none">
        {t('inspection.printNone')}
      </p>
    );
  return (
    <>
      <h2>{t('inspection.printTitle')}</h2>
      <p>{t('inspection.printLead')}</p>
      <StepForm
        title={t('inspection.print')}
        testId="inspection-print"
        submitTestId="inspection-print-submit"
        pinAlone
        send={async (pin) => {
          setPrinted(null);
          const reply = await print({ what: one.page, pin });
          setPrinted(reply.ok ? reply.value.done : null);
          return reply;
        }}
      >
        <SelectField
          label={t('inspection.what')}
          half
          value={one.page.of}
          choices={seen.map(({ page, words }) => ({ value: page.of, words }))}
          testId="inspection-what"
          onChange={setChosen}
        />
      </StepForm>
      {printed !== null && (
        <p role="status" data-testid="inspection-printed">
          {t(printed ? 'give.printed' : 'give.notPrinted')}
        </p>
      )}
    </>
  );
}

interface StepFormProps {
  readonly title: string;
  readonly testId: string;
  readonly submitTestId: string;
  /** Nothing else is asked for: the PIN has the focus. */
  readonly pinAlone?: boolean;
  /** The PIN goes through and is not kept. */
  readonly send: (pin: string) => Promise<Result<unknown>>;
  readonly children?: ReactNode;
}

function StepForm({ title, testId, submitTestId, pinAlone = false, send, children }: StepFormProps) {
  return (
    <Form
      name="inspection"
      testIds={{ form: testId, submit: submitTestId }}
      className={pageCss.section}
      label={title}
      yes={title}
      send={({ pin }) => send(pin)}
    >
      {children}
      <PinField half autoFocus={pinAlone} testId="inspection-pin" />
    </Form>
  );
}
