#!/usr/bin/env bash
# Makes installers from target/specimen, which "mvn -DskipTests package" leaves, into target/installers:
#   installer/build.sh [--quick] [deb|rpm|tar|dmg]...
# --quick packs them larger and sooner, for trying them. Without kinds: deb and tar on Linux, and rpm where rpmbuild is; dmg on macOS. The JDK is the one of JAVA_HOME.
set -eEuo pipefail
trap 'echo "installer/build.sh: line $LINENO failed." >&2' ERR
cd "$(dirname "$0")/.."

fail() {
  echo "installer/build.sh: $*" >&2
  exit 1
}
say() {
  echo "== $*"
}

[ -n "${JAVA_HOME:-}" ] || JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
for tool in java javac jdeps jlink jmod; do
  [ -x "$JAVA_HOME/bin/$tool" ] || fail "$JAVA_HOME has no bin/$tool: set JAVA_HOME to a JDK of 17 or later."
done
application=target/specimen
[ -f "$application/lib/specimen.jar" ] || fail "there is no $application: run \"mvn -DskipTests package\" first."
system=$(uname -s)
quick=false
if [ "${1:-}" = --quick ]; then
  quick=true
  shift
fi
kinds=("$@")
if [ ${#kinds[@]} -eq 0 ]; then
  case $system in
    Linux)
      kinds=(deb tar)
      if command -v rpmbuild >/dev/null 2>&1; then kinds+=(rpm); fi
      ;;
    Darwin) kinds=(dmg) ;;
    *) fail "$system has no installer here; on Windows run installer/build.ps1." ;;
  esac
fi

# The first version in the pom is the project's own; the year is that of its sources.
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)
epoch=$(sed -n 's:.*<project\.build\.outputTimestamp>\(.*\)</project.*:\1:p' pom.xml)
description=$(sed -n 's:^  <description>\(.*\)</description>$:\1:p' pom.xml)
for value in "$version" "$epoch" "$description"; do
  [ -n "$value" ] || fail "pom.xml does not tell version, time of the sources and description."
done
jdk=$("$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
maintainer=${MAINTAINER:-The Specimen project}

work=$PWD/target/installer-work
out=$PWD/target/installers
rm -rf "$work" "$out"
mkdir -p "$work" "$out"

# --- Java with JavaFX in it, and nothing that Specimen does not use.

runtime() { # runtime FOLDER
  say "runtime of JDK $jdk"
  local jar name classes=$work/classes
  mkdir -p "$classes" "$work/jmods"
  for jar in "$application"/lib/*.jar; do
    unzip -qo "$jar" '*.class' -x 'module-info.class' 'META-INF/*' -d "$classes" 2>/dev/null || [ $? -eq 11 ]
  done
  # What the classes name. JavaFX's own needs are in its modules.
  local modules
  modules=$("$JAVA_HOME/bin/jdeps" --multi-release 17 --ignore-missing-deps --print-module-deps "$classes")
  # What no class names: elliptic curves for https, and the encodings of old source files.
  modules=$modules,jdk.crypto.ec,jdk.charsets,javafx.controls
  # JavaFX comes as jars with native libraries in them. As modules of the runtime its classes need no module path, and
  # its libraries lie where Java looks for them: nothing is unpacked at a start.
  for jar in "$application"/lib/javafx/*.jar; do
    name=$(basename "$jar" .jar)
    mkdir -p "$work/$name/classes" "$work/$name/libraries"
    unzip -qo "$jar" -d "$work/$name/classes"
    find "$work/$name/classes" \( -name '*.so' -o -name '*.dylib' \) -exec mv {} "$work/$name/libraries" \;
    "$JAVA_HOME/bin/jmod" create --class-path "$work/$name/classes" --libs "$work/$name/libraries" \
      "$work/jmods/$name.jmod"
  done
  "$JAVA_HOME/bin/jlink" --module-path "$work/jmods" --add-modules "$modules" --strip-java-debug-attributes \
    --no-header-files --no-man-pages --add-options "$(java_options)" --output "$1"
  if [ "$jdk" -lt 24 ]; then
    # Java's own classes; with the collector that keeps objects in the archive, which the serial one then reads.
    "$1/bin/java" -Xshare:dump -XX:+UseG1GC >"$work/base-archive.log"
  fi
  rm -f "$1/bin/keytool"
  "$1/bin/java" --list-modules | sed 's/@.*//' | tr '\n' ' '
  echo
}

# Flags that this Java knows and others do not; the flags for all stand in bin/specimen.
java_options() {
  local options=""
  if [ "$jdk" -ge 23 ]; then
    options="--sun-misc-unsafe-memory-access=allow"
  fi
  if [ "$jdk" -ge 24 ]; then
    options="$options --enable-native-access=javafx.graphics"
  fi
  if [ "$jdk" -ge 22 ]; then
    # JavaFX calls a few methods by reflection; Java would make a class for each of them.
    options="$options -Djdk.reflect.useNativeAccessorOnly=true"
  fi
  if [ "$jdk" -ge 25 ]; then
    # What was compiled when the archive was made need not be compiled before the first window.
    options="$options -XX:-AOTReplayTraining"
  fi
  # Archives are mapped where they were made for, as JDK 17 does; moving them costs more than reading them.
  echo "-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 $options"
}

# --- The application's own files, without what is for another system or in the runtime.

files() { # files FOLDER
  cp -R "$application/." "$1/"
  rm -rf "$1/lib/javafx" "$1"/lib/*.jsa "$1/lib/bin" "$1/bin/specimen.bat"
  chmod -R u+rwX,go+rX,go-w "$1"
}

# Archives know the jars by the time of their last change: one for all, which packages can carry.
same_time() { # same_time FOLDER
  local stamp
  stamp=$(sed 's/[-T:]//g; s/\(..\)Z$/.\1/' <<<"$epoch")
  find "$1" -exec env TZ=UTC touch -h -t "$stamp" {} +
}

# --- Archives of classes, made by real runs in the runtime that they are for.

# Runs Specimen as bin/specimen does, with a home of its own. Up to JDK 18 an archive counts only for jars under the path that it was made
# with: there, the folder is shown to Java where it is going to be installed.
installed=/opt/specimen
run() { # run FOLDER JAVA-OPTIONS ARGUMENTS...
  local folder=$1 options=$2
  shift 2
  export SPECIMEN_JAVA_OPTS="$options -Duser.home=$work/home"
  export XDG_CONFIG_HOME="$work/home/config" XDG_DATA_HOME="$work/home/data" \
    XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache"
  if [ "$jdk" -ge 19 ] || [ "$folder" = "$installed" ]; then
    "$folder/bin/specimen" "$@"
  else
    # shellcheck disable=SC2016
    (cd "$folder" && unshare --map-root-user --mount sh -euc '
      mount -t tmpfs tmpfs "$(dirname "$0")"
      mkdir "$0"
      mount --bind . "$0"
      exec "$0/bin/specimen" "$@"' "$installed" "$@")
  fi
}

# A screen in memory where there is none.
screen=""
on_a_screen() {
  if [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ]; then
    command -v Xvfb >/dev/null 2>&1 || fail "the window needs a screen for its archive: set DISPLAY or install xvfb."
    local number
    mkfifo "$work/screen"
    Xvfb -screen 0 1920x1200x24 -nolisten tcp -displayfd 3 3>"$work/screen" 2>"$work/screen.log" &
    screen=$!
    trap 'kill "$screen"' EXIT
    read -r number <"$work/screen"
    export DISPLAY=:$number
  fi
  "$@"
}

archives() { # archives FOLDER
  say "archives of classes"
  local lib=$1/lib project=$work/project making kind=jsa seen=$1
  if [ "$jdk" -ge 25 ]; then
    kind=aot making=-XX:AOTCacheOutput
  else
    making=-XX:ArchiveClassesAtExit
  fi
  if [ "$jdk" -lt 19 ]; then seen=$installed; fi
  mkdir -p "$project" "$work/home"
  cp -R src/main/resources/org/specimen/samples/text-analysis/. "$project"
  # The first write makes the plan that the second reads and changes.
  SPECIMEN_MAIN=org.specimen.Training run "$1" "$making=$seen/lib/specimen.$kind" --version ";" sample ";" scan "$project" ";" \
    write --offline "$project" ";" advise "$project" ";" write --offline "$project" --stack docker-conda \
    >"$work/command-line.log"
  on_a_screen run "$1" "$making=$seen/lib/specimen-window.$kind -Dspecimen.benchmark=first-window-then-close" \
    >"$work/window.log"
  chmod 644 "$lib"/specimen*."$kind"
  prove "$1" command-line "" --version
  prove "$1" window -Dspecimen.benchmark=first-window-then-close
}

# An archive that Java passes over in silence is worse than none.
prove() { # prove FOLDER NAME JAVA-OPTIONS ARGUMENTS...
  local log=$work/$2.loaded ours shared
  run "$1" "-Xlog:class+load:file=$log $3" "${@:4}" >/dev/null
  ours=$(grep -c 'org\.specimen\.' "$log")
  shared=$(grep 'org\.specimen\.' "$log" | grep -c 'source: shared objects file')
  echo "$2: $shared of $ours classes of Specimen come from its archive"
  [ $((shared * 10)) -ge $((ours * 9)) ] || fail "the $2 does not use its archive."
}

# --- Linux

# What of java.desktop draws and plays without JavaFX; it would ask for more libraries of the system.
without_awt() { # without_awt RUNTIME
  local library
  for library in awt awt_headless awt_xawt fontmanager freetype javajpeg jawt jsound lcms mlib_image splashscreen; do
    rm -f "$1/lib/lib$library.so"
  done
  rm -f "$1"/lib/psfont*
}

linux_tree() {
  tree=$work/tree
  local home=$tree$installed size
  mkdir -p "$home" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/doc/specimen"
  files "$home"
  runtime "$home/runtime"
  without_awt "$home/runtime"
  same_time "$home"
  archives "$home"
  "$JAVA_HOME/bin/java" installer/Icons.java installer/specimen.svg "$work/icons"
  for size in 16 22 24 32 48 64 128 256 512; do
    install -D -m 644 "$work/icons/$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/specimen.png"
  done
  install -D -m 644 installer/specimen.svg "$tree/usr/share/icons/hicolor/scalable/apps/specimen.svg"
  install -m 644 installer/linux/specimen.desktop "$tree/usr/share/applications/specimen.desktop"
  install -m 644 installer/linux/copyright "$tree/usr/share/doc/specimen/copyright"
  ln -s "$installed/bin/specimen" "$tree/usr/bin/specimen"
  same_time "$tree"
}

# What the libraries in a folder ask the system for: names as the dynamic linker knows them.
sonames() { # sonames FOLDER
  local file
  find "$1" -type f -name '*.so' -exec basename {} \; | sort >"$work/own"
  find "$1" -type f \( -name '*.so' -o -path '*/runtime/bin/*' \) -print0 | while IFS= read -r -d '' file; do
    readelf -d "$file" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'
  done | sort -u | grep -vxF -f "$work/own"
}

glibc() { # glibc FOLDER: the newest version of it that is asked for
  find "$1" -type f \( -name '*.so' -o -path '*/runtime/bin/*' \) -exec readelf -V {} \; |
    grep -o 'GLIBC_2\.[0-9]*' | sed 's/GLIBC_//' | sort -Vu | tail -n 1
}

deb() {
  say "deb"
  local soname package depends architecture control=$tree/DEBIAN/control
  architecture=$(dpkg --print-architecture)
  depends="libc6 (>= $(glibc "$tree$installed"))"
  while read -r soname; do
    package=$(sed -n "s/^$soname //p" installer/linux/debian-packages)
    [ -n "$package" ] || fail "installer/linux/debian-packages does not say which package has $soname."
    [ "$package" = - ] || depends="$depends, $package"
  done < <(sonames "$tree$installed")
  depends=$(tr ',' '\n' <<<"$depends" | sed 's/^ *//' | awk '!seen[$0]++' | paste -sd, | sed 's/,/, /g')
  mkdir -p "$tree/DEBIAN"
  cat >"$control" <<END
Package: specimen
Version: $version
Section: science
Priority: optional
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k -s --exclude=DEBIAN "$tree" | cut -f 1)
Depends: $depends
Description: pinned environments for research projects in Python
$(fold -s -w 78 <<<"$description" | sed 's/^/ /; s/ *$//')
END
  local packing=(-Zxz)
  if $quick; then packing=(-Zgzip -z1); fi
  dpkg-deb --root-owner-group "${packing[@]}" --build "$tree" "$out/specimen_${version}_$architecture.deb"
  rm -r "$tree/DEBIAN"
}

rpm_package() {
  say "rpm"
  local soname requires=""
  while read -r soname; do
    requires="${requires}Requires: $soname()(64bit)"$'\n'
  done < <(sonames "$tree$installed" | grep -v '^ld-linux')
  requires="${requires}Requires: libc.so.6(GLIBC_$(glibc "$tree$installed"))(64bit)"
  sed -e "s|@VERSION@|$version|; s|@DESCRIPTION@|$description|; s|@TREE@|$tree|" -e "/@REQUIRES@/{
    r /dev/stdin
    d
  }" installer/linux/specimen.spec <<<"$requires" >"$work/specimen.spec"
  rpmbuild -bb --quiet --define "_topdir $work/rpm" --define "_rpmdir $out" \
    --define "_build_name_fmt %%{NAME}-%%{VERSION}.%%{ARCH}.rpm" \
    --define "_binary_payload $(if $quick; then echo w1.gzdio; else echo w6T0.xzdio; fi)" "$work/specimen.spec"
}

tarball() {
  say "tarball"
  local name
  name=specimen-$version-linux-$(uname -m)
  if [ "$jdk" -lt 19 ]; then
    echo "Made with JDK $jdk, its archives of classes count under $installed alone; elsewhere it starts slower."
  fi
  mkdir -p "$work/$name/share"
  cp -a "$tree$installed/." "$work/$name"
  cp "$tree/usr/share/applications/specimen.desktop" "$work/icons/256.png" installer/specimen.svg "$work/$name/share"
  tar --owner=0 --group=0 --sort=name -C "$work" -c "$name" |
    xz --threads=0 "$(if $quick; then echo -0; else echo -6; fi)" >"$out/$name.tar.xz"
}

# --- macOS

dmg() {
  say "dmg"
  [ "$jdk" -ge 25 ] || fail "the dmg needs JDK 25 or later: archives of earlier ones count under one path alone."
  # The first number must not be 0 for jpackage, which checks what Finder would take: the true version is put in after.
  local image=$work/image contents apple_version=$version
  case $version in 0.*) apple_version=1.${version#0.} ;; esac
  mkdir -p "$work/input" "$image"
  files "$work/input"
  runtime "$work/runtime"
  "$JAVA_HOME/bin/java" installer/Icons.java installer/specimen.svg "$work/icons"
  same_time "$work/input"
  "$JAVA_HOME/bin/jpackage" --type app-image --dest "$image" --name Specimen --app-version "$apple_version" \
    --description "$description" --copyright "Apache-2.0" --icon "$work/icons/specimen.icns" \
    --runtime-image "$work/runtime" --input "$work/input" --main-jar lib/specimen.jar \
    --main-class org.specimen.Launcher --mac-package-identifier org.specimen \
    --java-options -XX:+UseSerialGC --java-options -XX:TieredStopAtLevel=1 --java-options -Dfile.encoding=UTF-8 \
    --java-options -Xms68m --java-options -XX:NewSize=48m --java-options -XX:MinHeapFreeRatio=15 --java-options -XX:MaxHeapFreeRatio=30 \
    --java-options "-Dspecimen.fonts=\$APPDIR/lib/fonts" \
    --java-options "-XX:AOTCache=\$APPDIR/lib/specimen-window.aot"
  contents=$image/Specimen.app/Contents
  plutil -replace CFBundleShortVersionString -string "$version" "$contents/Info.plist"
  archives "$contents/app"
  # What was put in after breaks the seal that jpackage sets; without one, Apple's processors start nothing.
  codesign --force --deep --sign - "$image/Specimen.app"
  "$JAVA_HOME/bin/jpackage" --type dmg --dest "$work" --name Specimen --app-version "$apple_version" \
    --app-image "$image/Specimen.app" --license-file LICENSE
  mv "$work/Specimen-$apple_version.dmg" "$out/specimen-$version-$(uname -m).dmg"
}

tree=""
for kind in "${kinds[@]}"; do
  case $kind in
    deb | rpm | tar) [ -n "$tree" ] || linux_tree ;;
  esac
  case $kind in
    deb) deb ;;
    rpm) rpm_package ;;
    tar) tarball ;;
    dmg) dmg ;;
    *) fail "\"$kind\" is none of deb, rpm, tar, dmg." ;;
  esac
done
ls -lh "$out"
