/** Incidents in the tests that go over every feature. */
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';

// --- the walk over the routes

const open = (walk: Walk, drill = true): Promise<IncidentView> =>
  walk.ask('incidents.open', {
    drill,
    origin: 'own',
    about: { kind: 'leak', certainty: 'possible', title: '前台电脑外借', noticedAt: 1 },
    scope: { of: 'person', personId: walk.personId },
  });
const seenOf = ({ incidentId, version }: IncidentView) => ({ incidentId, version });

const STORY = {
  causes: '电脑外借期间被他人复制。',
  harm: '可能接到推销和诈骗电话。',
  measures: '已收回电脑并更换全部密码。',
  advice: '接到陌生电话请勿透露验证码。',
  contact: '物业服务中心前台',
} as const;

const openDescribed = async (walk: Walk, drill = true): Promise<IncidentView> => {
  const incident = await open(walk, drill);
  const { kind, certainty, title, noticedAt } = incident;
  return walk.ask('incidents.change', {
    ...seenOf(incident),
    facts: { kind, certainty, title, noticedAt, fields: ['name', 'phone'], ...STORY, level: null },
  });
};
const notification = { to: 'authority', how: '演练中口头报告' } as const;
const tellAuthority = (walk: Walk, incident: IncidentView): Promise<IncidentView> =>
  incident.drill
    ? walk.ask('incidents.rehearseNotification', { ...seenOf(incident), notification })
    : walk.ask('incidents.recordNotification', { ...seenOf(incident), notification, pin: walk.pin });
const recordNoNotification = (walk: Walk, incident: IncidentView): Promise<IncidentView> =>
  walk.ask('incidents.recordNoNotification', { ...seenOf(incident), words: '电脑硬盘已加密', pin: walk.pin });

/** From its registration to its end: a drill, or one that is real. */
export async function workThrough(walk: Walk, drill = true): Promise<IncidentView> {
  const told = await tellAuthority(walk, await openDescribed(walk, drill));
  return walk.ask('incidents.close', {
    ...seenOf(await recordNoNotification(walk, told)),
    words: '演练完成，流程顺畅',
    pin: walk.pin,
  });
}

export const visits: VisitsOf<'incidents'> = {
  'incidents.read': async (walk) => walk.ask('incidents.read', { incidentId: (await open(walk)).incidentId }),
  'incidents.open': (walk) => open(walk),
  'incidents.change': (walk) => openDescribed(walk),
  'incidents.count': async (walk) =>
    walk.ask('incidents.count', { ...seenOf(await open(walk)), scope: { of: 'everybody' } }),
  'incidents.writeNotice': async (walk) =>
    walk.ask('incidents.writeNotice', {
      ...seenOf(await open(walk)),
      to: 'people',
      text: '请留意陌生电话。',
    }),
  'incidents.giveNotice': async (walk) =>
    walk.ask('incidents.giveNotice', { incidentId: (await open(walk)).incidentId, to: 'people' }),
  'incidents.recordNotification': async (walk) => tellAuthority(walk, await open(walk, false)),
  'incidents.rehearseNotification': async (walk) => tellAuthority(walk, await open(walk)),
  'incidents.recordNoNotification': async (walk) => recordNoNotification(walk, await open(walk)),
  'incidents.addMeasure': async (walk) =>
    walk.ask('incidents.addMeasure', {
      ...seenOf(await open(walk)),
      title: '前台电脑启用全盘加密',
      who: '前台主管',
      dueOn: null,
    }),
  'incidents.file': async (walk) => walk.ask('incidents.file', { incidentId: (await open(walk)).incidentId }),
  'incidents.stateNone': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs(fresh.role ?? 'supervisor');
      await fresh.ask('incidents.stateNone', { words: '向前台和业主群核实过', pin: fresh.pin });
    }),
  'incidents.close': (walk) => workThrough(walk),
};

// --- the screens

const SCREENS = {
  ...showing(['page:incidents'], 'incidents-none', 'incidents-open', 'incidents-one', 'incidents-facts'),
  ...showing(['page:incidents'], 'incidents-scope', 'incidents-clock', 'incidents-notice', 'incidents-told'),
  ...showing(['page:incidents'], 'incidents-measure', 'incidents-close', 'incidents-closed', 'incidents'),
  ...showing(['page:incidents'], 'incidents-state-none', 'incidents-stated'),
} as const;

/** As the supervisor who is at the page: states that there was no incident. */
export async function stateNone(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await click(walk, 'incident-none');
  await get(walk, 'incident-words').fill('向前台和业主群核实过');
  await get(walk, 'incident-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
  await look('incidents-state-none');
  await click(walk, 'incident-submit');
  await get(walk, 'incident-stated').waitFor({ timeout: 20_000 });
  await look('incidents-stated');
}

/** As the supervisor who is at the page: plays an incident from its registration to its end. */
export async function playDrill(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  const doing = async (what: string): Promise<void> => {
    await click(walk, `incident-do-${what}`);
    await get(walk, 'incident-form').waitFor();
  };
  const submit = async (): Promise<void> => {
    await click(walk, 'incident-submit');
    await get(walk, 'incident-form').waitFor({ state: 'detached', timeout: 20_000 });
  };
  const typePin = () => get(walk, 'incident-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
  await get(walk, 'incidents-none').waitFor();
  await look('incidents-none');
  await click(walk, 'incident-drill');
  await get(walk, 'incident-title').fill('前台电脑外借');
  await look('incidents-open');
  await submit();
  await get(walk, 'incident-drill-banner').waitFor();
  await look('incidents-one');
  await doing('facts');
  for (const [text, words] of Object.entries(STORY)) await get(walk, `incident-${text}`).fill(words);
  await look('incidents-facts');
  await submit();
  await doing('scope');
  await get(walk, 'incident-estimate').fill('1000000');
  await look('incidents-scope');
  await submit();
  await get(walk, 'incident-clock').waitFor();
  await look('incidents-clock');
  await click(walk, 'incident-step-people');
  await doing('notice-people');
  await look('incidents-notice');
  await click(walk, 'incident-cancel', 'incident-step-authority');
  await doing('tell-authority');
  await get(walk, 'incident-words').fill('演练中口头报告');
  await submit();
  await doing('tell-people');
  await get(walk, 'incident-told').fill('999990');
  await get(walk, 'incident-unreached').fill('10');
  await look('incidents-told');
  await submit();
  await doing('measure');
  await get(walk, 'incident-measure').fill('前台电脑启用全盘加密');
  await look('incidents-measure');
  await submit();
  await doing('close');
  await get(walk, 'incident-words').fill('演练完成，流程顺畅');
  await typePin();
  await look('incidents-close');
  await submit();
  await look('incidents-closed');
}

/** A supervisor plays an incident, and goes back to the list. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 280,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    await walk.desk.open('incidents');
    await playDrill(walk, look);
    await look('incidents', { press: 'incident-back', wait: 'incident-row' });
    await stateNone(walk, look);
    await walk.desk.page.keyboard.press('Escape');
  },
};
