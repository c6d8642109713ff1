/** Why an update is not taken. */

/**
 * - `missing`: it is not there, or has nothing for this system, a part of it is not, or the drive was pulled out.
 * - `forged`: a signature, a hash or the form of a file is not as it has to be, or a link stands for it.
 * - `expired`: it was to be used until a day that is over.
 * - `not-newer`: the program, or what was seen of updates before, is as new or newer.
 */
export type WhyRefused = 'missing' | 'forged' | 'expired' | 'not-newer';

export class UpdateRefused extends Error {
  readonly why: WhyRefused;

  constructor(why: WhyRefused, options?: ErrorOptions) {
    super(`the update is refused: ${why}`, options);
    this.name = 'UpdateRefused';
    this.why = why;
  }
}
