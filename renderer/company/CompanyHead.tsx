/** Head of a paper: whose it is, by the legal name with its code and its contact, and that it is a draft while something of that is missing. */
import type { Company } from '../../contract/company/lists.ts';
import { useTranslation } from '../messages/translate.ts';
import { missingOf } from './missing-words.ts';

export function CompanyHead({ company }: { readonly company: Company }) {
  const { t } = useTranslation();
  const { facts } = company;
  const missing = missingOf(t, company);
  const name = facts.company === '' ? t('company.unnamed') : facts.company;
  return (
    <>
      <p>{[name, facts.creditCode].filter((part) => part !== '').join(' · ')}</p>
      <p className="quiet small">
        {[facts.address, facts.complaintPhone, facts.complaintMail].filter((part) => part !== '').join(' · ')}
      </p>
      {missing !== null && (
        <p>
          <b>{missing}</b>
        </p>
      )}
    </>
  );
}
