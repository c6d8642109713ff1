/**
 * The installer of Windows around a program that is a few lines: electron-builder's own script with ours (`assets/installer.nsh`), by Debian's makensis. Stand-ins
 * take the place of the plugins that electron-builder downloads, and files are packed by NSIS in the place of 7-Zip; it is of 64 bits, as the wine of Debian is.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { modulesDir, projectDir } from '../../../scripts/setup/paths.mjs';
import { makeTempDir } from '../temp-dir.ts';

const BUILDER = join(modulesDir, 'app-builder-lib');
const TEMPLATES = join(BUILDER, 'templates', 'nsis');
export const PROGRAM = 'Resident Vault.exe';

/** What a new version does on trial. */
const TRIALS = {
  shown:
    'FileOpen $1 "$trial\\proof" w\nFileWrite $1 "shown ${VERSION}$\\n"\nFileClose $1\nSetErrorLevel 0\nQuit',
  exits: 'SetErrorLevel 0\nQuit',
  fails: 'SetErrorLevel 1\nQuit',
  hangs: 'Sleep 1000000',
} as const;
export type Trial = keyof typeof TRIALS;

/** Writes its version where it is told to, or proves itself as told. */
const programScript = (file: string, version: string, trial: Trial): string => `
Name program
OutFile "${file}"
RequestExecutionLevel user
SilentInstall silent
!include FileFunc.nsh
Var trial
Section
  \${GetParameters} $0
  \${GetOptions} $0 "--prove-start=" $trial
  IfErrors +2
  Call onTrial
  FileOpen $1 "$APPDATA\\started" w
  FileWrite $1 "${version}"
  FileClose $1
SectionEnd
Function onTrial
  StrCpy $0 $trial 1 -1
  StrCmp $0 '"' 0 +2
  StrCpy $trial $trial -1
  ${TRIALS[trial]}
FunctionEnd
`;

const STAND_INS = {
  'StdUtils.nsh': `
!include FileFunc.nsh
!include LogicLib.nsh
!macro StandInParent OUT PATH
  \${GetParent} "\${PATH}" \${OUT}
!macroend
!define StdUtils.GetParentPath "!insertmacro StandInParent"
!macro StandInAll OUT FLAG
  \${GetParameters} \${OUT}
!macroend
!define StdUtils.GetAllParameters "!insertmacro StandInAll"
!macro StandInTest OUT NAME
  Push $R8
  \${GetParameters} $R8
  ClearErrors
  \${GetOptions} $R8 "--\${NAME}" $R8
  StrCpy \${OUT} "true"
  IfErrors 0 +2
  StrCpy \${OUT} "false"
  ClearErrors
  Pop $R8
!macroend
!define StdUtils.TestParameter "!insertmacro StandInTest"
!macro StandInExec OUT FILE VERB ARGS
  Exec '"\${FILE}" \${ARGS}'
!macroend
!define StdUtils.ExecShellAsUser "!insertmacro StandInExec"
`,
  'UAC.nsh': `
!macro UAC_RunElevated
!macroend
!macro _UAC_IsAdmin _a _b _t _f
  StrCmp 1 1 \`\${_t}\` \`\${_f}\`
!macroend
!define UAC_IsAdmin \`"" UAC_IsAdmin ""\`
!macro _UAC_IsInnerInstance _a _b _t _f
  StrCmp 1 0 \`\${_t}\` \`\${_f}\`
!macroend
!define UAC_IsInnerInstance \`"" UAC_IsInnerInstance ""\`
`,
  // Electron-builder's own reads structures of 32 bits.
  'getProcessInfo.nsh': `
!macro StandInProcess PID REAL PARENT PRIORITY NAME FULL
  StrCpy \${REAL} 0
  StrCpy \${NAME} ""
!macroend
!define GetProcessInfo "!insertmacro StandInProcess"
`,
  'nsProcess.nsh': '!define nsProcess::FindProcess ""\n',
} as const;

interface Generator {
  readonly include: (file: string) => void;
  readonly addIncludeDir: (folder: string) => void;
  readonly flags: (names: readonly string[]) => void;
  readonly build: () => string;
}

/** What electron-builder puts before its script (`NsisTarget.computeCommonInstallerScriptHeader`). */
async function headOf(templates: string, ours: string): Promise<string> {
  const require = createRequire(import.meta.url);
  const of = (name: string): unknown => require(join(BUILDER, 'out', 'targets', 'nsis', name));
  const { NsisScriptGenerator } = of('nsisScriptGenerator.js') as {
    NsisScriptGenerator: new () => Generator;
  };
  const { LangConfigurator, createAddLangsMacro, addCustomMessageFileInclude } = of('nsisLang.js') as {
    LangConfigurator: new (options: object) => object;
    createAddLangsMacro: (generator: Generator, languages: object) => void;
    addCustomMessageFileInclude: (
      input: string,
      packager: object,
      generator: Generator,
      languages: object,
    ) => Promise<void>;
  };
  const generator = new NsisScriptGenerator();
  const languages = new LangConfigurator({ installerLanguages: ['zh_CN', 'en_US'] });
  generator.include(join(templates, 'include', 'StdUtils.nsh'));
  generator.addIncludeDir(join(templates, 'include'));
  generator.addIncludeDir(templates);
  const flags = 'updated force-run keep-shortcuts no-desktop-shortcut delete-app-data allusers currentuser';
  generator.flags(flags.split(' '));
  createAddLangsMacro(generator, languages);
  const packager = { getTempFile: async (name: string) => join(makeTempDir(), name) };
  for (const input of ['messages.yml', 'assistedMessages.yml'])
    await addCustomMessageFileInclude(input, packager, generator, languages);
  generator.include(ours);
  return generator.build();
}

function layOutTemplates(folder: string): string {
  const templates = join(folder, 'templates');
  cpSync(TEMPLATES, templates, { recursive: true });
  const inside = join(templates, 'include');
  for (const [name, text] of Object.entries(STAND_INS))
    writeFileSync(
      join(inside, name),
      `!ifndef STAND_IN_${name[0]!}\n!define STAND_IN_${name[0]!}\n${text}!endif\n`,
    );
  const change = (path: string, from: RegExp, to: string): void => {
    const was = readFileSync(path, 'utf8');
    if (!from.test(was)) throw new Error(`${path} has no ${from.source}`);
    writeFileSync(path, was.replace(from, to));
  };
  for (const name of ['include/installer.nsh', 'uninstaller.nsh'])
    change(join(templates, name), /^ *WinShell::.*$/gm, '');
  change(
    join(inside, 'extractAppPackage.nsh'),
    /!macro extractUsing7za FILE[^]*?!macroend/,
    '!macro extractUsing7za FILE\n  File /r "${FILES_OF_PROGRAM}/*.*"\n!macroend',
  );
  change(join(inside, 'extractAppPackage.nsh'), /^ *File \/oname=.*$/gm, '  Nop');
  // What runs is asked of Windows' own tools, which wine has in part.
  change(
    join(inside, 'allowOnlyOneInstallerInstance.nsh'),
    /!macro FIND_PROCESS _FILE _RETURN[^]*?!macroend/,
    '!macro FIND_PROCESS _FILE _RETURN\n  StrCpy ${_RETURN} 1\n!macroend',
  );
  return templates;
}

const makensis = (script: string, cwd: string, defines: Readonly<Record<string, string | null>>): void => {
  const words = Object.entries(defines).map(([name, value]) =>
    value === null ? `-D${name}` : `-D${name}=${value}`,
  );
  execFileSync('makensis', ['-WX', '-V2', '-INPUTCHARSET', 'UTF8', ...words, '-'], {
    cwd,
    input: `Target amd64-unicode\n${script}`,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
};

interface BuildOptions {
  readonly trial: Trial;
  /** Runs a program of Windows. */
  readonly run: (file: string) => void;
  /** How long the installer waits for a proof. */
  readonly seconds?: number;
  /** Stands still between the two renames. */
  readonly stopsBetween?: boolean;
}

/** What it does between the two renames. */
const SECOND_RENAME = '    Rename "$INSTDIR" "$programDir"';

/** Of a version that does `trial`. Returns the installer. */
export async function buildInstaller(
  version: string,
  { trial, run, seconds = 60, stopsBetween = false }: BuildOptions,
): Promise<string> {
  const folder = makeTempDir();
  const [program, installer, uninstaller] = ['program', 'desk.exe', 'uninstaller.exe'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  mkdirSync(join(program, 'resources'), { recursive: true });
  writeFileSync(join(program, 'resources', 'app.asar'), version.repeat(10_000));
  makensis(programScript(join(program, PROGRAM), version, trial), folder, { VERSION: version });
  const templates = layOutTemplates(folder);
  const ours = join(folder, 'ours.nsh');
  const words = readFileSync(join(projectDir, 'assets', 'installer.nsh'), 'utf8');
  if (!words.includes(SECOND_RENAME)) throw new Error('the installer renames in another way');
  writeFileSync(
    ours,
    stopsBetween ? words.replace(SECOND_RENAME, `    Sleep 1000000\n${SECOND_RENAME}`) : words,
  );
  const script =
    `${await headOf(templates, ours)}${readFileSync(join(templates, 'installer.nsi'), 'utf8')}`.replace(
      /^!include "common\.nsh"$/m,
      `OutFile "${installer}"\n$&`,
    );
  const defines = {
    APP_ID: 'com.resident-vault.desktop',
    APP_GUID: 'resident-vault-of-a-test',
    UNINSTALL_APP_KEY: 'resident-vault-of-a-test',
    PRODUCT_NAME: 'Resident Vault',
    PRODUCT_FILENAME: 'Resident Vault',
    APP_FILENAME: 'Resident Vault',
    APP_DESCRIPTION: 'A desk.',
    VERSION: version,
    SHORTCUT_NAME: 'Resident Vault',
    UNINSTALL_DISPLAY_NAME: `Resident Vault ${version}`,
    APP_64: 'program',
    APP_INSTALLER_STORE_FILE: 'resident-vault-updater\\installer.exe',
    COMPRESSION_METHOD: '7z',
    COMPRESS: 'auto',
    INSTALL_MODE_PER_ALL_USERS_REQUIRED: null,
    MUI_WELCOMEFINISHPAGE_BITMAP: '${NSISDIR}/Contrib/Graphics/Wizard/nsis3-metro.bmp',
    MUI_UNWELCOMEFINISHPAGE_BITMAP: '${NSISDIR}/Contrib/Graphics/Wizard/nsis3-metro.bmp',
    FILES_OF_PROGRAM: program,
    ESTIMATED_SIZE: '1000',
  };
  makensis(script, templates, {
    ...defines,
    UNINSTALLER_OUT_FILE: `Z:${uninstaller.replaceAll('/', '\\')}`,
    BUILD_UNINSTALLER: null,
  });
  run(installer);
  makensis(script, templates, {
    ...defines,
    UNINSTALLER_OUT_FILE: uninstaller,
    ...(seconds === 60 ? {} : { PROOF_MS: String(seconds * 1000) }),
  });
  return installer;
}
