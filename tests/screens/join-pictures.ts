/** One picture of several. */
import type { Picture } from '../../scripts/desktop/xwd-to-png.ts';

/** Between two pictures, in dots. */
const GAP = 8;

/** The pictures of each row beside one another, the rows below one another, on black. Pictures have three bytes a pixel. */
export function joinPictures(rows: readonly (readonly Picture[])[]): Picture {
  const sizes = rows.map((row) => ({
    width: sum(row.map(({ width }) => width)) + GAP * (row.length - 1),
    height: Math.max(...row.map(({ height }) => height)),
  }));
  const width = Math.max(...sizes.map((size) => size.width));
  const height = sum(sizes.map((size) => size.height)) + GAP * (rows.length - 1);
  const joined: Picture = { width, height, rgb: Buffer.alloc(width * height * 3) };
  let top = 0;
  for (const [at, row] of rows.entries()) {
    let left = 0;
    for (const picture of row) {
      copyInto(joined, picture, left, top);
      left += picture.width + GAP;
    }
    top += (sizes[at]?.height ?? 0) + GAP;
  }
  return joined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function copyInto(into: Picture, { width, height, rgb }: Picture, left: number, top: number): void {
  for (let y = 0; y < height; y++)
    rgb.copy(into.rgb, ((top + y) * into.width + left) * 3, y * width * 3, (y + 1) * width * 3);
}
