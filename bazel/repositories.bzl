# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What a WORKSPACE file loads."""

def _mde_audit_repository(ctx):
    path = ctx.attr.path or ctx.os.environ.get("MDE_AUDIT") or ctx.which("mde-audit")
    if not path:
        fail("mde-audit is not on the PATH: install it, set MDE_AUDIT to its " +
             "place, or give mde_audit_repository a path.")
    ctx.symlink(path, "mde-audit")
    ctx.file("BUILD.bazel", 'exports_files(["mde-audit"])\n')

mde_audit_repository = repository_rule(
    doc = "The mde-audit that is installed, as @NAME//:mde-audit. Name it " +
          "mde_audit, or set --@mde_tidy//:tool.",
    implementation = _mde_audit_repository,
    attrs = {"path": attr.string(doc = "Absolute; default: $MDE_AUDIT or that of the PATH.")},
    environ = ["MDE_AUDIT", "PATH"],
    local = True,
)
