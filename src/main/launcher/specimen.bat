@echo off
rem Starts Specimen from the folder that this script lies in. See the script "specimen" beside this one for the flags.
setlocal
set "SPECIMEN_HOME=%~dp0.."
set "SPECIMEN_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "SPECIMEN_JAVA=%JAVA_HOME%\bin\java.exe"
if "%~1"=="" goto window
if "%~2"=="" if exist "%~1\*" goto folder
:command
"%SPECIMEN_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable "-Xlog:all=error,cds*=off:stderr" -Dfile.encoding=UTF-8 %SPECIMEN_JAVA_OPTS% "-XX:SharedArchiveFile=%SPECIMEN_HOME%\lib\specimen.jsa" -cp "%SPECIMEN_HOME%\lib\specimen.jar" org.specimen.Launcher %*
exit /b %ERRORLEVEL%

:folder
for %%c in (sample scan advise write lock build undo) do if "%~1"=="%%c" goto command
:window
set "SPECIMEN_SHARED="
if exist "%SPECIMEN_HOME%\lib\specimen-window.jsa" set SPECIMEN_SHARED="-XX:SharedArchiveFile=%SPECIMEN_HOME%\lib\specimen-window.jsa"
"%SPECIMEN_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable "-Xlog:all=error,cds*=off:stderr" -Dfile.encoding=UTF-8 %SPECIMEN_JAVA_OPTS% -Xms48m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 --module-path "%SPECIMEN_HOME%\lib\javafx" --add-modules javafx.controls "-Dspecimen.fonts=%SPECIMEN_HOME%\lib\fonts" %SPECIMEN_SHARED% -cp "%SPECIMEN_HOME%\lib\specimen.jar" org.specimen.Launcher %*
exit /b %ERRORLEVEL%
