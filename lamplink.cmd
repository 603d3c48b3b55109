@echo off
rem Builds Lamplink when its sources are newer than what was built, then runs it. See :usage below.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED_JAVA=25"
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "APP=%ROOT%\tour\target\app"
set "STAMP=%ROOT%\tour\target\lamplink-windows.stamp"
set "LOCK=%ROOT%\tour\target\lamplink-windows.lock"

rem The first word is the command, the rest is handed on as it was typed: %1 to %9 would lose every '='.
set "COMMAND=%~1"
set "ARGS="
set ALL=%*
if not defined ALL goto parsed
setlocal EnableDelayedExpansion
for /f "tokens=1,*" %%a in ("!ALL!") do (
    endlocal
    set ARGS=%%b
)
:parsed

if "%COMMAND%"=="" goto both
if "%COMMAND%"=="server" goto server
if "%COMMAND%"=="client" goto client
if "%COMMAND%"=="tour" goto tour
if "%COMMAND%"=="bench" goto bench
if "%COMMAND%"=="outdated" goto outdated
if "%COMMAND%"=="package" goto package
if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="coverage" goto coverage
if "%COMMAND%"=="mutate" goto mutate
if "%COMMAND%"=="help" goto help
if "%COMMAND%"=="--help" goto help
if "%COMMAND%"=="-h" goto help
call :usage >&2
exit /b 2

:help
call :usage
exit /b 0

:server
call :prepare
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" %JAVA_FLAGS% -p "%APP%" -m io.lamplink.server/io.lamplink.server.app.ServerMain %ARGS%
exit /b %ERRORLEVEL%

:client
call :prepare
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" %JAVA_FLAGS% -p "%APP%" -m io.lamplink.client/io.lamplink.client.app.ClientMain %ARGS%
exit /b %ERRORLEVEL%

:tour
call :prepare
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" %JAVA_FLAGS% -p "%APP%" -m io.lamplink.tour/io.lamplink.tour.TourMain %ARGS%
exit /b %ERRORLEVEL%

:bench
call :prepare
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" %JAVA_FLAGS% -p "%ROOT%\bench\target\app" -m io.lamplink.bench/io.lamplink.bench.app.BenchMain --work "%ROOT%\bench\target\work" --docs "%ROOT%\docs" %ARGS%
exit /b %ERRORLEVEL%

:package
call :prepare
if errorlevel 1 exit /b 1
"%JAVA_HOME%\bin\java.exe" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -p "%APP%;%ROOT%\installer\target\app" -m io.lamplink.installer/io.lamplink.installer.app.PackageMain --source "%ROOT%" --jars "%APP%" %ARGS%
exit /b %ERRORLEVEL%

:outdated
call :find_jdk
if errorlevel 1 exit /b 1
pushd "%ROOT%"
call mvnw.cmd -B -ntp -N versions:display-property-updates versions:display-plugin-updates %ARGS%
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:test
call :find_jdk
if errorlevel 1 exit /b 1
pushd "%ROOT%"
call mvnw.cmd -B -ntp verify %ARGS%
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:coverage
call :find_jdk
if errorlevel 1 exit /b 1
pushd "%ROOT%"
call mvnw.cmd -B -ntp -Pcoverage -pl common verify
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:mutate
set "ROOMS=io.lamplink.common.protocol.*,io.lamplink.common.transfer.*,io.lamplink.common.session.*"
if defined ARGS set "ROOMS=io.lamplink.common.%ARGS%.*"
call :find_jdk
if errorlevel 1 exit /b 1
pushd "%ROOT%"
call mvnw.cmd -B -ntp -Pmutation -pl common "-DtargetClasses=%ROOMS%" "-DtargetTests=%ROOMS%" test-compile org.pitest:pitest-maven:mutationCoverage
set "STATUS=%ERRORLEVEL%"
popd
exit /b %STATUS%

:both
call :prepare
if errorlevel 1 exit /b 1
start "Lamplink server" "%JAVA_HOME%\bin\javaw.exe" %JAVA_FLAGS% -p "%APP%" -m io.lamplink.server/io.lamplink.server.app.ServerMain --place left
start "Lamplink client" "%JAVA_HOME%\bin\javaw.exe" %JAVA_FLAGS% -p "%APP%" -m io.lamplink.client/io.lamplink.client.app.ClientMain --place right
exit /b 0

:usage
echo Usage: lamplink [command] [arguments]
echo.
echo   (none)            open a server window and a client window side by side
echo   server [args]     run the server  (server --help lists the arguments)
echo   client [args]     run the client  (client --help lists the arguments)
echo   tour [args]       walk through both windows by script
echo   bench [args]      measure both programs  (bench --help lists the arguments)
echo   package [args]    make what Windows users install, in target\package
echo   outdated          list newer releases of dependencies and of Maven's plug-ins
echo   test [maven args] build everything and run every check
echo   coverage          count which branches of the core the tests take
echo   mutate [room]     change the core in thousands of ways and see which its tests notice; takes long
echo                     (room: protocol, transfer or session; all three without)
echo   help              show this text
echo.
echo Needs JDK %NEEDED_JAVA% or newer. It is looked for in LAMPLINK_JAVA_HOME, JAVA_HOME, on the PATH and in the usual places.
exit /b 0

:prepare
call :find_jdk
if errorlevel 1 exit /b 1
set "JAVA_FLAGS=-XX:+UseSerialGC -Xms64m -Xmn32m -XX:SurvivorRatio=2 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=javafx.graphics,org.xerial.sqlitejdbc"
call :build_if_needed
exit /b %ERRORLEVEL%

rem --- a JDK, found by reading its release file: starting JVMs to ask them takes seconds

:find_jdk
set "FOUND="
if defined LAMPLINK_JAVA_HOME call :try_jdk "%LAMPLINK_JAVA_HOME%"
if not defined FOUND if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%j in ('where java 2^>nul') do call :try_jdk "%%~dpj.."
if not defined FOUND for /d %%d in (
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\Amazon Corretto\*"
    "%ProgramFiles%\BellSoft\*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
    "%USERPROFILE%\.jdks\*"
) do call :try_jdk "%%~d"
if defined FOUND (
    set "JAVA_HOME=%FOUND%"
    exit /b 0
)
>&2 echo lamplink: JDK %NEEDED_JAVA% or newer not found; install one (for example Temurin %NEEDED_JAVA% from adoptium.net) or point JAVA_HOME to it.
exit /b 1

:try_jdk
if defined FOUND exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" call :if_new_enough "%%~l" "%~f1"
exit /b 0

:if_new_enough
for /f "tokens=1 delims=.+-" %%n in ("%~1") do if %%n GEQ %NEEDED_JAVA% set "FOUND=%~2"
exit /b 0

rem --- building when needed

:build_if_needed
call :is_built
if not errorlevel 1 exit /b 0
if not exist "%ROOT%\tour\target" mkdir "%ROOT%\tour\target"
set "WAITED=0"
:wait_for_lock
rem One build at a time: only one process can hold the lock file open, and it is let go however that process ends.
set "STATUS="
8>&2 2>nul (
    9>"%LOCK%" (
        call :build_locked 2>&8
    )
)
if defined STATUS exit /b %STATUS%
if %WAITED% EQU 0 >&2 echo lamplink: waiting for another build.
set /a WAITED+=1
if %WAITED% GTR 900 (
    >&2 echo lamplink: another build still holds "%LOCK%".
    exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto wait_for_lock

:build_locked
set "STATUS=0"
call :is_built
if not errorlevel 1 exit /b 0
>&2 echo lamplink: building; the first time takes a few minutes.
call :sources write
del /q "%STAMP%" 2>nul
pushd "%ROOT%"
call mvnw.cmd -q -B -ntp -DskipTests package >&2
set "STATUS=%ERRORLEVEL%"
popd
if "%STATUS%"=="0" (
    move /y "%STAMP%.new" "%STAMP%" >nul
) else (
    >&2 echo lamplink: the build failed. Windows can't replace what is running: close open Lamplink windows first.
)
exit /b 0

:is_built
if not exist "%STAMP%" exit /b 1
if not exist "%APP%\lamplink-tour-*.jar" exit /b 1
call :sources check
exit /b %ERRORLEVEL%

rem The stamp's text is the list of source files as they were, its time is when the build began.
:sources
set "MODE=%~1"
set "PS=$ErrorActionPreference='SilentlyContinue'; Set-Location -LiteralPath $env:ROOT;"
set "PS=%PS% $f=@(Get-Item pom.xml,*\pom.xml,images\icon*); $f+=@(Get-ChildItem .mvn,src-css,*\src\main,bench\src\test -Recurse -File);"
set "PS=%PS% $names=($f.FullName | Sort-Object) -join [char]10;"
set "PS=%PS% if ($env:MODE -eq 'write') { [IO.File]::WriteAllText($env:STAMP + '.new', $names); exit 0 };"
set "PS=%PS% $then=(Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc;"
set "PS=%PS% if ($names -ne [IO.File]::ReadAllText($env:STAMP)) { exit 1 };"
set "PS=%PS% if ($f | Where-Object { $_.LastWriteTimeUtc -gt $then }) { exit 1 }; exit 0"
powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "%PS%"
exit /b %ERRORLEVEL%
