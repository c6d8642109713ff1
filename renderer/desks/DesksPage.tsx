/** The desks that keep one estate: the first begins at a server, others are added by a slip and let in by twelve characters, one is ended. */
import type { DesksView } from '../../contract/key-management/views.ts';
import { formatMoment } from '../messages/format.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Actions } from '../ui/Actions.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { Table } from '../ui/Table.tsx';
import { AddForm, BeginForm, EndForm, LetInForm, type MadeSlip, SlipPaper } from './DeskForms.tsx';
import { desksStore } from './stores.ts';

type DeskRow = DesksView['desks'][number];
/** The form that is open, the slip that was made, or the desk that is to be ended. */
type Open = 'begin' | 'add' | 'let-in' | MadeSlip | DeskRow;

const COLUMNS = ['name', 'number', 'state', 'heard', 'acts'] as const;

export function DesksPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close } = useRegisterPage<DesksView, Open>(desksStore);
  const hasOthers = frame.register !== null && frame.register.desks.length > 0;
  const slip = frame.register?.slip ?? null;
  const letIn = slip !== null && {
    testId: 'desk-let-in',
    words: t('manyDesks.letIn'),
    weight: 'main' as const,
  };
  const add = signedIn.role === 'admin' && hasOthers;
  return (
    <RegisterPage
      {...frame}
      screen="desks"
      name="desks"
      title={t('manyDesks.title')}
      lead={t('manyDesks.lead')}
      buttons={
        <Actions
          name="desks"
          list={[
            letIn && { ...letIn, run: () => setOpen('let-in') },
            add && {
              testId: 'desk-add',
              words: t('manyDesks.add'),
              weight: slip === null ? 'main' : 'normal',
              run: () => setOpen('add'),
            },
          ]}
        />
      }
      notes={
        slip !== null &&
        open === null && (
          <Note testId="desk-slip">
            {t('manyDesks.open', { name: slip.name, until: formatMoment(slip.until) })}
          </Note>
        )
      }
      form={open !== null && formOf(open)}
    >
      {({ own, desks }) =>
        desks.length === 0 ? (
          <EmptyState drawing="cable" words={t('manyDesks.none')} testId="desks-none">
            <Button weight="main" data-testid="desks-begin" onClick={() => setOpen('begin')}>
              {t('manyDesks.begin')}
            </Button>
          </EmptyState>
        ) : (
          <Table columns={COLUMNS} words={(column) => t(`manyDesks.${column}`)}>
            {desks.map((desk) => (
              <tr key={desk.desk} data-testid={`desk-${desk.desk}`}>
                <td>
                  {desk.name} {desk.desk === own && <Badge tone="accent">{t('manyDesks.own')}</Badge>}
                </td>
                <td className="digits">{desk.desk}</td>
                <td>{stateOf(t, desk)}</td>
                <td>{desk.heardAt !== null && formatMoment(desk.heardAt)}</td>
                <td>
                  {/* At the server it is ended by itself where that was reached. */}
                  {(!desk.isEnded || desk.behind !== null) && (
                    <Button
                      weight="plainDanger"
                      data-testid={`desk-end-${desk.desk}`}
                      onClick={() => setOpen(desk)}
                    >
                      {t(desk.isEnded ? 'manyDesks.endLogin' : 'manyDesks.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )
      }
    </RegisterPage>
  );

  function formOf(shown: Open) {
    if (shown === 'begin') return <BeginForm onClose={close} />;
    if (shown === 'add') return <AddForm onMade={setOpen} onClose={() => close()} />;
    if (shown === 'let-in') return slip !== null && <LetInForm name={slip.name} onClose={close} />;
    if ('secret' in shown) return <SlipPaper slip={shown} onClose={() => close()} />;
    return <EndForm desk={shown} onClose={close} />;
  }
}

/** A desk at which somebody is signed in says something every minute. */
const SILENT_MS = 10 * 60_000;

function stateOf(t: Translate, { isEnded, behind, heardAt }: DeskRow): string {
  if (isEnded) return t('manyDesks.ended');
  if (heardAt !== null && Date.now() - heardAt > SILENT_MS) return t('manyDesks.silent');
  if (behind === null) return t('manyDesks.unknown');
  return behind === 0 ? t('manyDesks.even') : t('manyDesks.behind', { behind });
}
