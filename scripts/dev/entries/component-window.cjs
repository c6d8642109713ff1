/** Main of a stand-in Electron that shows the component pages and nothing else; it has neither bridge nor vault. */
'use strict';

const { app, BrowserWindow, Menu } = require('electron');

Menu.setApplicationMenu(null);
void app.whenReady().then(() =>
  new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  }).loadURL(app.commandLine.getSwitchValue('component-pages')),
);
