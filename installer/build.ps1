# Makes target\installers\specimen-VERSION.msi from target\specimen, which "mvn -DskipTests package" leaves.
# Needs the JDK 25 or later that JAVA_HOME names, and the WiX toolset, which jpackage drives. See installer/README.md.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Invoke-Tool([string] $Tool, [string[]] $Arguments) {
    & $Tool @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Tool ended with $LASTEXITCODE." }
}
function Get-JdkTool([string] $Name) {
    $path = Join-Path $env:JAVA_HOME "bin\$Name.exe"
    if (-not (Test-Path $path)) { throw "There is no ${path}: set JAVA_HOME to a JDK of 25 or later." }
    $path
}

if (-not $env:JAVA_HOME) { throw 'Set JAVA_HOME to a JDK of 25 or later.' }
$release = Get-Content (Join-Path $env:JAVA_HOME 'release') | Out-String
if ($release -notmatch 'JAVA_VERSION="(\d+)' -or [int] $Matches[1] -lt 25) {
    throw "$env:JAVA_HOME is no JDK of 25 or later: caches of classes of earlier ones count under one path alone."
}
$application = Join-Path (Get-Location) 'target\specimen'
if (-not (Test-Path "$application\lib\specimen.jar")) { throw 'Run "mvn -DskipTests package" first.' }
[xml] $pom = Get-Content pom.xml -Raw
$version = $pom.project.version
$description = $pom.project.description

$work = Join-Path (Get-Location) 'target\installer-work'
$out = Join-Path (Get-Location) 'target\installers'
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $work, $out, "$work\classes", "$work\jmods", "$work\resources", "$work\home" | Out-Null
Add-Type -AssemblyName System.IO.Compression.FileSystem

# Java with JavaFX in it, and nothing that Specimen does not use: see installer/build.sh.
Push-Location "$work\classes"
foreach ($jar in Get-ChildItem "$application\lib\*.jar") {
    Invoke-Tool (Get-JdkTool 'jar') @('--extract', '--file', $jar.FullName)
    Get-ChildItem -Filter module-info.class | Remove-Item
    if (Test-Path META-INF) { Remove-Item -Recurse -Force META-INF }
}
Pop-Location
$modules = & (Get-JdkTool 'jdeps') --multi-release 17 --ignore-missing-deps --print-module-deps "$work\classes"
if ($LASTEXITCODE -ne 0) { throw "jdeps ended with $LASTEXITCODE." }
$modules = "$modules,jdk.crypto.ec,jdk.charsets,javafx.controls"
foreach ($jar in Get-ChildItem "$application\lib\javafx\*.jar") {
    $part = Join-Path $work $jar.BaseName
    New-Item -ItemType Directory -Force "$part\libraries" | Out-Null
    [IO.Compression.ZipFile]::ExtractToDirectory($jar.FullName, "$part\classes")
    Get-ChildItem -Recurse "$part\classes" -Filter *.dll | Move-Item -Destination "$part\libraries"
    Invoke-Tool (Get-JdkTool 'jmod') @('create', '--class-path', "$part\classes", '--libs', "$part\libraries",
        "$work\jmods\$($jar.BaseName).jmod")
}
Invoke-Tool (Get-JdkTool 'jlink') @('--module-path', "$work\jmods", '--add-modules', $modules,
    '--strip-java-debug-attributes', '--no-header-files', '--no-man-pages',
    '--add-options', '-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 --sun-misc-unsafe-memory-access=allow --enable-native-access=javafx.graphics -Djdk.reflect.useNativeAccessorOnly=true -XX:-AOTReplayTraining',
    '--output', "$work\runtime")

Copy-Item -Recurse $application "$work\input"
Remove-Item -Recurse "$work\input\lib\javafx", "$work\input\lib\bin", "$work\input\lib\*.jsa", "$work\input\bin\specimen"
Invoke-Tool (Get-JdkTool 'java') @('installer\Icons.java', 'installer\specimen.svg', "$work\icons")

$common = @('--name', 'Specimen', '--app-version', $version, '--vendor', 'The Specimen project')
Invoke-Tool (Get-JdkTool 'jpackage') ($common + @('--type', 'app-image', '--dest', "$work\image",
    '--description', $description, '--copyright', 'Apache-2.0', '--icon', "$work\icons\specimen.ico",
    '--runtime-image', "$work\runtime", '--input', "$work\input", '--main-jar', 'lib\specimen.jar',
    '--main-class', 'org.specimen.Launcher',
    '--java-options', '-XX:+UseSerialGC', '--java-options', '-XX:TieredStopAtLevel=1',
    '--java-options', '-Dfile.encoding=UTF-8', '--java-options', '-Xms68m', '--java-options', '-XX:NewSize=48m',
    '--java-options', '-XX:MinHeapFreeRatio=15', '--java-options', '-XX:MaxHeapFreeRatio=30',
    '--java-options', '-Dspecimen.fonts=$APPDIR\lib\fonts',
    '--java-options', '-XX:AOTCache=$APPDIR\lib\specimen-window.aot'))
$app = "$work\image\Specimen\app"

# Caches of classes by real runs, with a home of their own.
Copy-Item -Recurse src\main\resources\org\specimen\samples\text-analysis "$work\project"
$project = "$work\project"
$env:APPDATA = "$work\home"
$env:LOCALAPPDATA = "$work\home"
$env:SPECIMEN_MAIN = 'org.specimen.Training'
$env:SPECIMEN_JAVA_OPTS = "-Duser.home=""$work\home"" -XX:AOTCacheOutput=""$app\lib\specimen.aot"""
Invoke-Tool "$app\bin\specimen.bat" @('--version', ';', 'sample', ';', 'scan', $project, ';',
    'write', '--offline', $project, ';', 'advise', $project, ';',
    'write', '--offline', $project, '--stack', 'docker-conda')
$env:SPECIMEN_MAIN = 'org.specimen.Launcher'
$env:SPECIMEN_JAVA_OPTS = "-Duser.home=""$work\home"" -Dspecimen.benchmark=first-window-then-close -XX:AOTCacheOutput=""$app\lib\specimen-window.aot"""
Invoke-Tool "$app\bin\specimen.bat" @()
foreach ($cache in 'specimen.aot', 'specimen-window.aot') {
    if (-not (Test-Path "$app\lib\$cache")) { throw "The run made no $cache." }
}

# jpackage's own description of the installer, with the command on the PATH and a line in the menu of folders.
Invoke-Tool (Get-JdkTool 'jimage') @('extract', '--dir', "$work\jpackage",
    '--include', 'regex:.*/jdk/jpackage/internal/resources/main\.wxs', "$env:JAVA_HOME\lib\modules")
$main = Get-ChildItem -Recurse "$work\jpackage" -Filter main.wxs | Select-Object -First 1
if (-not $main) { throw 'This JDK keeps the description of installers elsewhere: main.wxs is not among its modules.' }
$wxs = Get-Content $main.FullName -Raw
$anchors = @('<Feature Id="DefaultFeature"', '<ComponentGroupRef Id="Files"')
foreach ($anchor in $anchors) {
    if (([regex]::Matches($wxs, [regex]::Escape($anchor))).Count -ne 1) { throw "main.wxs has another shape: no single $anchor." }
}
$addition = Get-Content installer\windows\folder-and-path.wxs -Raw
$wxs = $wxs.Replace($anchors[0], "$addition`n    $($anchors[0])")
$wxs = $wxs.Replace($anchors[1], "<ComponentRef Id=""FolderAndPath""/>`n      $($anchors[1])")
Set-Content -Encoding utf8 "$work\resources\main.wxs" $wxs

Invoke-Tool (Get-JdkTool 'jpackage') ($common + @('--type', 'msi', '--dest', $out, '--app-image', "$work\image\Specimen",
    '--resource-dir', "$work\resources", '--license-file', 'LICENSE',
    '--win-per-user-install', '--win-menu', '--win-shortcut-prompt', '--win-dir-chooser',
    '--win-upgrade-uuid', '6f0f2c0a-0d3b-4c39-9a44-5b8f6a1e7d21'))
Get-ChildItem $out
