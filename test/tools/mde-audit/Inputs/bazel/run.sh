#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# run.sh STATE COMMAND OPTION...: Bazel in the current directory, without the network.
# What it keeps is in the folder STATE. Standard error says what it did.
stubs=$(cd "$(dirname "$0")" && pwd)/stubs
state=$1
command=$2
shift 2
for name in rules_cc rules_java remote_coverage_tools; do
  set -- "--override_repository=$name=$stubs/$name" "$@"
done
# Debian has it on.
set -- --nosandbox_debug "$@"
[ "$command" != shutdown ] || set --
exec "${BAZEL:-bazel}" --nohome_rc --output_user_root="$state" --max_idle_secs=60 \
  --host_jvm_args=-Xmx500m "$command" "$@"
