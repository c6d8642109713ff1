/** A look at a computer that runs Windows, by Windows' own PowerShell where there is one: under wine there is a stand-in that answers nothing. */
import { expect, it } from 'vitest';
import { COMPUTER_CHECKS } from '../../contract/computer-checks/lists.ts';
import { computerReadingsSchema } from '../../contract/computer-checks/routes.ts';
import { checkComputer, thisComputer } from '../../main/computer-checks/check-computer.ts';

const IS_WINE = process.env['WINEPREFIX'] !== undefined;

it('tells one reading of each check, whatever PowerShell answers', { timeout: 60_000 }, async () => {
  const found = await checkComputer(thisComputer(process.versions['electron'] ?? '45.0.0'));
  expect(computerReadingsSchema.parse(found)).toEqual(found);
  expect(found.system).toBe('windows');
  expect(found.readings.map(({ check }) => check)).toEqual(COMPUTER_CHECKS);
  const answered = found.readings.filter(({ answer }) => answer !== 'unknown');
  // Windows tells everybody of its version, its sign-in and its firewall.
  if (IS_WINE) expect(answered.map(({ check }) => check)).toEqual(['program-support']);
  else expect(answered.length).toBeGreaterThan(3);
});
