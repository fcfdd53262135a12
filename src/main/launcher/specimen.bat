@echo off
rem Starts Specimen from the folder that this script lies in.
setlocal
set "SPECIMEN_HOME=%~dp0.."
set "SPECIMEN_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "SPECIMEN_JAVA=%JAVA_HOME%\bin\java.exe"
rem See the script "specimen" beside this one for the flags.
"%SPECIMEN_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-XX:SharedArchiveFile=%SPECIMEN_HOME%\lib\specimen.jsa" -Xshare:auto -Xlog:disable "-Xlog:all=error,cds*=off:stderr" -Dfile.encoding=UTF-8 %SPECIMEN_JAVA_OPTS% -cp "%SPECIMEN_HOME%\lib\specimen.jar" org.specimen.Launcher %*
exit /b %ERRORLEVEL%
