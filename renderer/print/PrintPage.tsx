/** Page of prints: a layout is chosen, previewed, and ordered with a supervisor's PIN. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import { PRINT_LAYOUTS } from '../../contract/print/lists.ts';
import { printStore } from '../page-intents/print-store.ts';
import { personStore, roomStore } from '../current-record/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Done } from '../ui/Done.tsx';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OrderForm, type Ordered, titleOf } from './OrderForm.tsx';

export function PrintPage() {
  const { t } = useTranslation();
  const { layout, choose, show } = useStore(printStore);
  const person = useStore(personStore, (state) => state.person);
  const room = useStore(roomStore, (state) => state.room);
  const [ordered, setOrdered] = useState<Ordered | null>(null);
  const [round, setRound] = useState(0);
  const lacksSubject = (layout === 'record' && person === null) || (layout === 'roster' && room === null);
  return (
    <Page testId="screen-print">
      <PageHeader title={t('print.title')} lead={t('print.lead')}>
        {!lacksSubject && (
          <Button weight="main" data-testid="print-begin" onClick={() => show(true)}>
            {t('print.begin', { title: titleOf(t(`print.layouts.${layout}`), layout, person, room) })}
          </Button>
        )}
      </PageHeader>
      <PageBody label={t('print.title')} spaced>
        {ordered !== null && <Result ordered={ordered} />}
        <Chips
          label={t('print.what')}
          choices={choicesOf(PRINT_LAYOUTS, (id) => t(`print.layouts.${id}`))}
          value={layout}
          onChange={choose}
          testId="print-layout"
        />
        <OrderForm
          key={`${layout}-${person?.personId ?? 0}-${room?.roomId ?? 0}-${round}`}
          layout={layout}
          person={person}
          room={room}
          onSend={() => setOrdered(null)}
          onDone={(done) => {
            setOrdered(done);
            show(false);
            setRound(round + 1);
          }}
        />
      </PageBody>
    </Page>
  );
}

/** Result of the last order. The password is here and nowhere else: it is gone with the page. */
function Result({ ordered: { papers, pages, printed, file } }: { readonly ordered: Ordered }) {
  const { t } = useTranslation();
  const numbers = papers.map(paperNumber).join(', ');
  if (file !== null)
    return (
      <Note live testId="print-saved">
        <Done>{t('print.saved', { file: file.name, numbers })}</Done>
        <p>
          {t('print.password')} <code data-testid="print-password">{file.password}</code>
        </p>
      </Note>
    );
  return (
    <Note kind={printed ? 'plain' : 'warn'} live testId={printed ? 'print-done' : 'print-not-done'}>
      {printed ? (
        <Done>{t('print.done', { numbers, pages })}</Done>
      ) : (
        <p>{t('print.notDone', { numbers })}</p>
      )}
    </Note>
  );
}
