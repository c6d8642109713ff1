/** A set of numbers above 0 in one array: a million of them is eight megabytes and nothing to collect. */

export interface NumberSet {
  readonly size: () => number;
  add(value: number): void;
  /** In no order. */
  each(take: (value: number) => void): void;
}

const FIRST_PLACES = 64;
const MAX_FILL = 0.6;

export function createNumberSet(): NumberSet {
  let places = new Float64Array(FIRST_PLACES);
  let size = 0;
  const put = (value: number): boolean => {
    let at = placeOf(value, places.length);
    for (let found = places[at]; found !== 0; found = places[at]) {
      if (found === value) return false;
      at = (at + 1) % places.length;
    }
    places[at] = value;
    return true;
  };
  const grow = (): void => {
    const before = places;
    places = new Float64Array(before.length * 2);
    for (const value of before) if (value !== 0) put(value);
  };
  return {
    size: () => size,
    add(value) {
      if (!put(value)) return;
      size += 1;
      if (size > places.length * MAX_FILL) grow();
    },
    each(take) {
      for (const value of places) if (value !== 0) take(value);
    },
  };
}

/** `places`: a power of two. */
function placeOf(value: number, places: number): number {
  const low = value % 4_294_967_296;
  const mixed = Math.imul(low ^ Math.floor(value / 4_294_967_296), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & (places - 1);
}
