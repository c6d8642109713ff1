/** One document: how it stands, who has signed it, and what may be done with it. */
import { useTranslation } from '../messages/translate.ts';
import type { ProcedureView } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { formatDate, formatMoment } from '../messages/format.ts';
import { useReply } from '../pages/use-reply.ts';
import { Actions } from '../ui/Actions.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { Note } from '../ui/Note.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { Table } from '../ui/Table.tsx';

/** Action on a document. */
export type ProcedureAct = 'read' | 'edit' | 'redraft' | 'retemplate' | 'publish' | 'discard';

interface ProcedureDrawerProps {
  readonly of: InList<ProcedureView>;
  readonly onAct: (act: ProcedureAct) => void;
}

export function ProcedureDrawer({ of, onAct }: ProcedureDrawerProps) {
  const { t } = useTranslation();
  const procedure = of.row;
  const { draft, versions } = procedure;
  const current = versions[0];
  return (
    <ListDrawer
      of={of}
      name="procedure"
      title={procedure.title}
      foot={
        <Actions
          name="procedure"
          list={actsOf(procedure).map((act, at) => ({
            testId: `procedure-${act === 'read' ? 'open' : act}`,
            words: t(`procedures.${act}`),
            weight: at === 0 ? 'main' : act === 'discard' ? 'plainDanger' : 'normal',
            run: () => onAct(act),
          }))}
        />
      }
    >
      <Notes procedure={procedure} />
      <Facts layout="rows">
        <Fact name={t('procedures.columns.kind')}>{t(`procedures.kinds.${procedure.kind}`)}</Fact>
        <Fact name={t('procedures.columns.version')}>
          {current === undefined
            ? t('procedures.noVersion')
            : t('procedures.version', { number: current.number })}
        </Fact>
        {current !== undefined && (
          <>
            <Fact name={t('procedures.about.published')}>
              {t('procedures.about.publishedBy', {
                at: formatMoment(current.publishedAt),
                by: current.publishedBy,
              })}
            </Fact>
            <Fact name={t('procedures.about.sha256')}>
              <code>{current.sha256.slice(0, 16)}</code>
            </Fact>
          </>
        )}
        {draft !== null && (
          <Fact name={t('procedures.draft')}>
            {t('procedures.about.draftBy', { at: formatMoment(draft.changedAt), by: draft.changedBy })}
          </Fact>
        )}
      </Facts>
      {current !== undefined && procedure.signed !== null && (
        <Signatures key={current.versionId} versionId={current.versionId} />
      )}
    </ListDrawer>
  );
}

/** What its state asks for first. */
function actsOf({ kind, draft, versions }: ProcedureView): readonly ProcedureAct[] {
  if (draft !== null)
    return [...(draft.gaps.length === 0 ? (['publish'] as const) : []), 'edit', 'read', 'discard'];
  return [
    'read',
    ...(versions[0]?.intact === true ? (['redraft'] as const) : []),
    ...(kind === 'own' ? [] : (['retemplate'] as const)),
  ];
}

function Notes({
  procedure: { draft, versions, signed, removed, outdated },
}: {
  readonly procedure: ProcedureView;
}) {
  const { t } = useTranslation();
  const missing = signed?.missing ?? [];
  const names = draft?.gaps.map((fact) => t(`company.factNames.${fact}`)) ?? [];
  return (
    <>
      {versions[0]?.intact === false && (
        <Note kind="harm">
          <p>{t('procedures.alteredNote')}</p>
        </Note>
      )}
      {names.length > 0 && (
        <Note kind="warn" testId="procedure-gaps">
          <p>{t('procedures.gapsNote', { gaps: names.join(t('procedures.comma')) })}</p>
        </Note>
      )}
      {missing.length > 0 && (
        <Note kind="warn" testId="procedure-missing">
          <p>{t('procedures.missing', { names: missing.join(t('procedures.comma')) })}</p>
        </Note>
      )}
      {removed.length > 0 && (
        <Note kind="warn" testId="procedure-removed">
          <p>{t('procedures.removedNote', { sections: removed.join(t('procedures.comma')) })}</p>
        </Note>
      )}
      {outdated && (
        <Note kind="warn">
          <p>{t('procedures.outdatedNote')}</p>
        </Note>
      )}
    </>
  );
}

const readSignatures = (versionId: number) => bridge.vault['procedures.signatures']({ versionId });

function Signatures({ versionId }: { readonly versionId: number }) {
  const { t } = useTranslation();
  const signatures = useReply(readSignatures, versionId)?.signatures ?? [];
  if (signatures.length === 0) return null;
  return (
    <section aria-label={t('procedures.signatures')}>
      <h3>{t('procedures.signatures')}</h3>
      <Table columns={['person', 'signatureAt'] as const} words={(column) => t(`procedures.${column}`)}>
        {signatures.map(({ staffId, name, role, signedAt, againOn }) => (
          <tr key={staffId} data-testid="procedure-signature">
            <th scope="row">
              {name}{' '}
              <span className="quiet">{role === null ? t('procedures.left') : t(`roles.${role}`)}</span>
            </th>
            <td>
              {signedAt === null ? t('procedures.notSigned') : formatDate(signedAt)}
              {againOn !== null && <span className="quiet"> {t('procedures.again', { day: againOn })}</span>}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
