/** From a new computer and one spreadsheet to a pack in one evening: the findings with how far each is put right, and the steps, each of which leads to the page that does it. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  FINDINGS,
  type FindingId,
  type Point,
  STEPS,
  type StepId,
  countHeld,
  holds,
  isDuty,
  isExplained,
  isStated,
} from '../../contract/evidence/findings.ts';
import { MATTERS, type Matter, pointsOfMatter, stateOfMatter } from '../../contract/evidence/matters.ts';
import type { Dashboard } from '../../contract/evidence/routes.ts';
import {
  MATTER_STATE_WORDS,
  MATTER_WORDS,
  pointWords,
  sayMatter,
} from '../../contract/vocabulary/evidence.ts';
import { wordingIn } from '../../contract/vocabulary/wording.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Badge } from '../ui/Badge.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { StatusRing } from '../ui/StatusRing.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './evidence.module.css';
import steps from '../ui/step-list.module.css';
import { EveningProgress, isEveningSettled } from './EveningCard.tsx';
import { MendButton } from './MendButton.tsx';
import { NextButton } from './NextButton.tsx';
import { evidenceStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import pageCss from '../ui/page.module.css';
import { signingStore } from '../ui/signing.ts';
import { resultOf } from '../ui/use-submit.ts';

export function EveningPage() {
  const { t } = useTranslation();
  const { dashboard, failure, read } = useStore(evidenceStore);
  useEffect(() => void read(), [read]);
  return (
    <Page testId="screen-evening">
      <PageHeader title={t('evening.title')} lead={t('evening.lead')} />
      <ReadFailure failure={failure} testId="evening-again" onAgain={() => void read()} />
      <PageBody label={t('evening.title')} spaced>
        {dashboard === null && failure === null && <Waiting testId="evening-reading" />}
        {dashboard !== null && <Evening dashboard={dashboard} />}
      </PageBody>
    </Page>
  );
}

function Evening({ dashboard }: { readonly dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  return (
    <>
      <EveningProgress dashboard={dashboard} />
      <SigningList />
      <div className={cx(css.next)}>
        <NextButton role={role} weight="main" testId="evening-next" />
      </div>
      {isEveningSettled(dashboard) && (
        <Done data-testid="evening-done">
          {t(
            FINDINGS.some(({ points }) => isExplained(points, dashboard))
              ? 'evening.allSettled'
              : 'evening.all',
          )}
        </Done>
      )}
      <div className={cx('stack4', css.lists)}>
        <section aria-labelledby="evening-steps">
          <h2 id="evening-steps">{t('evening.steps')}</h2>
          <ol>
            {STEPS.map((step) => (
              <Step key={step.id} {...step} dashboard={dashboard} />
            ))}
          </ol>
          <p className="small quiet">{t('evening.others')}</p>
        </section>
        <section aria-labelledby="evening-findings">
          <h2 id="evening-findings">{t('evening.findings')}</h2>
          <ul>
            {FINDINGS.map((finding) => (
              <Finding key={finding.id} {...finding} dashboard={dashboard} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="evening-matters">
          <h2 id="evening-matters">{t('evening.matters')}</h2>
          <ul>
            {MATTERS.map((matter) => (
              <MatterLine key={matter.id} matter={matter} dashboard={dashboard} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

interface StepProps {
  readonly id: StepId;
  readonly points: readonly Point[];
  readonly dashboard: Dashboard;
}

function Step({ id, points, dashboard }: StepProps) {
  const { t } = useTranslation();
  const held = countHeld(points, dashboard);
  const first = points.find((point) => !holds(point, dashboard));
  const name = t(`evening.stepNames.${id}`);
  return (
    <li className={cx('line3', steps.step)} data-testid={`evening-${id}`} data-done={first === undefined}>
      <StatusRing share={held / points.length} />
      <p className={cx(steps.what)}>
        {name} <Part held={held} all={points.length} />
      </p>
      {first !== undefined && (
        <MendButton point={first} about={name} isOpen weight="plain" leads testId={`evening-${id}-go`} />
      )}
    </li>
  );
}

interface FindingProps {
  readonly id: FindingId;
  readonly points: readonly Point[];
  readonly dashboard: Dashboard;
}

function Finding({ id, points, dashboard }: FindingProps) {
  const { t } = useTranslation();
  const held = countHeld(points, dashboard);
  const isDone = held === points.length;
  const open = points.filter((point) => !holds(point, dashboard) && !isStated(point, dashboard));
  const names = open.map((point) =>
    isDuty(point) ? t(`evidence.duties.${point}`) : t(`evening.points.${point}`),
  );
  return (
    <li className={cx('line3', steps.step)} data-testid={`finding-${id}`} data-done={isDone}>
      <StatusRing share={held / points.length} />
      <p className={cx(steps.what)}>
        {t(`evening.findingNames.${id}`)} <Part held={held} all={points.length} />{' '}
        {isExplained(points, dashboard) && <Badge>{t('evening.explained')}</Badge>}
      </p>
      <div className={cx('small', 'quiet', steps.notes)}>
        {open.length > 0 && (
          <p data-testid={`finding-${id}-open`}>
            {t('evening.stillOpen', { points: names.join(t('scope.and')) })}
          </p>
        )}
      </div>
    </li>
  );
}

/** What a tick does not answer: how far it is, who answers for it, and where no program can show it. */
function MatterLine({ matter, dashboard }: { readonly matter: Matter; readonly dashboard: Dashboard }) {
  const { t, i18n } = useTranslation();
  const { evening } = dashboard;
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const state = stateOfMatter(matter, dashboard);
  const said = sayMatter(matter.id, evening);
  const open = pointsOfMatter(matter, dashboard).filter((one) => one.state !== 'there');
  const names = open.map(({ duty, point }) => wordingIn(pointWords(duty, point), language));
  return (
    <li className={cx('line3', steps.step)} data-testid={`matter-${matter.id}`} data-state={state}>
      <StatusRing share={state === 'there' ? 1 : 0} />
      <p className={cx(steps.what)}>
        {wordingIn(MATTER_WORDS[matter.id], language)}{' '}
        <Badge>{wordingIn(MATTER_STATE_WORDS[state], language)}</Badge>
      </p>
      <div className={cx('small', 'quiet', steps.notes)}>
        {said !== null && <p>{wordingIn(said, language)}</p>}
        {names.length > 0 && <p>{t('evening.stillOpen', { points: names.join(t('scope.and')) })}</p>}
        <p>{t('evening.answers', { name: evening.officers[matter.officer] || t('evening.nobody') })}</p>
      </div>
    </li>
  );
}

/** How much of it is there, where it is of several parts; and for who cannot see the mark whether it is done. */
function Part({ held, all }: { readonly held: number; readonly all: number }) {
  const { t } = useTranslation();
  return (
    <>
      {all > 1 && held < all && (
        <span className="small quiet digits">{t('evening.part', { done: held, all })}</span>
      )}{' '}
      <span className="hidden-text">{t(held === all ? 'evening.done' : 'evening.open')}</span>
    </>
  );
}

/** Deeds that wait for the signature of whoever is signed in, and the one PIN for them. */
function SigningList() {
  const { t } = useTranslation();
  const { deeds, drop, sign } = useStore(signingStore);
  if (deeds.length === 0) return null;
  const title = t('evening.waiting', { count: deeds.length });
  return (
    <section className={cx(pageCss.section)} aria-label={title} data-testid="signing">
      <ul>
        {deeds.map((deed, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may be called the same
          <li key={at}>
            {deed.title}{' '}
            <Button
              weight="plain"
              aria-label={`${t('evening.drop')} · ${deed.title}`}
              onClick={() => drop(deed)}
            >
              {t('evening.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        name="signing"
        title={title}
        lead={t('evening.waitingLead')}
        yes={t('evening.sign')}
        pin="last"
        focus="field"
        send={({ pin }) => resultOf(sign(pin))}
        toast={(say) => say('evening.signed')}
      />
    </section>
  );
}
