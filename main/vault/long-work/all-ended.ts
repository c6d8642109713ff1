/** Waits for work that was started together, so that none of it still runs when an error is thrown. */

/** The values of `works`, once every one has ended. Throws the error of the first in order that failed. */
export async function allEnded<const Works extends readonly Promise<unknown>[]>(
  works: Works,
): Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }> {
  await Promise.allSettled(works);
  return Promise.all(works) as Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }>;
}
