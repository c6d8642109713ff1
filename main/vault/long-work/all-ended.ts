/** For work that is begun together where none of it may still be going on when an error is told. */

/** The values, once every one has ended. Throws what the first of them in their order threw. */
export async function allEnded<const Works extends readonly Promise<unknown>[]>(
  works: Works,
): Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }> {
  await Promise.allSettled(works);
  return Promise.all(works) as Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }>;
}
