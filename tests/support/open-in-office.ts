/** Opens a workbook with a password in LibreOffice, as whoever gets it does. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTempDir } from './temp-dir.ts';

/** Arguments: workbook, password, result. */
const OPEN_IN_OFFICE = `
import subprocess, sys, time
import uno
from com.sun.star.beans import PropertyValue
def option(name, value):
    one = PropertyValue(); one.Name = name; one.Value = value; return one
workbook, password, result = sys.argv[1:]
pipe = 'resident-vault-' + str(time.time_ns())
office = subprocess.Popen(['soffice', '--headless', '--norestore', '--accept=pipe,name=%s;urp;' % pipe])
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(300):
        try:
            context = resolver.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % pipe); break
        except Exception:
            time.sleep(0.1)
    desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(workbook), '_blank', 0, (option('Hidden', True), option('Password', password)))
    book.storeToURL(uno.systemPathToFileUrl(result), (option('FilterName', 'Text - txt - csv (StarCalc)'), option('FilterOptions', '44,34,76,1')))
    book.close(True)
finally:
    office.terminate()
`;

/** Its first sheet as CSV; empty where the password does not open it. */
export function openInOffice(workbook: string, password: string): string {
  const out = makeTempDir();
  const result = join(out, 'sheet.csv');
  // The Python that the packages of the system are for.
  spawnSync('/usr/bin/python3', ['-c', OPEN_IN_OFFICE, workbook, password, result], {
    env: { ...process.env, HOME: out },
    timeout: 90_000,
  });
  return existsSync(result) ? readFileSync(result, 'utf8') : '';
}
