/** What the company says of itself, once for every paper: read by whoever oversees, filled in by an admin. */
import { COMPANY_FACTS, type CompanyFact, USE_FACTS, USES } from '../../contract/company/lists.ts';
import type { CompanyView } from '../../contract/company/routes.ts';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Button } from '../ui/Button.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Note } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { CompanyForm } from './CompanyForm.tsx';
import { missingOf } from './missing-words.ts';
import { companyStore } from './stores.ts';

/** As it was stated; of what is used or not, which. */
function factWords(t: Translate, fact: CompanyFact, value: string): string {
  const use = USE_FACTS.some((one) => one === fact) ? USES.find((one) => one === value) : undefined;
  if (use !== undefined) return t(`company.uses.${use}`);
  return value === '' ? t('company.unstated') : value;
}

export function CompanyPage() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const { frame, open, setOpen, close } = useRegisterPage<CompanyView, 'form'>(companyStore, () =>
    ledTo('company') === null ? null : 'form',
  );
  const mayChange = role === 'admin';
  const missing = frame.register === null ? null : missingOf(t, frame.register);
  return (
    <RegisterPage
      {...frame}
      screen="company"
      name="company"
      title={t('company.title')}
      lead={t(mayChange ? 'company.lead' : 'company.readOnly')}
      buttons={
        mayChange &&
        frame.register !== null && (
          <Button
            weight={missing === null ? 'normal' : 'main'}
            data-testid="company-change"
            onClick={() => setOpen('form')}
          >
            {t('company.change')}
          </Button>
        )
      }
      notes={
        missing !== null && (
          <Note testId="company-missing">
            <p>{missing}</p>
          </Note>
        )
      }
      form={
        open !== null &&
        frame.register !== null && <CompanyForm facts={frame.register.facts} onClose={close} />
      }
    >
      {({ facts }) => (
        <Facts layout="rows" framed testId="company-facts">
          {COMPANY_FACTS.map((fact) => (
            <Fact key={fact} name={t(`company.factNames.${fact}`)} testId={`company-${fact}`}>
              {factWords(t, fact, facts[fact])}
            </Fact>
          ))}
        </Facts>
      )}
    </RegisterPage>
  );
}
