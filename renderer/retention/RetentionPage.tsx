/** Retention: the times that an admin confirms, who is due and who is restricted, holds, deletions with their certificates. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { RETENTION_LISTS, type RetentionList } from '../../contract/retention/lists.ts';
import type { RetentionView } from '../../contract/retention/routes.ts';
import { bridge } from '../bridge.ts';
import { formatDate } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import formCss from '../ui/form.module.css';
import { Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { countWords } from './count-words.ts';
import { DueList } from './DueList.tsx';
import { Erasing } from './Erasing.tsx';
import { Erasures } from './Erasures.tsx';
import { Holds } from './Holds.tsx';
import { LawNote } from './LawNote.tsx';
import type { Open } from './open-form.ts';
import { OpenForm } from './OpenForm.tsx';
import { RulesTable } from './RulesTable.tsx';
import { erasingStore, retentionStore } from './stores.ts';

export function RetentionPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { register: view, failure, read, show } = useStore(retentionStore);
  const { isErasing, tell } = useStore(erasingStore);
  const [open, setOpen] = useState<Open | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  useEffect(() => bridge.onVault['retention.progress'](tell), [tell]);
  const close = (next?: RetentionView): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    body.current?.focus();
  };
  const isAdmin = signedIn.role === 'admin';
  return (
    <Page testId="screen-retention" whole={open !== null}>
      <PageHeader title={t('retention.title')} lead={t('retention.lead')}>
        {open === null && view !== null && isAdmin && (
          <Button
            weight={view.rules.chosen === null ? 'main' : 'normal'}
            data-testid="retention-rules"
            onClick={() => setOpen({ form: 'rules' })}
          >
            {t(view.rules.chosen === null ? 'retention.setRules' : 'retention.changeRules')}
          </Button>
        )}
        {open === null && view !== null && view.returned > 0 && (
          <Button
            weight="danger"
            data-testid="retention-erase-returned"
            onClick={() => setOpen({ form: 'erase', whom: 'returned' })}
          >
            {t('retention.eraseReturned', { count: view.returned })}
          </Button>
        )}
        {open === null && view !== null && view.due > 0 && (
          <Button
            weight="danger"
            data-testid="retention-erase"
            onClick={() => setOpen({ form: 'erase', whom: 'due' })}
          >
            {t('retention.eraseAll', { count: view.due })}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="retention-again" onAgain={() => void read()} />
      {view === null && failure === null && <Waiting testId="retention-reading" />}
      {view !== null && (
        <PageBody ref={body} label={t('retention.title')} spaced>
          {isErasing && <Erasing />}
          {open !== null && <OpenForm open={open} view={view} onClose={close} onStale={read} />}
          {open === null && <Overview view={view} onOpen={setOpen} onShow={show} />}
        </PageBody>
      )}
    </Page>
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

/** What a restore may have brought back without the product knowing it. */
function Gap({ view: { gap }, onOpen }: Pick<OverviewProps, 'view' | 'onOpen'>) {
  const { t } = useTranslation();
  if (gap === null) return null;
  return (
    <Note kind="warn" testId="retention-gap">
      <p>{t(`retention.gap.${gap.why}`)}</p>
      {gap.lost !== null && gap.lost > 0 && <p>{t('retention.gapLost', { count: gap.lost })}</p>}
      <p>{t('retention.gapWhat', { day: formatDate(gap.at) })}</p>
      <div className={cx(formCss.actions)}>
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
        <Note kind="warn" testId="retention-unconfirmed">
          <p>{t('retention.unconfirmed')}</p>
        </Note>
      )}
      {lists.length > 0 && (
        <section className={cx(pageCss.section)} aria-label={t(`retention.lists.${list}`)}>
          <Chips
            label={t('retention.columns.due')}
            options={lists.map((id) => ({
              id,
              label: t('retention.count', {
                words: t(`retention.lists.${id}`),
                number: countWords(t, view[id]),
              }),
            }))}
            chosen={list}
            testId="retention-list"
            onChoose={setChosen}
          />
          {list === 'returned' && <p className="quiet">{t('retention.returnedLead')}</p>}
          <DueList key={`${list} ${view[list]} ${view.holds.length}`} list={list} onOpen={onOpen} />
        </section>
      )}
    </>
  );
}
