# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a BUILD file loads. docs/scale.md tells how to use it."""

load(":capture.bzl", _MdeUnitsInfo = "MdeUnitsInfo", _mde_capture = "mde_capture")
load(":link.bzl", _mde_audit = "mde_audit", _mde_audit_test = "mde_audit_test")
load(":options.bzl", _mde_options = "mde_options")

MdeUnitsInfo = _MdeUnitsInfo
mde_audit = _mde_audit
mde_audit_test = _mde_audit_test
mde_capture = _mde_capture
mde_options = _mde_options
