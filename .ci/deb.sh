#!/usr/bin/env bash
# Builds the Linux packages, installs the .deb into a clean Debian, runs it there from the installed files, removes it
# and looks for what it left. Run as root; installs what it needs. --built takes the packages in target/installers,
# --install only installs.
set -eEuo pipefail
trap 'echo ".ci/deb.sh: line $LINENO failed." >&2' ERR
cd "$(dirname "$0")/.."

# In mounts of its own, which go with it.
if [ "${DEB_IN_OWN_MOUNTS:-}" != yes ]; then
  exec env DEB_IN_OWN_MOUNTS=yes unshare --mount --propagation private "$0" "$@"
fi

fail() {
  echo ".ci/deb.sh: $*" >&2
  exit 1
}
missing=()
need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}
need mmdebstrap mmdebstrap
need readelf binutils
need unzip unzip
need Xvfb xvfb
need rpmbuild rpm
need desktop-file-validate desktop-file-utils
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

[ "${1:-}" != --install ] || exit 0
[ "${1:-}" = --built ] || installer/build.sh --quick deb rpm tar
deb=$(echo target/installers/specimen_*.deb)
rpm=$(echo target/installers/specimen-*.rpm)
tarball=$(echo target/installers/specimen-*.tar.xz)
version=$(dpkg-deb -f "$deb" Version)
desktop-file-validate installer/linux/specimen.desktop

work=$(mktemp -d)
screen=""
clean() {
  if [ -n "$screen" ]; then kill "$screen"; fi
  if mountpoint -q "$work/root/proc"; then umount "$work/root/proc"; fi
  if mountpoint -q "$work/root/tmp/.X11-unix"; then umount "$work/root/tmp/.X11-unix"; fi
  rm -rf --one-file-system "$work"
}
trap clean EXIT

echo "== a clean Debian, from the sources of this one"
# shellcheck source=/dev/null
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
mapfile -t sources < <(grep -lsE "^(Suites:|deb ).* $codename( |-|\$)|^Suites: $codename( |-|\$)" \
  /etc/apt/sources.list /etc/apt/sources.list.d/* || true)
[ ${#sources[@]} -gt 0 ] || fail "no source of $codename is in /etc/apt."
root=$work/root
# With what the package says that it depends on, found as apt finds it.
# shellcheck disable=SC2016
DEPENDS=$(dpkg-deb -f "$deb" Depends) mmdebstrap --quiet --variant=apt --customize-hook='
  DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get satisfy -y -qq --no-install-recommends "$DEPENDS" >"$1/var/satisfy.log" 2>&1 ||
    { cat "$1/var/satisfy.log" >&2; exit 1; }' "$codename" "$root" "${sources[@]}"
[ ! -e "$root/usr/bin/java" ] || fail "the clean Debian has a Java."
mount -t proc proc "$root/proc"
cp "$deb" "$root/var/specimen.deb"
in_root() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}
as_person() { # a person without privileges and without a locale
  env -i PATH=/usr/bin:/bin HOME=/home/person DISPLAY="${DISPLAY:-}" SPECIMEN_JAVA_OPTS="${options:-}" \
    /usr/sbin/chroot --userspec=1000:1000 "$root" "$@"
}
install -d -o 1000 -g 1000 "$root/home/person"

# Everything but what apt and dpkg keep for themselves and what a person made.
everything() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o -path ./var/log \
    -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/lib/dpkg -o -path ./etc/ld.so.cache \) -prune -o -print) |
    sort
}

echo "== install"
everything >"$work/before"
in_root dpkg --install /var/specimen.deb >"$work/dpkg.log"
# Every library of the runtime finds what it is linked with, in the package or in what it depends on.
# shellcheck disable=SC2016
in_root sh -c 'find /opt/specimen -name "*.so" -exec env LD_LIBRARY_PATH=/opt/specimen/runtime/lib:/opt/specimen/runtime/lib/server ldd {} +' \
  >"$work/ldd.log"
if grep 'not found' "$work/ldd.log"; then fail "a library is missing in the dependencies."; fi

echo "== the command line"
[ "$(as_person specimen --version)" = "specimen $version" ] || fail "specimen --version says something else."
cp -R src/main/resources/org/specimen/samples/map-analysis "$root/home/person/Überblick"
chown -R 1000:1000 "$root/home/person"
options=-Xlog:class+load:file=/home/person/loaded as_person specimen write --offline /home/person/Überblick \
  >"$work/write.log"
[ -s "$root/home/person/Überblick/ENVIRONMENT.md" ] || fail "specimen write wrote no ENVIRONMENT.md."
from_archive() { # from_archive WHAT: nine of ten classes of Specimen, or Java passed over the archive
  local all shared
  all=$(grep -c 'org\.specimen\.' "$root/home/person/loaded")
  shared=$(grep 'org\.specimen\.' "$root/home/person/loaded" | grep -c 'source: shared objects file')
  echo "$1: $shared of $all classes of Specimen come from its archive"
  [ $((shared * 10)) -ge $((all * 9)) ] || fail "the installed $1 does not use its archive."
}
from_archive "command line"

echo "== the window"
mkfifo "$work/screen"
Xvfb -screen 0 1920x1200x24 -nolisten tcp -ac -displayfd 3 3>"$work/screen" 2>"$work/screen.log" &
screen=$!
read -r number <"$work/screen"
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
options="-Dspecimen.benchmark=first-window-then-close -Xlog:class+load:file=/home/person/loaded" \
  DISPLAY=:$number as_person timeout 120 specimen >"$work/window.log"
grep -qx first-window "$work/window.log" || fail "the window did not come."
from_archive window
options=-Dspecimen.benchmark=first-window-then-close DISPLAY=:$number \
  as_person timeout 120 specimen /home/person/Überblick >"$work/window.log"
grep -qx first-window "$work/window.log" || fail "the window did not come for a folder."

echo "== removal"
in_root dpkg --purge specimen >>"$work/dpkg.log"
everything >"$work/after"
if comm -13 "$work/before" "$work/after" | grep .; then fail "something is left behind."; fi

echo "== rpm and tarball"
[ "$(rpm -qp --qf '%{NAME} %{VERSION} %{LICENSE}' "$rpm")" = "specimen $version Apache-2.0" ] || fail "the rpm has another name."
rpm -qp --requires "$rpm" | grep -qF 'libgtk-3.so.0()(64bit)' || fail "the rpm does not ask for GTK."
if rpm -qp --scripts "$rpm" | grep -q .; then fail "the rpm runs scripts."; fi
rpm -qpl "$rpm" | sort >"$work/rpm.files"
dpkg-deb -c "$deb" | awk '$1 !~ /^d/ { print $6 }' | sed 's/^\.//' | sort >"$work/deb.files"
if comm -13 "$work/rpm.files" "$work/deb.files" | grep .; then fail "the rpm lacks what the deb has."; fi
mkdir "$work/elsewhere"
tar -xJf "$tarball" -C "$work/elsewhere" --strip-components=1
[ "$(env -i HOME="$work" "$work/elsewhere/bin/specimen" --version)" = "specimen $version" ] || fail "the unpacked tarball does not run."
ls -l "$deb" "$rpm" "$tarball"
echo "Installed, ran and went."
