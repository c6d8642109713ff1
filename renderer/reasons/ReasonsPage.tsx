/** The reasons that may be given: changed by an admin, read by a supervisor. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  type ListedReason,
  MAX_OWN_REASONS,
  MAX_REASON_CHARACTERS,
  type ReasonList,
  mayBeOutOfUse,
  mayChangeTicket,
} from '../../contract/reasons/lists.ts';
import { formatMoment } from '../messages/format.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Table } from '../ui/Table.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ownReasonWords, reasonName } from './reason-words.ts';
import { hasRoom, withMoved, withOwn, withReason } from './reasons-store.ts';
import { reasonsStore } from './stores.ts';
import { SaveForm } from '../pages/SaveForm.tsx';

export function ReasonsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { view, draft, busy, failure, read } = useStore(reasonsStore);
  useEffect(() => void read(), [read]);
  const [adding, setAdding] = useState(false);
  const mayChange = signedIn.role === 'admin';
  const isBusy = busy === 'saving';
  const list = draft ?? view?.list ?? null;
  return (
    <Page testId="screen-reasons">
      <PageHeader
        title={t('reasonsPage.title')}
        lead={t(mayChange ? 'reasonsPage.lead' : 'reasonsPage.readOnly')}
      >
        {mayChange && list !== null && !adding && (
          <Button
            disabled={isBusy || !hasRoom(list)}
            data-testid="reasons-add-open"
            onClick={() => setAdding(true)}
          >
            {t('reasonsPage.add')}
          </Button>
        )}
      </PageHeader>
      {view === null && <ReadFailure failure={failure} testId="reasons-again" onAgain={() => void read()} />}
      {view === null && busy === 'reading' && <Waiting testId="reasons-reading" />}
      {view !== null && list !== null && (
        <PageBody label={t('reasonsPage.title')} spaced>
          {draft === null && <FailureNote failure={failure} />}
          <p className="quiet" data-testid="reasons-chosen">
            {view.chosen === null
              ? t('reasonsPage.usual')
              : t('reasonsPage.chosen', {
                  time: formatMoment(view.chosen.at),
                  name: view.chosen.staffName,
                  words: view.chosen.words,
                })}
          </p>
          {mayChange && !hasRoom(list) && (
            <p className="quiet">{t('reasonsPage.full', { max: MAX_OWN_REASONS })}</p>
          )}
          <ReasonTable list={list} mayChange={mayChange} isBusy={isBusy} />
        </PageBody>
      )}
      {adding && list !== null && <AddReason list={list} onClose={() => setAdding(false)} />}
      {draft !== null && <SaveReasons />}
    </Page>
  );
}

interface ReasonTableProps {
  readonly list: ReasonList;
  readonly mayChange: boolean;
  readonly isBusy: boolean;
}

function ReasonTable({ list, mayChange, isBusy }: ReasonTableProps) {
  const { t } = useTranslation();
  const columns = mayChange
    ? (['reason', 'ticket', 'used', 'order'] as const)
    : (['reason', 'ticket', 'used'] as const);
  return (
    <Table columns={columns} words={(column) => t(`reasonsPage.columns.${column}`)}>
      {list.map((reason, at) => (
        <ReasonRow
          key={reason.id}
          reason={reason}
          list={list}
          mayChange={mayChange}
          isBusy={isBusy}
          isFirst={at === 0}
          isLast={at === list.length - 1}
        />
      ))}
    </Table>
  );
}

interface ReasonRowProps extends ReasonTableProps {
  readonly reason: ListedReason;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function ReasonRow({ reason, list, mayChange, isBusy, isFirst, isLast }: ReasonRowProps) {
  const { t, i18n } = useTranslation();
  const { choose } = useStore(reasonsStore);
  const { id, used, ticket } = reason;
  const name = reasonName(t, ownReasonWords(list, i18n.language), id);
  const disabled = !mayChange || isBusy;
  return (
    <tr data-testid={`reasons-${id}`} data-used={used}>
      <th scope="row">{name}</th>
      <td>
        <Switch
          labelHidden
          label={t('reasonsPage.ticketOf', { reason: name })}
          value={ticket}
          disabled={disabled || !mayChangeTicket(id)}
          testId={`reasons-${id}-ticket`}
          onChange={(on) => choose(withReason(list, id, { ticket: on }))}
        />
      </td>
      <td>
        <Switch
          labelHidden
          label={t('reasonsPage.usedOf', { reason: name })}
          value={used}
          disabled={disabled || !mayBeOutOfUse(id)}
          testId={`reasons-${id}-used`}
          onChange={(on) => choose(withReason(list, id, { used: on }))}
        />
      </td>
      {mayChange && (
        <td>
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              weight="plain"
              disabled={isBusy || (by === -1 ? isFirst : isLast)}
              data-testid={`reasons-${id}-${by === -1 ? 'up' : 'down'}`}
              onClick={() => choose(withMoved(list, id, by))}
            >
              <span aria-hidden="true">{by === -1 ? '↑' : '↓'}</span>
              <span className="hidden-text">{`${t(`reasonsPage.${by === -1 ? 'up' : 'down'}`)} ${name}`}</span>
            </Button>
          ))}
        </td>
      )}
    </tr>
  );
}

interface AddReasonProps {
  readonly list: ReasonList;
  readonly onClose: () => void;
}

/** It waits with the rest of the list to be saved. */
function AddReason({ list, onClose }: AddReasonProps) {
  const { t } = useTranslation();
  const { choose } = useStore(reasonsStore);
  const { draft, of } = useDraft({ zh: '', en: '' });
  return (
    <Form
      name="reasons"
      testIds={{ form: 'reasons-add', submit: 'reasons-add-it' }}
      title={t('reasonsPage.add')}
      yes={t('reasonsPage.addIt')}
      focus="field"
      ready={draft.zh.trim() !== ''}
      send={() => {
        choose(withOwn(list, draft));
        onClose();
      }}
      onClose={onClose}
    >
      <TextField {...of('zh')} label={t('reasonsPage.zh')} autoFocus grow maxLength={MAX_REASON_CHARACTERS} />
      <TextField {...of('en')} label={t('reasonsPage.en')} grow maxLength={MAX_REASON_CHARACTERS} />
    </Form>
  );
}

/** Form that saves the list of reasons: the admin's PIN, and why it changes. */
function SaveReasons() {
  const { t } = useTranslation();
  const { busy, failure, save, discard } = useStore(reasonsStore);
  const isSaving = busy === 'saving';
  return (
    <SaveForm
      title={t('reasonsPage.save')}
      testId="reasons-save"
      name="reasons"
      words={t('policy.apply.words')}
      save={t(isSaving ? 'edit.saving' : 'reasonsPage.save')}
      discard={t('reasonsPage.discard')}
      busy={isSaving}
      failure={failure}
      onSave={(proof) => void save(proof)}
      onDiscard={discard}
    >
      <p className="small">{t('reasonsPage.saveLead')}</p>
    </SaveForm>
  );
}
