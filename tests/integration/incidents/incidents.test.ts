/** Incidents, from a whole vault: opened by hand and by a loss, counted from what is there, reported, and closed only once the law asks for nothing more. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NoticeTo } from '../../../contract/incidents/lists.ts';
import { ACTIONS } from '../../../contract/log/entries.ts';
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import { HOUR_MS, createFakeClock } from '../../support/fake-clock.ts';
import { FACTS } from '../../support/features/company.ts';
import { askForCopy, offerDisclosure } from '../../support/features/disclosures.ts';
import { ONE_RECORD } from '../../support/features/limits.ts';
import { BOOKLET } from '../../support/features/paper-register.ts';
import { draftOfPlanted, PLANTED } from '../../support/planted-people.ts';
import { makeTempDir } from '../../support/temp-dir.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { words } from '../../support/words.ts';

const [planted, , , neighbour] = PLANTED;
const FILE = 'c8'.repeat(16) as FileId;

describe('an incident', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let personId: PersonId;

  beforeAll(async () => {
    desk = await createHarness({ clock });
    const draft = draftOfPlanted(planted);
    personId = await desk.setUpWith({
      ...draft,
      rooms: [...draft.rooms, { text: '9-1-901', relation: 'owner' }],
    });
    await desk.addPerson(draftOfPlanted(neighbour));
  }, 120_000);

  const open = (changes: Partial<RouteRequest<'incidents.open'>> = {}): Promise<IncidentView> =>
    desk.call('incidents.open', {
      drill: false,
      origin: 'own',
      about: { kind: 'leak', certainty: 'possible', title: '前台电脑外借', noticedAt: clock.now() },
      scope: { of: 'everybody' },
      ...changes,
    });
  const seenOf = ({ incidentId, version }: IncidentView) => ({ incidentId, version });
  const described = async (incident: IncidentView): Promise<IncidentView> =>
    desk.call('incidents.change', {
      ...seenOf(incident),
      facts: {
        kind: incident.kind,
        certainty: 'happened',
        title: incident.title,
        noticedAt: incident.noticedAt,
        fields: ['name', 'phone'],
        causes: '电脑外借期间被他人复制。',
        harm: '可能接到推销和诈骗电话。',
        measures: '已收回电脑并更换全部密码。',
        advice: '接到陌生电话请勿透露验证码。',
        contact: '物业服务中心前台',
        level: null,
      },
    });

  const noticeOf = async ({ incidentId }: IncidentView, to: NoticeTo): Promise<string> => {
    const path = join(makeTempDir(), '告知书.pdf');
    desk.vault.offerFile(FILE, path, 'pdf');
    await desk.call('incidents.giveNotice', { incidentId, to, fileId: FILE });
    return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  };

  it('counts the people from what the vault has', async () => {
    const everybody = await open();
    expect(everybody.people).toBe(2);
    const count = async (scope: RouteRequest<'incidents.count'>['scope']) =>
      (await desk.call('incidents.count', { ...seenOf(await read(everybody)), scope })).people;
    const read = ({ incidentId }: IncidentView) => desk.call('incidents.read', { incidentId });
    expect(await count({ of: 'person', personId })).toBe(1);
    const rooms = (await desk.call('people.open', { personId })).rooms.map(({ roomId }) => roomId);
    expect(rooms).toHaveLength(2);
    expect(await count({ of: 'rooms', rooms })).toBe(1);
    const phone = planted.sealed.phone[0].value;
    const copy = await askForCopy(desk.call.bind(desk), { personId, phone });
    offerDisclosure(desk, 'own-copy');
    const { disclosureId } = await desk.call('disclosures.ownCopy', { ...copy, pin: PINS.supervisor });
    expect(await count({ of: 'file', disclosureId })).toBe(1);
    expect(await count({ of: 'unknown', estimate: null })).toBeNull();
    const gone = { ...seenOf(await read(everybody)), scope: { of: 'paper', paperId: 4711, estimate: null } };
    expect(await desk.codeOf('incidents.count', gone)).toBe('not-found');
  });

  it('is opened by a paper that is lost, once, with the alert', async () => {
    const { slotId: custodian } = await desk.proofOf('supervisor');
    const { papers } = await desk.call('papers.takeIn', { paper: { ...BOOKLET, custodian } });
    const { paperId, version } = papers[0]!;
    await desk.call('papers.lose', { paperId, version, words: '盘点时不在柜里', pin: PINS.supervisor });
    const fromPaper = async () =>
      (await desk.call('incidents.list', {})).incidents.filter(({ origin }) => origin === 'paper');
    expect(await fromPaper()).toMatchObject([
      { kind: 'loss', originId: paperId, people: null, state: 'open' },
    ]);
    const lost = (await desk.call('papers.list', {})).papers[0]!;
    await desk.call('papers.find', { paperId, version: lost.version, custodian, place: '岗亭' });
    const found = (await desk.call('papers.list', {})).papers[0]!;
    await desk.call('papers.lose', {
      paperId,
      version: found.version,
      words: '又不在柜里',
      pin: PINS.supervisor,
    });
    expect(await fromPaper()).toHaveLength(1);
    const [one] = await fromPaper();
    const estimated = await desk.call('incidents.count', {
      incidentId: one!.incidentId,
      version: one!.version,
      scope: { of: 'paper', paperId, estimate: 412 },
    });
    expect(estimated).toMatchObject({ people: 412, scope: 'paper' });
  });

  it('has a clock from the number of people on that the data says, which stops once it is reported', async () => {
    const small = await open({ scope: { of: 'unknown', estimate: 999_999 } });
    expect(small.clock).toBeNull();
    const { levels } = await desk.call('incidents.list', {});
    const [first] = levels;
    const large = await open({ scope: { of: 'unknown', estimate: first!.people } });
    expect(large.clock).toMatchObject({
      level: first!.id,
      hours: first!.hours,
      by: large.noticedAt + first!.hours * HOUR_MS,
    });
    expect((await desk.call('incidents.due', {})).reportBy).toBe(large.clock!.by);
    const told = await desk.call('incidents.recordNotification', {
      ...seenOf(large),
      notification: { to: 'authority', how: '电话报告区网信办值班室' },
      pin: PINS.supervisor,
    });
    expect(told.authorityAt).toBe(clock.now());
    expect((await desk.call('incidents.due', {})).reportBy).toBeNull();
  });

  it('has both notices drafted with what the law asks for, and keeps what somebody wrote instead', async () => {
    const incident = await described(await open());
    for (const text of Object.values(incident.notices))
      for (const part of words('姓名、电话 电脑外借期间 推销和诈骗 更换全部密码 验证码 物业服务中心前台'))
        expect(text).toContain(part);
    const written = await desk.call('incidents.writeNotice', {
      ...seenOf(incident),
      to: 'people',
      text: '各位业主：\n请留意陌生电话。',
    });
    expect(written).toMatchObject({ written: { people: true, authority: false } });
    expect(await noticeOf(incident, 'people')).toContain('请留意陌生电话');
    const again = await desk.call('incidents.writeNotice', {
      ...seenOf(await desk.call('incidents.read', { incidentId: incident.incidentId })),
      to: 'people',
      text: '',
    });
    expect(again.notices.people).toContain('姓名、电话');
  });

  it('has no place for a seal on a notice of which something is still to be said', async () => {
    await desk.switchTo('admin');
    await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
    await desk.switchTo('supervisor');
    const incident = await open();
    const whole = /（盖公章）/u;
    for (const to of ['authority', 'people'] as const) {
      const draft = await noticeOf(incident, to);
      expect(draft).toMatch(/草稿：写有“（待补充）”.*草稿，不得盖章/su);
      expect(draft).not.toMatch(whole);
    }
    await described(incident);
    for (const to of ['authority', 'people'] as const) {
      const notice = await noticeOf(incident, to);
      expect(notice).not.toContain('草稿');
      expect(notice).toMatch(whole);
    }
  });

  it('says whom it was told to by the signature of whoever says so, and a drill by that of its closing', async () => {
    const notification = { to: 'authority', how: '书面报告派出所' } as const;
    const real = await open({ scope: { of: 'person', personId } });
    const played = await open({ drill: true, scope: { of: 'person', personId } });
    const asked = { ...seenOf(real), notification, pin: PINS.supervisor };
    expect(await desk.codeOf('incidents.recordNotification', { ...asked, pin: PINS.admin })).toBe(
      'wrong-pin',
    );
    await desk.answers('bad-request', 'incidents.rehearseNotification', { ...seenOf(real), notification });
    await desk.answers('bad-request', 'incidents.recordNotification', { ...asked, ...seenOf(played) });
    expect((await desk.call('incidents.read', { incidentId: real.incidentId })).authorityAt).toBeNull();
    await desk.call('incidents.recordNotification', asked);
    await desk.call('incidents.rehearseNotification', { ...seenOf(played), notification });
    const { entries } = await desk.call('log.list', { before: null, limit: 3 });
    expect(entries.slice(1).map(({ action }) => [action, ACTIONS[action].signing])).toEqual([
      ['incident-rehearsed', 'free'],
      ['incident-told', 'own'],
    ]);
  });

  it('is closed with a PIN, and not while the law asks for something more', async () => {
    const close = (incident: IncidentView) => ({
      ...seenOf(incident),
      words: '已全部告知，电脑已加密',
      pin: PINS.supervisor,
    });
    let incident = await open({ scope: { of: 'person', personId } });
    expect(await desk.codeOf('incidents.close', close(incident))).toBe('incident-unfinished');
    incident = await described(incident);
    expect(await desk.codeOf('incidents.close', close(incident))).toBe('incident-unfinished');
    incident = await desk.call('incidents.recordNotification', {
      ...seenOf(incident),
      notification: { to: 'authority', how: '书面报告派出所' },
      pin: PINS.supervisor,
    });
    expect(await desk.codeOf('incidents.close', close(incident))).toBe('incident-unfinished');
    const told = (count: number, unreached: number) => ({
      ...seenOf(incident),
      notification: { to: 'people' as const, told: count, unreached, how: '逐户短信，发送记录存档' },
      pin: PINS.supervisor,
    });
    await desk.answers('bad-request', 'incidents.recordNotification', told(1, 0));
    desk.vault.offerFile(FILE, join(makeTempDir(), '告知书.pdf'), 'pdf');
    await desk.call('incidents.giveNotice', { incidentId: incident.incidentId, to: 'people', fileId: FILE });
    await desk.answers('bad-request', 'incidents.recordNotification', told(2, 0));
    // Nobody was told where nobody could be reached.
    incident = await desk.call('incidents.recordNotification', told(0, 1));
    expect(incident).toMatchObject({ tellPeople: true, unreached: 1, peopleDone: false });
    expect(await desk.codeOf('incidents.close', close(incident))).toBe('incident-unfinished');
    incident = await desk.call('incidents.recordNotification', told(1, 0));
    expect(incident).toMatchObject({ told: 1, peopleHow: '逐户短信，发送记录存档', peopleDone: true });
    expect(await desk.codeOf('incidents.close', { ...close(incident), pin: PINS.admin })).toBe('wrong-pin');
    incident = await desk.call('incidents.close', close(incident));
    expect(incident).toMatchObject({ state: 'closed', closedWords: '已全部告知，电脑已加密' });
    expect(await desk.codeOf('incidents.close', close(incident))).toBe('not-found');
    expect((await desk.logged('incident-close', 4))[0]).toMatchObject({ signed: true });
  });

  it('needs nobody told where what was done keeps them from harm, which takes a PIN and words', async () => {
    const incident = await described(await open());
    const spared = await desk.call('incidents.recordNoNotification', {
      ...seenOf(incident),
      words: '电脑硬盘已加密，未被读取',
      pin: PINS.supervisor,
    });
    expect(spared).toMatchObject({ tellPeople: false, peopleDone: true });
  });

  it('puts its measures into the tracker', async () => {
    const incident = await open();
    await desk.call('incidents.addMeasure', {
      ...seenOf(incident),
      title: '前台电脑启用全盘加密',
      who: '前台主管',
      dueOn: null,
    });
    const { entries } = await desk.call('log.list', { before: null, limit: 3 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['incident-measure', 'rectification-add']),
    );
  });

  it('that is a drill says so on its papers, rings for no report, and is due again after a year', async () => {
    const before = await desk.call('incidents.due', {});
    const large = await open({ drill: true, scope: { of: 'unknown', estimate: 2_000_000 } });
    expect(large.clock).not.toBeNull();
    let drill = await described(await open({ drill: true, scope: { of: 'person', personId } }));
    expect(await desk.call('incidents.due', {})).toMatchObject({
      untold: before.untold,
      reportBy: before.reportBy,
    });
    drill = await desk.call('incidents.rehearseNotification', {
      ...seenOf(drill),
      notification: { to: 'authority', how: '演练中口头报告' },
    });
    drill = await desk.call('incidents.rehearseNotification', {
      ...seenOf(drill),
      notification: { to: 'people', told: 1, unreached: 0, how: '演练中模拟短信' },
    });
    await desk.call('incidents.close', {
      ...seenOf(drill),
      words: '演练完成，流程顺畅',
      pin: PINS.supervisor,
    });
    expect((await desk.call('incidents.list', {})).drill).toEqual({
      last: '2026-01-05',
      dueOn: '2027-01-05',
    });
    const path = join(makeTempDir(), '案卷.pdf');
    desk.vault.offerFile(FILE, path, 'pdf');
    const { incident } = await desk.call('incidents.file', { incidentId: drill.incidentId, fileId: FILE });
    expect(incident.history.map(({ what }) => what)).toEqual(
      words('opened changed told-authority told-people closed case-file'),
    );
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    for (const part of ['【演练】', '立案', '演练中口头报告', '打开档案（open）', '完成'])
      expect(text).toContain(part);
    for (const value of [planted.name.value, planted.sealed.phone[0].value])
      expect(text).not.toContain(value);
  });

  it('counts for an alert those alone whose records whoever it is about has touched', async () => {
    await desk.switchTo('admin');
    await desk.call('limits.change', { limits: ONE_RECORD, words: '前台每小时一户', pin: PINS.admin });
    await desk.switchTo('receptionist');
    for (const expected of ['ok', 'limit-reached'])
      expect(await desk.codeOf('people.open', { personId })).toBe(expected);
    await desk.switchTo('supervisor');
    const alert = (await desk.call('alerts.list', {})).open.find(({ kind }) => kind === 'quota');
    expect(await open({ scope: { of: 'alert', entry: alert!.alertId } })).toMatchObject({ people: 1 });
  });
});
