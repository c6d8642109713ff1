/** What a company says of itself, in the tests that go over every feature. */
import {
  COMPANY_FACTS,
  type Company,
  type CompanyFacts,
  USE_FACTS,
} from '../../../contract/company/lists.ts';
import type { AtDesk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { PINS } from '../vault-harness.ts';
import { words } from '../words.ts';

/** Nobody is called so, and nobody can be called at these numbers; its code has a check character that holds. */
export const FACTS: CompanyFacts = {
  ...(Object.fromEntries(COMPANY_FACTS.map((fact) => [fact, '待定'])) as CompanyFacts),
  company: '无名物业服务有限公司',
  creditCode: '91350100M000100Y43',
  address: '虚构路 1 号',
  estates: '虚构花园',
  signatory: '经理甲',
  informationOfficer: '主管乙',
  informationPhone: '内线 801',
  networkOfficer: '管理员丙',
  networkPhone: '内线 802',
  complaintPhone: '内线 803',
  complaintMail: '虚构路 1 号服务中心',
  dutyPhone: '内线 804',
  police: '虚构派出所，内线 110',
  cyberspace: '虚构县网信办，内线 805',
  street: '虚构街道办，内线 806',
  seal: '公章',
  faces: 'unused',
  cameras: 'used',
  effectiveOn: '2026-12-01',
};
/** The company as papers name it. */
export const COMPANY: Company = { facts: FACTS, missing: [] };

// --- the walk over the routes

/** An admin states it; whoever was signed in is signed in again. */
export async function stateCompany(walk: Walk): Promise<void> {
  const { desk, role } = walk;
  if (role !== 'admin') await desk.switchTo('admin');
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  if (role !== 'admin' && role !== null) await desk.switchTo(role);
}

export const visits: VisitsOf<'company'> = {
  'company.change': (walk) =>
    walk.ask('company.change', { facts: { ...FACTS, company: '无名物业管理有限公司' }, pin: walk.pin }),
};

// --- the screens

/** Facts that are asked for since an evening was first counted. */
export const SINCE_FACTS = words('creditCode estates complaintMail cyberspace street faces cameras');

/** At the page, as an admin. */
export async function fillCompany(walk: AtDesk): Promise<void> {
  await click(walk, 'company-change');
  const isUse = (fact: string): boolean => USE_FACTS.some((one) => one === fact);
  for (const [fact, value] of Object.entries(FACTS))
    await (isUse(fact)
      ? walk.desk.choose(`company-fact-${fact}`, { value })
      : get(walk, `company-fact-${fact}`).fill(value));
}

/** At the page, as an admin: it is stated, and no paper is a draft any more. */
export async function saveCompany(walk: AtDesk): Promise<void> {
  await submitAs(walk, 'admin', 'company-submit', 'company-form');
  await get(walk, 'company-form').waitFor({ state: 'detached', timeout: 60_000 });
}

/** Papers are drafts until an admin has said whose they are. */
export const flow = featureFlow({
  place: 255,
  as: 'admin',
  screens: { ...showing(['page:company'], 'company-missing', 'company-form', 'company') },
  async run(walk, look, desk) {
    await desk.open('company');
    await look('company-missing', { wait: 'company-missing' });
    await fillCompany(walk);
    await look('company-form');
    await saveCompany(walk);
    await get(walk, 'company-missing').waitFor({ state: 'detached' });
    await look('company', { wait: 'company-facts' });
  },
});
