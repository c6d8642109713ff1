/** The book of incidents in the fake bridge: a lost paper, a drill that was closed, and whatever is opened. */
import type { Bridge } from '../../contract/bridge.ts';
import type { IncidentBook, IncidentView } from '../../contract/incidents/routes.ts';
import { fail, ok } from '../../contract/result.ts';
import type { RouteName } from '../../contract/route-names.ts';
import type { After } from './features/fakes.ts';
import { FAKE_SOURCE } from './fake-source.ts';

type Name = Extract<RouteName, `incidents.${string}`>;

const AT = Date.UTC(2026, 4, 16, 9);
const DAY_MS = 86_400_000;
const DRAFT = '本小区可能发生个人信息丢失，可能涉及您的个人信息。\n一、涉及的信息种类：（待补充）。';

const view = (incidentId: number, changes: Partial<IncidentView> = {}): IncidentView => ({
  incidentId,
  version: 1,
  drill: false,
  kind: 'loss',
  certainty: 'happened',
  origin: 'paper',
  originId: 5,
  title: '',
  noticedAt: AT - DAY_MS,
  people: null,
  clock: null,
  authorityAt: null,
  peopleDone: false,
  state: 'open',
  closedAt: null,
  fields: [],
  causes: '',
  harm: '',
  measures: '',
  advice: '',
  contact: '',
  level: null,
  source: FAKE_SOURCE,
  scope: 'paper',
  about: [],
  opened: { at: AT - DAY_MS, by: '主管乙' },
  authorityHow: '',
  tellPeople: null,
  whyNot: '',
  told: 0,
  unreached: 0,
  notices: { authority: DRAFT, people: DRAFT },
  written: { authority: false, people: false },
  missing: ['fields', 'causes', 'harm', 'measures', 'advice', 'contact'],
  closedWords: '',
  history: [{ at: AT - DAY_MS, by: '主管乙', what: 'opened', count: null }],
  ...changes,
});

export function fakeIncidents(after: After): Pick<Bridge['vault'], Name> {
  let incidents: readonly IncidentView[] = [
    view(1),
    view(2, {
      drill: true,
      kind: 'leak',
      origin: 'own',
      originId: null,
      title: '前台电脑外借',
      people: 12,
      scope: 'unknown',
      authorityAt: AT - 40 * DAY_MS,
      peopleDone: true,
      state: 'closed',
      closedAt: AT - 39 * DAY_MS,
      closedWords: '演练完成',
      missing: [],
    }),
  ];
  const lineOf = ({
    incidentId,
    version,
    drill,
    kind,
    certainty,
    origin,
    originId,
    title,
    noticedAt,
    people,
    clock,
    authorityAt,
    peopleDone,
    state,
    closedAt,
  }: IncidentView): IncidentBook['incidents'][number] => ({
    incidentId,
    version,
    drill,
    kind,
    certainty,
    origin,
    originId,
    title,
    noticedAt,
    people,
    clock,
    authorityAt,
    peopleDone,
    state,
    closedAt,
  });
  const find = (id: number) => incidents.find(({ incidentId }) => incidentId === id);
  const change = (
    { incidentId, version }: Pick<IncidentView, 'incidentId' | 'version'>,
    changes: Partial<IncidentView>,
  ) => {
    const was = find(incidentId);
    if (was === undefined) return fail('not-found');
    if (was.version !== version) return fail('changed-meanwhile');
    const now = { ...was, ...changes, version: version + 1 };
    incidents = incidents.map((one) => (one === was ? now : one));
    return ok(now);
  };
  const give = (incidentId: number, fileId: unknown) => {
    const incident = find(incidentId);
    return incident === undefined
      ? fail('not-found')
      : ok({ incident, sha256: fileId === undefined ? null : '5e'.repeat(32) });
  };
  return {
    'incidents.list': (request) =>
      after('incidents.list', request, () =>
        ok({
          incidents: incidents.map(lineOf),
          more: false,
          levels: [
            {
              id: 'major',
              zh: '较大网络安全事件',
              en: 'Larger network incident',
              people: 1_000_000,
              hours: 4,
              sure: false,
            },
          ],
          source: FAKE_SOURCE,
          drill: { last: '2026-04-07', dueOn: '2027-04-07' },
        }),
      ),
    'incidents.due': (request) =>
      after('incidents.due', request, () =>
        ok({ open: 1, untold: 0, reportBy: null, drillOn: '2027-04-07' }),
      ),
    'incidents.read': (request) =>
      after('incidents.read', request, () => {
        const incident = find(request.incidentId);
        return incident === undefined ? fail('not-found') : ok(incident);
      }),
    'incidents.open': (request) =>
      after('incidents.open', request, () => {
        const incident = view(incidents.length + 1, {
          ...request.about,
          drill: request.drill,
          origin: request.origin,
          originId: null,
          scope: request.scope.of,
        });
        incidents = [incident, ...incidents];
        return ok(incident);
      }),
    'incidents.change': (request) =>
      after('incidents.change', request, () => change(request, { ...request.facts, missing: [] })),
    'incidents.count': (request) =>
      after('incidents.count', request, () => change(request, { scope: request.scope.of, people: 12 })),
    'incidents.writeNotice': (request) => after('incidents.writeNotice', request, () => change(request, {})),
    'incidents.giveNotice': (request) =>
      after('incidents.giveNotice', request, () => give(request.incidentId, request.fileId)),
    'incidents.recordNotification': (request) =>
      after('incidents.recordNotification', request, () =>
        change(
          request,
          request.to === 'authority'
            ? { authorityAt: AT, authorityHow: request.how }
            : { tellPeople: true, told: request.told, unreached: request.unreached, peopleDone: true },
        ),
      ),
    'incidents.recordNoNotification': (request) =>
      after('incidents.recordNoNotification', { incidentId: request.incidentId }, () =>
        change(request, { tellPeople: false, whyNot: request.words, peopleDone: true }),
      ),
    'incidents.addMeasure': (request) => after('incidents.addMeasure', request, () => change(request, {})),
    'incidents.file': (request) =>
      after('incidents.file', request, () => give(request.incidentId, request.fileId)),
    'incidents.close': (request) =>
      after('incidents.close', { incidentId: request.incidentId }, () =>
        change(request, { state: 'closed', closedAt: AT, closedWords: request.words }),
      ),
  };
}
