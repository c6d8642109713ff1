; What electron-builder's installer says besides its own pages, in the language of the installer (2052: simplified Chinese).
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${if} $LANGUAGE == 2052
      MessageBox MB_OK|MB_ICONINFORMATION "业主档案柜已卸载。档案仍加密保存在本机，重新安装后可以继续使用：$APPDATA\Resident Vault$\r$\n$\r$\n如果这台电脑不再使用，请管理员先备份，再删除该文件夹。" /SD IDOK
    ${else}
      MessageBox MB_OK|MB_ICONINFORMATION "Resident Vault was removed. The records stay on this computer, encrypted, and open again once it is installed anew: $APPDATA\Resident Vault$\r$\n$\r$\nWhere this computer is given away, have an admin make a backup first, then delete that folder." /SD IDOK
    ${endIf}
  ${endIf}
!macroend
