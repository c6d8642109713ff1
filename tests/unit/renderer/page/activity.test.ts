// @vitest-environment happy-dom
/** The overview of the work at the desk: today against the usual, pictures whose figures are in tables, and a vault in which nothing was done yet. */
import { describe, expect, it } from 'vitest';
import type { ActivityView } from '../../../../contract/activity/routes.ts';
import type { StaffId } from '../../../../contract/ids.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { dayOf } from '../../../../main/vault/clock.ts';
import { type MemoryPage, openMemoryPage } from '../../../support/memory-page.tsx';

/** More by day than by night, fewer at the week's end. */
const hoursOf = (most: number): number[][] =>
  Array.from({ length: 7 }, (_, weekday) =>
    Array.from({ length: 24 }, (_hour, hour) =>
      hour < 7 || hour > 21
        ? 0
        : Math.round((most * (12 - Math.abs(hour - 14)) * (weekday > 4 ? 1 : 2)) / 24),
    ),
  );

/** Of the twelve weeks until that of 18 May. */
const MONDAYS = Array.from({ length: 12 }, (_, at) => dayOf(new Date(2026, 2, 2 + 7 * at).getTime()));

const INVENTED_ACTIVITY: ActivityView = {
  at: new Date(2026, 4, 20, 15, 20).getTime(),
  tiles: {
    signIn: { today: 7, usual: 8 },
    search: { today: 212, usual: 190.5 },
    open: { today: 164, usual: 151 },
    verify: { today: 58, usual: 61 },
    reveal: { today: 41, usual: 22 },
    denied: { today: 2, usual: 1 },
    limit: { today: 1, usual: 0 },
  },
  compared: { by: 'weekday', days: 8 },
  hours: { reveal: hoursOf(9), open: hoursOf(40) },
  people: [
    { staffId: 'a100000000000000' as StaffId, staffName: '前台甲', count: 244 },
    { staffId: 'a200000000000000' as StaffId, staffName: '前台乙', count: 187 },
    { staffId: 'a300000000000000' as StaffId, staffName: '主管甲', count: 63 },
  ],
  peopleBeyond: 0,
  reasons: [
    { reason: 'repair', count: 251 },
    { reason: 'parcel', count: 140 },
    { reason: 'visitor', count: 88 },
    { reason: 'other', count: 15 },
  ],
  weeks: MONDAYS.map((from, at) => ({ from, reveal: 96 + ((at * 37) % 60), open: 800 + ((at * 131) % 300) })),
};

const NOTHING_YET: ActivityView = {
  ...INVENTED_ACTIVITY,
  tiles: {
    signIn: { today: 1, usual: null },
    search: { today: 0, usual: null },
    open: { today: 0, usual: null },
    verify: { today: 0, usual: null },
    reveal: { today: 0, usual: null },
    denied: { today: 0, usual: null },
    limit: { today: 0, usual: null },
  },
  compared: null,
  hours: {
    reveal: INVENTED_ACTIVITY.hours.reveal.map((hours) => hours.map(() => 0)),
    open: INVENTED_ACTIVITY.hours.open.map((hours) => hours.map(() => 0)),
  },
  people: [],
  reasons: [],
  weeks: INVENTED_ACTIVITY.weeks.map(({ from }) => ({ from, reveal: 0, open: 0 })),
};

const CHARTS = ['hours', 'weeks', 'people', 'reasons'] as const;

const openWith = async (view: ActivityView): Promise<MemoryPage> => {
  const page = await openMemoryPage('supervisor');
  page.vault['activity.read'] = async () => ok({ state: 'counted', view });
  await page.open('activity');
  await page.get('activity-basis');
  return page;
};

it.each(['supervisor', 'admin'] as const)('is a section beside what waits for a %s', async (role) => {
  const page = await openMemoryPage(role);
  await page.click('area-oversight');
  await page.click('section-activity');
  await page.get('activity-basis');
});

it('says what was done today, what is usual, and by what that goes', async () => {
  const page = await openWith(INVENTED_ACTIVITY);
  expect(page.find('activity-reveal')!.textContent).toBe('41平常 22 高于平常');
  expect(page.find('activity-verify')!.textContent).toBe('58平常 61');
  expect(page.find('activity-basis')!.textContent).toContain('今天截至 15:20。');
  expect(page.find('activity-basis')!.textContent).toContain('最近 8 个星期三到这个时刻的中位数');
});

describe('a picture', () => {
  it.each(CHARTS)('of %s has all of its figures in a table', async (chart) => {
    const page = await openWith(INVENTED_ACTIVITY);
    const picture = await page.get(`activity-${chart}-picture`);
    expect(picture.getAttribute('role')).toBe('img');
    expect(picture.getAttribute('aria-label')).toContain('逐项数字在表格里');
    expect(picture.querySelectorAll('rect').length).toBeGreaterThan(0);
    await page.click(`activity-${chart}-table`);
    expect(page.find(`activity-${chart}-picture`)).toBeNull();
    const cells = [...page.find(`activity-${chart}`)!.querySelectorAll('td')].map(({ textContent }) =>
      Number(textContent),
    );
    const figures = {
      // The table has an hour in each row.
      hours: INVENTED_ACTIVITY.hours.reveal[0]!.flatMap((_, hour) =>
        INVENTED_ACTIVITY.hours.reveal.map((ofDay) => ofDay[hour]!),
      ),
      weeks: INVENTED_ACTIVITY.weeks.map(({ reveal }) => reveal),
      people: INVENTED_ACTIVITY.people.map(({ count }) => count),
      reasons: INVENTED_ACTIVITY.reasons.map(({ count }) => count),
    }[chart];
    expect(cells).toEqual(figures);
    await page.click(`activity-${chart}-table`);
    await page.get(`activity-${chart}-picture`);
  });

  it('is of opened records once these are chosen', async () => {
    const page = await openWith(INVENTED_ACTIVITY);
    page.find('activity-of-open')!.querySelector('input')!.click();
    await page.click('activity-weeks-table');
    const cells = [...page.find('activity-weeks')!.querySelectorAll('td')].map(
      ({ textContent }) => textContent,
    );
    expect(cells).toEqual(INVENTED_ACTIVITY.weeks.map(({ open }) => String(open)));
    expect(page.find('activity-weeks')!.textContent).toContain('打开档案、房屋');
  });

  it('has a bar for each of two who are called the same, and one for everybody else', async () => {
    const people = INVENTED_ACTIVITY.people.map((one) => ({ ...one, staffName: '前台甲' }));
    const page = await openWith({ ...INVENTED_ACTIVITY, people, peopleBeyond: 8 });
    expect(page.find('activity-people-picture')!.querySelectorAll('rect')).toHaveLength(people.length + 1);
    expect(page.find('activity-people')!.textContent).toContain('其余人员');
  });

  it('takes no style that is written into the page', async () => {
    await openWith(INVENTED_ACTIVITY);
    expect(document.querySelectorAll('svg style, svg [style]')).toHaveLength(0);
  });
});

it('says of a new vault that nothing was done, and that there is nothing to compare with', async () => {
  const page = await openWith(NOTHING_YET);
  for (const chart of CHARTS) {
    expect(page.find(`activity-${chart}-none`), chart).not.toBeNull();
    expect(page.find(`activity-${chart}-table`), chart).toBeNull();
  }
  expect(page.find('activity-basis')!.textContent).toContain('还没有可比较的日子');
  expect(page.find('activity-signIn')!.textContent).toBe('1');
});

it('asks on while the log is counted, and shows how far that is', async () => {
  const page = await openMemoryPage('supervisor');
  let asked = 0;
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  page.vault['activity.read'] = async () => {
    asked++;
    if (asked === 1) return ok({ state: 'counting', counted: 400, of: 1_000 });
    await held;
    return ok({ state: 'counted', view: INVENTED_ACTIVITY });
  };
  await page.open('activity');
  expect((await page.get('activity-counting')).textContent).toContain('400 / 1000');
  go();
  await page.gone('activity-counting');
  await page.get('activity-basis');
  expect(asked).toBe(2);
});

it('asks no further once another page is open', async () => {
  const page = await openMemoryPage('supervisor');
  let asked = 0;
  const replies: (() => void)[] = [];
  page.vault['activity.read'] = async () => {
    asked++;
    await new Promise<void>((resolve) => replies.push(resolve));
    return ok({ state: 'counting', counted: asked, of: 1_000 });
  };
  await page.open('activity');
  await page.get('screen-activity');
  await page.open('log');
  await page.gone('screen-activity');
  for (const reply of replies) reply();
  await page.get('screen-log');
  expect(asked).toBe(1);
});

it('says why it could not be counted, and tries again', async () => {
  const page = await openMemoryPage('supervisor');
  page.vault['activity.read'] = async () => fail('store-damaged');
  await page.open('activity');
  expect((await page.get('failure')).dataset['code']).toBe('store-damaged');
  page.vault['activity.read'] = async () => ok({ state: 'counted', view: INVENTED_ACTIVITY });
  await page.click('activity-again');
  await page.get('activity-basis');
});
