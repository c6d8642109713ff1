/** A supervisor opens the desk to an inspector for a set time, and ends it with the PIN. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { INSPECTION_MINUTES, type InspectionMinutes } from '../../contract/inspection/lists.ts';
import type { InspectedPage, Inspection } from '../../contract/inspection/routes.ts';
import { accessHistoryStore } from '../page-intents/stores.ts';
import { formatClock } from '../messages/format.ts';
import { personStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { Form } from '../ui/Form.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
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
        {inspection === null ? <Closed /> : <GoingOn inspection={inspection} />}
      </PageBody>
    </Page>
  );
}

function Closed() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <EmptyState drawing="eye" words={t('inspection.none')}>
      <Button weight="main" autoFocus data-testid="inspection-begin-ask" onClick={() => setIsOpen(true)}>
        {t('inspection.begin')}
      </Button>
      {isOpen && <BeginForm onClose={() => setIsOpen(false)} />}
    </EmptyState>
  );
}

function BeginForm({ onClose }: Closing) {
  const { t } = useTranslation();
  const begin = useStore(inspectionStore, (state) => state.begin);
  const [who, setWho] = useState('');
  const [minutes, setMinutes] = useState<InspectionMinutes>(INSPECTION_MINUTES[0]);
  const [shared, setShared] = useState(false);
  return (
    <Form
      name="inspection"
      testIds={{ form: 'inspection-begin' }}
      title={t('inspection.begin')}
      yes={t('inspection.begin')}
      focus="field"
      pin="last"
      send={({ pin }) => begin({ who: who.trim(), minutes, shared, pin })}
      onClose={onClose}
    >
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
      <Switch label={t('inspection.share')} value={shared} testId="inspection-share" onChange={setShared} />
    </Form>
  );
}

/** Who inspects until when, and the two things that a supervisor does meanwhile. */
function GoingOn({ inspection: { who, until } }: { readonly inspection: Inspection }) {
  const { t } = useTranslation();
  const end = useStore(inspectionStore, (state) => state.end);
  const seen = useSeen();
  const [doing, setDoing] = useState<'print' | 'end' | null>(null);
  const [printed, setPrinted] = useState<boolean | null>(null);
  const close = (): void => setDoing(null);
  return (
    <>
      <Facts layout="columns" framed>
        <Fact name={t('inspection.facts.who')}>{who}</Fact>
        <Fact name={t('inspection.facts.until')}>{formatClock(until)}</Fact>
        <Fact name={t('inspection.facts.seen')}>
          {seen.length === 0 ? (
            <small data-testid="inspection-print-none">{t('inspection.printNone')}</small>
          ) : (
            seen.map(({ words }) => words).join(t('scope.and'))
          )}
        </Fact>
      </Facts>
      <div className="line3">
        <Button weight="main" data-testid="inspection-end-ask" onClick={() => setDoing('end')}>
          {t('inspection.end')}
        </Button>
        {seen.length > 0 && (
          <Button data-testid="inspection-print-ask" onClick={() => setDoing('print')}>
            {t('inspection.printTitle')}
          </Button>
        )}
      </div>
      {printed !== null && (
        <Note kind={printed ? 'plain' : 'warn'} live testId="inspection-printed">
          {printed ? <Done>{t('give.printed')}</Done> : t('give.notPrinted')}
        </Note>
      )}
      {doing === 'end' && (
        <Form
          name="inspection-end"
          testIds={{ form: 'inspection-end' }}
          title={t('inspection.end')}
          yes={t('inspection.end')}
          pin="alone"
          send={({ pin }) => end({ pin })}
          onClose={close}
        />
      )}
      {doing === 'print' && <PrintForm seen={seen} onPrinted={setPrinted} onClose={close} />}
    </>
  );
}

/** Returns the pages that the inspector has seen last, of those that may be printed. */
function useSeen(): readonly { readonly page: InspectedPage; readonly words: string }[] {
  const { t } = useTranslation();
  const { person } = useStore(personStore);
  const { about, field, how } = useStore(accessHistoryStore);
  const question = { ...(field !== undefined && { field }), ...(how !== undefined && { how }) };
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

interface PrintFormProps extends Closing {
  readonly seen: ReturnType<typeof useSeen>;
  readonly onPrinted: (done: boolean | null) => void;
}

function PrintForm({ seen, onPrinted, onClose }: PrintFormProps) {
  const { t } = useTranslation();
  const print = useStore(inspectionStore, (state) => state.print);
  const [chosen, setChosen] = useState<InspectedPage['of'] | null>(null);
  const one = seen.find(({ page }) => page.of === chosen) ?? seen[0];
  if (one === undefined) return null;
  return (
    <Form
      name="inspection-print"
      testIds={{ form: 'inspection-print' }}
      title={t('inspection.printTitle')}
      lead={t('inspection.printLead')}
      yes={t('inspection.print')}
      pin="alone"
      send={async ({ pin }) => {
        onPrinted(null);
        const reply = await print({ what: one.page, pin });
        onPrinted(reply.ok ? reply.value.done : null);
        return reply;
      }}
      onClose={onClose}
    >
      <SelectField
        label={t('inspection.what')}
        value={one.page.of}
        choices={seen.map(({ page, words }) => ({ value: page.of, words }))}
        testId="inspection-what"
        onChange={setChosen}
      />
    </Form>
  );
}

interface Closing {
  readonly onClose: () => void;
}
