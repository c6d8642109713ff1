/** What every supported system has, or what its package asks for (`deb.depends` of electron-builder.yml). What else is imported lies in the pack. */

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const LINUX = new Set(
  words(`
    ld-linux-x86-64.so.2 ld-linux-aarch64.so.1 libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libgcc_s.so.1 libstdc++.so.6
    libX11.so.6 libXcomposite.so.1 libXdamage.so.1 libXext.so.6 libXfixes.so.3 libXrandr.so.2 libxcb.so.1 libxkbcommon.so.0
    libasound.so.2 libatk-1.0.so.0 libatk-bridge-2.0.so.0 libatspi.so.0 libcairo.so.2 libcups.so.2 libdbus-1.so.3 libdrm.so.2 libexpat.so.1
    libgbm.so.1 libgio-2.0.so.0 libglib-2.0.so.0 libgobject-2.0.so.0 libgtk-3.so.0 libnspr4.so libnss3.so libnssutil3.so libsmime3.so
    libpango-1.0.so.0 libsecret-1.so.0 libudev.so.1 libcrypto.so.3`),
);

/** Of a new Windows 10: the Visual C++ runtime is not among it. `node.exe`, to a module, is whatever program loads it. */
const WINDOWS = new Set(
  words(`
    advapi32 bcrypt bcryptprimitives bthprops.cpl cfgmgr32 combase comctl32 comdlg32 crypt32 cryptui d3d11 d3d12 d3d9 dbghelp dcomp dhcpcsvc
    dnsapi dwmapi dwrite dxgi dxva2 esent fwpuclnt gdi32 hid imm32 iphlpapi kernel32 mf mfplat mfreadwrite mpr mscms msimg32 mswsock ncrypt
    netapi32 node.exe ntdll oleacc ole32 oleaut32 pdh powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi uiautomationcore urlmon
    user32 userenv usp10 uxtheme version wevtapi winhttp wininet winmm winspool.drv wintrust winusb wlanapi ws2_32 wtsapi32 xinput1_4`).map(
    (name) => (name.includes('.') ? name : `${name}.dll`),
  ),
);

/** Whether a computer has this library by itself. `name` as `readImports` tells it. */
export const isOfTheSystem = (name: string): boolean =>
  LINUX.has(name) ||
  WINDOWS.has(name.toLowerCase()) ||
  /^api-ms-win-(?!crt-)[\w-]+\.dll$/i.test(name) ||
  /^\/(?:usr\/lib|System\/Library)\//.test(name);
