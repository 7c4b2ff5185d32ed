#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# scripts/packages.sh [build] [test]
#
# Installs the Debian packages that building (and testing) needs and that are
# not there yet. The only place where they are listed.
set -eu

build="
  g++ cmake ninja-build libfmt-dev
  llvm-22-dev llvm-22-tools libclang-22-dev clang-22 clang-tidy-22
  clang-tools-22 clangd-22
  libgrpc++-dev libprotobuf-dev protobuf-compiler protobuf-compiler-grpc
  libcurl4-openssl-dev
"
# The plugin for LLVM 19, the libraries whose real headers the tests include, what the
# private network of test/truth is made with, the sanitizers and libFuzzer of clang,
# what writes random C, the editors of test/editors, and Bazel.
test="
  python3 git dpkg-dev file llvm-19-dev libclang-19-dev clang-tidy-19
  libabsl-dev libboost-dev libglib2.0-dev libc++-22-dev libc++abi-22-dev
  libcpp-httplib-dev libssl-dev libsoup2.4-dev libsoup-3.0-dev libneon27-dev libevent-dev libcurlpp-dev
  libserf-dev libpistache-dev juce-modules-source-data
  libcpprest-dev libboost-coroutine-dev libpoco-dev libwxgtk3.2-dev
  qtbase5-dev qt6-base-dev g++-mingw-w64-x86-64 wine wine64
  git iproute2 openssl zstd xxhash libclang-rt-22-dev csmith libcsmith-dev
  neovim emacs-nox elpa-eglot bazel-bootstrap
"

wanted=""
for group in "${@:-build}"; do
  case $group in
    build) wanted="$wanted $build" ;;
    test) wanted="$wanted $test" ;;
    *) echo "packages.sh: '$group' is not a group of packages; there are build and test." >&2; exit 2 ;;
  esac
done

if ! command -v dpkg-query >/dev/null; then
  echo "This is not a Debian system, so nothing is installed; needed are what Debian calls:" $wanted
  exit 0
fi

missing=""
for package in $wanted; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "These packages are missing, and neither root nor sudo is at hand to install them:$missing" >&2
    exit 1
  }
  as_root=sudo
fi
echo "Installing:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The list of packages may be old or absent: fetch it, and say what failed if something does.
if ! { $as_root apt-get update &&
       DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
  cat "$log" >&2
  echo "The packages could not be installed:$missing" >&2
  exit 1
fi
