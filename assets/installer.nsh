; What electron-builder's installer does and says besides its own, in the language of the installer (2052: simplified Chinese).
;
; A newer version is unpacked beside the program (.next), shows its lock screen there once, and only then takes the place of the one before (.before): until
; two renames nothing is moved, and between them a file says to Windows how to bring the old folder back. What has become of it stands in `outcome` of the
; profile, where the program finds it (docs/decisions/0242-applying-on-windows.md).
!macro otherUsers
  ${if} $installMode == "all"
    SetShellVarContext current
  ${else}
    SetShellVarContext all
  ${endIf}
!macroend

!macro theseUsers
  ${if} $installMode == "all"
    SetShellVarContext all
  ${else}
    SetShellVarContext current
  ${endIf}
!macroend

; Where electron-builder's own variables and names are known.
!macro customHeader
!include getProcessInfo.nsh
Var pid
!ifndef BUILD_UNINSTALLER
; Where the program lies; empty where there is none yet, or electron-builder goes its own way.
Var programDir
Var fromVersion

!define RUN_ONCE "Software\Microsoft\Windows\CurrentVersion\RunOnce"
!define BRING_BACK "$programDir.bring-back.cmd"
!define /ifndef PROOF_MS 60000

; Puts the old folder in its place again, or takes what a cut-off installer has left out of the way.
Function bringBack
  ${ifNot} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
  ${andIf} ${FileExists} "$INSTDIR.before\${APP_EXECUTABLE_FILENAME}"
    RMDir /r "$INSTDIR"
    Rename "$INSTDIR.before" "$INSTDIR"
  ${endIf}
  RMDir /r "$INSTDIR.next"
  Delete "$INSTDIR.bring-back.cmd"
FunctionEnd

; From here on electron-builder unpacks beside the program, and finds no older one that it would remove first.
Function layBeside
  Call bringBack
  StrCpy $programDir ""
  ${ifNot} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    Return
  ${endIf}
  !insertmacro otherUsers
  ReadRegStr $0 SHELL_CONTEXT "${UNINSTALL_REGISTRY_KEY}" UninstallString
  ${if} $0 != ""
    !insertmacro theseUsers
    Return
  ${endIf}
  !insertmacro theseUsers
  ReadRegStr $fromVersion SHELL_CONTEXT "${UNINSTALL_REGISTRY_KEY}" DisplayVersion
  !insertmacro otherUsers
  StrCpy $programDir $INSTDIR
  StrCpy $INSTDIR "$INSTDIR.next"
FunctionEnd

; Pops `applied`, or why not.
Function tell
  Pop $0
  ${if} $installMode != "all"
    CreateDirectory "$APPDATA\${PRODUCT_FILENAME}\updates"
    FileOpen $1 "$APPDATA\${PRODUCT_FILENAME}\updates\outcome" w
    FileWrite $1 "$fromVersion ${VERSION} $0$\n"
    FileClose $1
  ${endIf}
FunctionEnd

Function giveUp
  RMDir /r "$programDir.next"
  Push "not-started"
  Call tell
  ${if} $LANGUAGE == 2052
    MessageBox MB_OK|MB_ICONEXCLAMATION "新版本未能在这台电脑上启动，仍使用原来的版本。档案没有变动。" /SD IDOK
  ${else}
    MessageBox MB_OK|MB_ICONEXCLAMATION "The new version did not start on this computer. The version before stays in use, and the records are as they were." /SD IDOK
  ${endIf}
  SetErrorLevel 3
  Quit
FunctionEnd

!if ${NSIS_PTR_SIZE} > 4
  !define JOB_LIMITS "l 0, l 0, i 0x2000, &v124"
  !define JOB_LIMITS_SIZE 144
  !define STARTUP_INFO "i 104, &v100"
!else
  !define JOB_LIMITS "l 0, l 0, i 0x2000, &v92"
  !define JOB_LIMITS_SIZE 112
  !define STARTUP_INFO "i 68, &v64"
!endif

; Starts the new version on trial, in a job that ends with the installer (KILL_ON_JOB_CLOSE): nothing of it outlives its minute. $0: `shown` where it said so.
Function proveNext
  CreateDirectory "$PLUGINSDIR\trial"
  System::Call 'kernel32::CreateJobObjectW(p 0, p 0) p .r1'
  System::Call '*(${JOB_LIMITS}) p .r2'
  System::Call 'kernel32::SetInformationJobObject(p r1, i 9, p r2, i ${JOB_LIMITS_SIZE})'
  System::Free $2
  System::Call '*(${STARTUP_INFO}) p .r3'
  System::Call '*(p 0, p 0, i 0, i 0) p .r4'
  StrCpy $5 '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --prove-start="$PLUGINSDIR\trial"'
  ; CREATE_SUSPENDED: nothing runs before it is in the job.
  System::Call 'kernel32::CreateProcessW(p 0, w r5, p 0, p 0, i 0, i 4, p 0, w "$PLUGINSDIR", p r3, p r4) i .r6'
  StrCpy $0 ""
  ${if} $6 <> 0
    System::Call '*$4(p .r7, p .r8)'
    System::Call 'kernel32::AssignProcessToJobObject(p r1, p r7)'
    System::Call 'kernel32::ResumeThread(p r8)'
    System::Call 'kernel32::WaitForSingleObject(p r7, i ${PROOF_MS})'
    System::Call 'kernel32::GetExitCodeProcess(p r7, *i .r6)'
    System::Call 'kernel32::TerminateJobObject(p r1, i 1)'
    ${if} $6 = 0
      ClearErrors
      FileOpen $9 "$PLUGINSDIR\trial\proof" r
      FileRead $9 $0
      FileClose $9
    ${endIf}
    System::Call 'kernel32::CloseHandle(p r7)'
    System::Call 'kernel32::CloseHandle(p r8)'
  ${endIf}
  System::Call 'kernel32::CloseHandle(p r1)'
  System::Free $3
  System::Free $4
  ${if} $0 == "shown ${VERSION}$\n"
    StrCpy $0 "shown"
  ${else}
    StrCpy $0 ""
  ${endIf}
FunctionEnd

; What Windows runs at its next start where the installer was cut off between the two renames, and what anybody may run by hand.
Function writeBringBack
  ${GetFileName} $programDir $0
  FileOpen $1 "${BRING_BACK}" w
  FileWrite $1 '@cd /d "%~dp0"$\r$\n@if not exist "$0\${APP_EXECUTABLE_FILENAME}" move "$0.before" "$0"$\r$\n'
  FileClose $1
  WriteRegStr SHELL_CONTEXT "${RUN_ONCE}" "${PRODUCT_FILENAME}" '"$SYSDIR\cmd.exe" /d /c ""${BRING_BACK}""'
FunctionEnd

Function takePlace
  ${if} $programDir == ""
    Return
  ${endIf}
  !insertmacro theseUsers
  ; No folder is renamed that is somebody's present one.
  SetOutPath $PLUGINSDIR
  Call proveNext
  ${if} $0 != "shown"
    Call giveUp
  ${endIf}
  RMDir /r "$programDir.before"
  Call writeBringBack
  ClearErrors
  Rename "$programDir" "$programDir.before"
  ${ifNot} ${Errors}
    Rename "$INSTDIR" "$programDir"
    ${if} ${Errors}
      Rename "$programDir.before" "$programDir"
      Call giveUp
    ${endIf}
  ${else}
    Call giveUp
  ${endIf}
  StrCpy $INSTDIR $programDir
  SetOutPath $INSTDIR
FunctionEnd
!endif
!macroend

!macro customFiles_x64
  Call takePlace
!macroend

!macro customFiles_arm64
  Call takePlace
!macroend

; Once links and registry name the new version.
!macro customInstall
  ${if} $programDir != ""
    Push "applied"
    Call tell
    DeleteRegValue SHELL_CONTEXT "${RUN_ONCE}" "${PRODUCT_FILENAME}"
    Delete "${BRING_BACK}"
    RMDir /r "$programDir.before"
  ${endIf}
!macroend

; The running program is asked first as electron-builder asks it, which the name of this macro replaces.
!macro customCheckAppRunning
  !insertmacro IS_POWERSHELL_AVAILABLE
  !insertmacro _CHECK_APP_RUNNING
  !ifndef BUILD_UNINSTALLER
    Call layBeside
  !endif
!macroend

; %APPDATA% as it stands: after an installation for everybody, $APPDATA would be the folder of none of them.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${if} $LANGUAGE == 2052
      MessageBox MB_OK|MB_ICONINFORMATION "业主档案柜已卸载。档案仍加密保存在本机，重新安装后可以继续使用：$\r$\n%APPDATA%\Resident Vault$\r$\n$\r$\n（每位 Windows 用户各有自己的文件夹。）如果这台电脑不再使用，请管理员先备份，再删除该文件夹。" /SD IDOK
    ${else}
      MessageBox MB_OK|MB_ICONINFORMATION "Resident Vault was removed. The records stay on this computer, encrypted, and open again once it is installed anew:$\r$\n%APPDATA%\Resident Vault$\r$\n$\r$\n(Each Windows user has a folder of their own.) Where this computer is given away, have an admin make a backup first, then delete it." /SD IDOK
    ${endIf}
  ${endIf}
!macroend
