/** Main of a stand-in Electron that shows the component pages and nothing else; it has neither bridge nor vault. */
'use strict';

const { app, BrowserWindow, Menu } = require('electron');

Menu.setApplicationMenu(null);
void app.whenReady().then(() =>
  new BrowserWindow({
    width: 1280,
    height: 720,
    useContentSize: true,
    // Kept in memory: what the pages show is invented, and would be found by a search of files for what a desk leaves.
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      partition: 'components',
    },
  }).loadURL(app.commandLine.getSwitchValue('component-pages')),
);
