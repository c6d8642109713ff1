/** The floor: an Electron application with nothing in it but a window, or a list over a message port, or one job in a utility process. */
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, MessageChannelMain, utilityProcess } from 'electron';

const mode = app.commandLine.getSwitchValue('bare');
const file = (name: string): string => join(__dirname, name);

function openWindow(page: string, preload?: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    autoHideMenuBar: true,
    backgroundColor: '#f7f7f6',
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
      ...(preload === undefined ? {} : { preload }),
    },
  });
  void window.loadFile(page);
  return window;
}

function openList(): void {
  const service = utilityProcess.fork(file('list-service.cjs'), [], { env: {}, stdio: 'ignore' });
  ipcMain.on('port', (event) => {
    const { port1, port2 } = new MessageChannelMain();
    service.postMessage('port', [port1]);
    event.sender.postMessage('port', null, [port2]);
  });
  openWindow(file('list.html'), file('preload.cjs'));
}

function runJob(): void {
  const worker = utilityProcess.fork(file('search-job.cjs'), [app.commandLine.getSwitchValue('job')], {
    stdio: 'inherit',
  });
  worker.once('exit', (code) => app.exit(code));
}

app.enableSandbox();
void app.whenReady().then(() => {
  if (mode === 'job') runJob();
  else if (mode === 'list') openList();
  else openWindow(file('window.html'));
});
app.on('window-all-closed', () => app.quit());
