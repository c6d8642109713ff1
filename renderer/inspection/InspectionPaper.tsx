/** A page that a supervisor lets an inspector have, as the page that is printed has it: who inspects and who let it, and then the record, or the answer in it. */
import type { ReactNode } from 'react';
import type { Company } from '../../contract/company/lists.ts';
import { CompanyHead } from '../company/CompanyHead.tsx';
import { useTranslation } from '../messages/translate.ts';
import type { InspectionSheet } from '../../contract/inspection/sheet.ts';
import type { MaskedField, MaskedPerson } from '../../contract/people/views.ts';
import { formatFullMoment } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import css from './inspection.module.css';

interface InspectionPaperProps {
  readonly sheet: InspectionSheet;
  readonly company: Company;
  /** The answer, where it is one. */
  readonly children?: ReactNode;
}

export function InspectionPaper({ sheet, company, children }: InspectionPaperProps) {
  const { t } = useTranslation();
  const { who, printed, page } = sheet;
  return (
    <article className="stack3" aria-label={t('inspection.paper.title')} data-testid="inspection-sheet">
      <header>
        <CompanyHead company={company} />
        <h2>{t('inspection.paper.title')}</h2>
        <p>{t('inspection.paper.for', { who })}</p>
        <p className="quiet">
          {t('inspection.paper.by', { name: printed.by, time: formatFullMoment(printed.at) })}
        </p>
      </header>
      {page.of === 'record' ? <Masks person={page.person} /> : children}
      <footer className={cx(css.foot)}>
        <p>{t('inspection.paper.signature')} ______________</p>
      </footer>
    </article>
  );
}

/** Everything in masks, the values of the person's own and of their records. */
function Masks({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { nameMask, rooms, fields, records } = person;
  const all: readonly MaskedField[] = [
    ...fields,
    ...records.flatMap((record) => ('fields' in record ? record.fields : [])),
  ];
  return (
    <>
      <h3 className="digits">{nameMask}</h3>
      <Facts layout="rows">
        <Fact name={t('inspection.paper.rooms')}>
          {rooms.map(({ label, relation }) => `${label} · ${t(`relations.${relation}`)}`).join('; ') ||
            t('inspection.paper.none')}
        </Fact>
        {all.map(({ field, ordinal, mask }) => (
          <Fact key={`${field} ${ordinal}`} name={t(`fields.${field}`)}>
            {mask}
          </Fact>
        ))}
      </Facts>
    </>
  );
}
