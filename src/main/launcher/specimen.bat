@echo off
rem Starts Specimen from the folder that this script lies in. See the script "specimen" beside this one for the flags.
setlocal
set "SPECIMEN_HOME=%~dp0.."
set SPECIMEN_MODULES=--module-path "%SPECIMEN_HOME%\lib\javafx" --add-modules javafx.controls
set "SPECIMEN_JAVA=%SPECIMEN_HOME%\..\runtime\bin\java.exe"
if exist "%SPECIMEN_JAVA%" (
  set "SPECIMEN_MODULES="
  goto found
)
set "SPECIMEN_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "SPECIMEN_JAVA=%JAVA_HOME%\bin\java.exe"
:found
if not defined SPECIMEN_MAIN set "SPECIMEN_MAIN=org.specimen.Launcher"
if "%~1"=="" goto window
if "%~2"=="" if exist "%~1\*" goto folder
:command
set "SPECIMEN_ARCHIVE=%SPECIMEN_HOME%\lib\specimen"
set "SPECIMEN_FLAGS=-Xmn32m"
set "SPECIMEN_MODULES="
goto start

:folder
for %%c in (sample scan advise write lock build jupyter image undo) do if "%~1"=="%%c" goto command
:window
set "SPECIMEN_ARCHIVE=%SPECIMEN_HOME%\lib\specimen-window"
set SPECIMEN_FLAGS=-Xms68m -XX:NewSize=48m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 "-Dspecimen.fonts=%SPECIMEN_HOME%\lib\fonts"

:start
set "SPECIMEN_SHARED="
if exist "%SPECIMEN_ARCHIVE%.jsa" set SPECIMEN_SHARED="-XX:SharedArchiveFile=%SPECIMEN_ARCHIVE%.jsa"
if exist "%SPECIMEN_ARCHIVE%.aot" set SPECIMEN_SHARED="-XX:AOTCache=%SPECIMEN_ARCHIVE%.aot"
"%SPECIMEN_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "-Xlog:all=error,cds*=off:stderr" -Dfile.encoding=UTF-8 %SPECIMEN_JAVA_OPTS% %SPECIMEN_FLAGS% %SPECIMEN_MODULES% %SPECIMEN_SHARED% -cp "%SPECIMEN_HOME%\lib\specimen.jar" %SPECIMEN_MAIN% %*
exit /b %ERRORLEVEL%
