; Installs the frozen program for one user, without administrator's rights.
; Build:   makensis -DVERSION=0.1.0 -DSOURCE=dist\wegweiser -DTARGET=dist\wegweiser-0.1.0-setup.exe wegweiser.nsi
; Silent:  setup.exe /S [/D=C:\Folder without quotes, as the last word]      Uninstall.exe /S
; The data of the office lie in %LOCALAPPDATA%\wegweiser and are never touched, neither by an update nor at the end.

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Wegweiser"
!define KIND "Wegweiser.Package"

Name "Wegweiser"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Wegweiser"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Wegweiser"
VIAddVersionKey "FileDescription" "Wegweiser"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" ""

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\wegweiser.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

LangString IN_USE ${LANG_GERMAN} "Wegweiser läuft noch. Bitte schließen Sie das Fenster und versuchen Sie es noch einmal."
LangString IN_USE ${LANG_ENGLISH} "Wegweiser is still running. Please close its window and try again."
LangString KIND_NAME ${LANG_GERMAN} "Wegweiser-Datenpaket"
LangString KIND_NAME ${LANG_ENGLISH} "Wegweiser data package"

; A program that runs cannot be replaced; silent installations end with exit code 3, for the software distribution.
!macro REFUSE_WHILE_RUNNING
  IfFileExists "$INSTDIR\wegweiser.exe" 0 +8
  ClearErrors
  FileOpen $0 "$INSTDIR\wegweiser.exe" a
  IfErrors 0 +4
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDOK
  SetErrorLevel 3
  Quit
  FileClose $0
!macroend

Section "Wegweiser"
  !insertmacro REFUSE_WHILE_RUNNING
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Wegweiser.lnk" "$INSTDIR\wegweiser.exe"

  WriteRegStr HKCU "Software\Classes\.wegweiser" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(KIND_NAME)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\wegweiser.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\wegweiser.exe" "%1"'
  ${RefreshShellIcons}

  WriteRegStr HKCU "${KEY}" "DisplayName" "Wegweiser"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\wegweiser.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

; Only what was installed goes: a folder wegweiser-data beside the program stays.
Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\wegweiser.exe"
  Delete "$INSTDIR\wegweiser-cli.exe"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Wegweiser.lnk"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  ReadRegStr $0 HKCU "Software\Classes\.wegweiser" ""
  StrCmp $0 "${KIND}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.wegweiser"
  DeleteRegKey HKCU "${KEY}"
  ${un.RefreshShellIcons}
SectionEnd
