/**
 * Until when what this application and the computer run on gets corrections, as data: add a line when a version is released, and replace what was
 * estimated once a day was announced.
 */

/** A version, and the first day on which nobody corrects it any more. */
export interface SupportEnd {
  readonly version: number;
  /** As YYYY-MM-DD. */
  readonly ends: string;
  /** No day was announced yet; it follows from how often versions are released. */
  readonly estimated?: true;
}

/**
 * Electron by its major version. Its newest three are supported (electronjs.org, "Electron Releases", "Supported versions"), so that the support of one ends
 * with the release of the third after it. Days of releases as the npm registry has them; what lies ahead is estimated at eight weeks a release. As of 2026-11-28.
 */
export const ELECTRON_ENDS: readonly SupportEnd[] = [
  { version: 40, ends: '2026-06-30' },
  { version: 41, ends: '2026-08-25' },
  { version: 42, ends: '2026-10-20' },
  { version: 43, ends: '2026-12-15', estimated: true },
  { version: 44, ends: '2027-02-09', estimated: true },
  { version: 45, ends: '2027-04-06', estimated: true },
  { version: 46, ends: '2027-06-01', estimated: true },
];

/** Days on which versions of Electron that this program is packed with were released, as the npm registry has them. The one that is pinned is among them. */
export const ELECTRON_RELEASES: Readonly<Record<string, string>> = {
  '33.2.1': '2024-12-09',
  '45.4.1': '2026-11-19',
};

/** Windows by its build, the editions Home and Pro (learn.microsoft.com/lifecycle). Editions for companies are supported longer. As of 2026-11-28. */
export const WINDOWS_ENDS: readonly SupportEnd[] = [
  { version: 7601, ends: '2020-01-14' },
  { version: 9600, ends: '2023-01-10' },
  { version: 19_041, ends: '2021-12-14' },
  { version: 19_042, ends: '2022-05-10' },
  { version: 19_043, ends: '2022-12-13' },
  { version: 19_044, ends: '2023-06-13' },
  { version: 19_045, ends: '2025-10-14' },
  { version: 22_000, ends: '2023-10-10' },
  { version: 22_621, ends: '2024-10-08' },
  { version: 22_631, ends: '2025-11-11' },
  { version: 26_100, ends: '2026-10-13' },
  { version: 26_200, ends: '2027-10-12' },
];

/** Names of the editions that these days hold for (`EditionID` of the registry), those for China and for schools without a contract among them. */
export const WINDOWS_EDITIONS: ReadonlySet<string> = new Set([
  'Core',
  'CoreCountrySpecific',
  'CoreSingleLanguage',
  'CoreN',
  'Professional',
  'ProfessionalN',
  'ProfessionalCountrySpecific',
  'ProfessionalWorkstation',
]);
