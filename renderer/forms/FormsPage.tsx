/** Every form of the law: how it stands with each, and one of them opened. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { FormRow } from '../../contract/forms/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { said } from './form-words.ts';
import { OpenedFormView } from './OpenedFormView.tsx';
import { formsStore } from './stores.ts';

export function FormsPage() {
  const { t, i18n } = useTranslation();
  const { register, failure, read } = useStore(formsStore);
  const [opened, setOpened] = useState<string | null>(() =>
    ledTo('impact-assessment', 'self-audit', 'computer-checklist'),
  );
  const [isLed, setIsLed] = useState(opened !== null);
  const [times, setTimes] = useState(0);
  useEffect(() => void read(), [read]);
  const row = register?.forms.find(({ form }) => form === opened);
  return (
    <Page testId="screen-forms">
      <PageHeader title={t('forms.title')} lead={t('forms.lead')}>
        {opened !== null && (
          <Button
            data-testid="form-back"
            onClick={() => {
              setOpened(null);
              void read();
            }}
          >
            {t('forms.back')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="forms-again" onAgain={() => void read()} />
      {register === null && failure === null && <Waiting testId="forms-reading" />}
      {register !== null && (
        <PageBody label={t('forms.title')} spaced>
          {row !== undefined && <h2>{nameOf(i18n.language, row)}</h2>}
          {opened === null ? (
            <List forms={register.forms} onOpen={setOpened} />
          ) : (
            <OpenedFormView
              key={times}
              form={opened}
              begins={isLed}
              onAgain={() => {
                setIsLed(false);
                setTimes((before) => before + 1);
                void read();
              }}
            />
          )}
        </PageBody>
      )}
    </Page>
  );
}

/** That of its file where it cannot be read. */
const nameOf = (language: string, { form, name }: FormRow): string =>
  name === null ? `${form}.json` : said(language, name);

interface ListProps {
  readonly forms: readonly FormRow[];
  readonly onOpen: (form: string) => void;
}

function List({ forms, onOpen }: ListProps) {
  const { t } = useTranslation();
  if (forms.length === 0) return <EmptyState drawing="sheet" words={t('forms.none')} testId="forms-none" />;
  return (
    <RegisterTable
      label={t('forms.title')}
      listing={FORMS}
      rows={forms}
      shown={null}
      onShow={(row) => row !== null && onOpen(row.form)}
    />
  );
}

const FORMS: Listing<FormRow> = {
  idOf: ({ form }) => form,
  marksOf: ({ form, failure, state }) => ({
    'data-testid': `form-row-${form}`,
    'data-state': failure ?? state,
  }),
  columns: (t, language) => [
    { id: 'name', header: t('forms.columns.name'), cell: (row) => nameOf(language, row) },
    {
      id: 'last',
      header: t('forms.columns.last'),
      second: true,
      cell: ({ last }) =>
        last === null ? '' : t('forms.lastOf', { time: formatMoment(last.at), name: last.by }),
    },
    {
      id: 'draft',
      header: t('forms.draft'),
      second: true,
      cell: ({ draft }) => (draft === null ? '' : t('forms.savedAt', { time: formatMoment(draft.savedAt) })),
    },
    { id: 'state', header: t('backup.columns.state'), cell: (row) => <State row={row} /> },
  ],
};

const TONES = { never: 'amber', overdue: 'harm', soon: 'amber', fine: 'good' } as const;

function State({ row: { failure, state, dueOn } }: { readonly row: FormRow }) {
  const { t } = useTranslation();
  if (failure !== null) return <Badge tone="harm">{t('forms.unreadable')}</Badge>;
  const words = t(`forms.states.${state}`);
  return (
    <Badge tone={TONES[state]}>
      {dueOn === null ? words : t('forms.until', { state: words, day: dueOn })}
    </Badge>
  );
}
