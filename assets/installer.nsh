; What electron-builder's installer says besides its own pages, in the language of the installer (2052: simplified Chinese).
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
