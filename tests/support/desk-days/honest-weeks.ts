/** Weeks of honest desks, in which something is usual that no single day shows: somebody is away, fees are due, people move in, a desk is one person's. */
import { BUSY_DESK, type HonestDesk, STAFF, onDuty } from './honest-days.ts';

const MONTH = 30;

/** In each week another of the six is away, and the others have their shifts by turns; some visitors are asked to come again. */
const withLeave: HonestDesk = {
  ...BUSY_DESK,
  visitors: (day) => 0.8 * BUSY_DESK.visitors(day),
  onDuty: (day, hour) => {
    const away = Math.floor(day / 7) % STAFF.length;
    const others = STAFF.filter((_, at) => at !== away);
    return onDuty(day, hour).map((one) =>
      one === STAFF[away] ? others[(day + hour) % others.length]! : one,
    );
  },
};

/** In the first week of a month the fees are due, in the last one hardly anybody comes; a holiday of four days has its own staff. */
const withFees: HonestDesk = {
  ...BUSY_DESK,
  visitors: (day) => {
    const dayOfMonth = day % MONTH;
    return BUSY_DESK.visitors(day) * (dayOfMonth < 7 ? 1 : dayOfMonth > 23 ? 0.5 : 1);
  },
  onDuty: (day, hour) => (day % MONTH >= 26 ? onDuty(day, hour).slice(0, 1) : onDuty(day, hour)),
};

/** Registers of new buildings are read in each Tuesday and Thursday, while people move in at the weekend. */
const withMovers: HonestDesk = {
  ...BUSY_DESK,
  visitors: (day) => BUSY_DESK.visitors(day) * (day % 7 >= 5 ? 1.1 : 0.95),
  isImported: (day) => day % 7 === 1 || day % 7 === 3,
};

/** 360 people and one at the desk from morning to evening, six days a week. */
const ofOne: HonestDesk = {
  residents: 360,
  visitors: (day) => (day % 7 === 6 ? 0 : 14),
  onDuty: () => STAFF.slice(0, 1),
  isImported: (day) => day % 90 === 7,
  isEmergency: BUSY_DESK.isEmergency,
};

/** 100 people, of whom as many come by as of 360; water comes through a ceiling of their 33 rooms once in two weeks. */
const ofFew: HonestDesk = {
  ...ofOne,
  residents: 100,
  visitors: (day) => (day % 7 === 6 ? 0 : 4),
  isEmergency: (day) => day % 14 === 2,
};

/** A house of a few rooms, all next to each other: somebody comes by every day but Sundays, and water through a ceiling twice a year. */
const ofHouse = (residents: number): HonestDesk => ({
  ...ofOne,
  residents,
  visitors: (day) => (day % 7 === 6 ? 0 : 1),
  isImported: () => false,
  isEmergency: (day) => day % 180 === 9,
});

/** 1,200 people, two at the desk in turns, each alone for a week. */
const ofTwo: HonestDesk = {
  residents: 1_200,
  visitors: (day) => (day % 7 === 6 ? 20 : 45),
  onDuty: (day) => {
    const first = Math.floor(day / 7) % 2;
    return STAFF.slice(first, first + 1);
  },
  isImported: () => false,
  isEmergency: BUSY_DESK.isEmergency,
};

/** Desks by what is usual there. */
export const HONEST_DESKS: readonly (readonly [name: string, desk: HonestDesk])[] = [
  ['where somebody is away each week and another has both shifts', withLeave],
  ['where the fees are due in one week and hardly anybody comes in another', withFees],
  ['where people move in at the weekend and registers are read in twice a week', withMovers],
  ['of one person alone, with 360 residents', ofOne],
  ['of one person alone, with 100 residents', ofFew],
  ['of one person alone, with 15 residents', ofHouse(15)],
  ['of one person alone, with 10 residents', ofHouse(10)],
  ['of two who are alone by turns, with 1,200 residents', ofTwo],
];
