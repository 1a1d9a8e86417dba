# Installs the Debian packages that the suite needs; sourced by quickstart.sh and test.sh. Quick when all are there.
# usage: install_packages PACKAGE...

install_packages() {
  missing=""
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  if [ -z "$missing" ]; then
    return 0
  fi
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "apt-get was not found. Install these packages by hand:$missing" >&2
    return 1
  fi
  elevate=""
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "Run this as root, or install sudo. Needed:$missing" >&2
      return 1
    fi
    elevate=sudo
  fi
  echo "==> Installing:$missing"
  $elevate apt-get update -qq || true
  # shellcheck disable=SC2086
  $elevate env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# All that building needs. Keep in step with core/dependencies.cmake.
build_packages="g++ cmake ninja-build ccache pkg-config libboost-dev libboost-filesystem-dev libsoci-dev libsqlite3-dev libpugixml-dev
libxml2-dev libxslt1-dev libcli11-dev libfmt-dev libexpected-dev libkainjow-mustache-dev libutf8proc-dev libssl-dev libzip-dev liblz4-dev libp11-dev nlohmann-json3-dev
libwxgtk3.2-dev fonts-croscore fonts-liberation"
# What the tests use besides.
test_packages="catch2 libxml2-utils python3 python3-lxml postgresql sqlite3 locales-all file dpkg-dev fakeroot git ca-certificates xvfb xauth xmlsec1 openssl softhsm2 opensc
dbus at-spi2-core gir1.2-atspi-2.0 python3-gi"
# What `test.sh PRESET slow` uses besides.
slow_packages="libreoffice-calc-nogui"
# What installer/check.sh uses.
check_packages="clang-format clang-tidy clang g++-mingw-w64-x86-64-posix"
