# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The rule that judges programs."""

load(":capture.bzl", "MdeUnitsInfo", "mde_capture")
load(":options.bzl", "MdeOptionsInfo", "SettingInfo")

_REPORTS = {
    "gitlab": "gitlab.json",
    "html": "html",
    "json": "json",
    "markdown": "md",
    "sarif": "sarif",
}

# Findings are no failure of the action, or Bazel would throw the reports away. Wrong
# use is.
_LINK = """
out=$1; code=$2; shift 2
"$@" > "$out"
result=$?
[ $result -ne 2 ] || exit 2
[ $result -le 3 ] || exit $result
echo $result > "$code"
"""

def _link(ctx):
    """Declares the action; returns the text, the exit code and the reports."""
    options = ctx.attr._options[MdeOptionsInfo]
    infos = [each[MdeUnitsInfo] for each in ctx.attr.targets]
    text = ctx.actions.declare_file(ctx.label.name + ".txt")
    code = ctx.actions.declare_file(ctx.label.name + ".exit")
    inputs = [file for file in [ctx.file.suppressions, ctx.file.baseline] if file]
    args = ctx.actions.args()
    args.add(text)
    args.add(code)
    args.add(ctx.executable._tool)
    args.add("link")
    args.add("--config-file", options.clang_tidy)
    args.add("--suppressions", ctx.file.suppressions or "/dev/null")
    if ctx.file.baseline:
        args.add("--baseline", ctx.file.baseline)
    if ctx.attr.verify:
        args.add("--verify")
    if ctx.attr.allow_incomplete:
        args.add("--allow-incomplete")
    reports = []
    for form in ctx.attr.reports:
        report = ctx.actions.declare_file("%s.%s" % (ctx.label.name, _REPORTS[form]))
        args.add(report, format = "--%s=%%s" % form)
        reports.append(report)
    units = ctx.actions.args()
    units.use_param_file("@%s")
    units.set_param_file_format("shell")
    units.add_all(depset(transitive = [each.units for each in infos]))
    time = ctx.attr._source_date_epoch[SettingInfo].value
    ctx.actions.run_shell(
        mnemonic = "MdeLink",
        progress_message = "Judging " + str(ctx.label),
        command = _LINK,
        arguments = [args, units],
        env = {"SOURCE_DATE_EPOCH": time} if time else {},
        tools = [ctx.executable._tool],
        inputs = depset(inputs, transitive = [options.files] +
                                             [each.units for each in infos] +
                                             [each.sources for each in infos]),
        outputs = [text, code] + reports,
    )
    return text, code, reports

def _mde_audit(ctx):
    text, code, reports = _link(ctx)
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        script,
        "#!/bin/sh\ncat '%s'\nexit \"$(cat '%s')\"\n" % (text.short_path, code.short_path),
        is_executable = True,
    )
    return [DefaultInfo(
        files = depset([text] + reports),
        executable = script,
        runfiles = ctx.runfiles([text, code]),
    )]

_ATTRIBUTES = {
    "targets": attr.label_list(
        aspects = [mde_capture],
        allow_empty = False,
        mandatory = True,
        doc = "Programs and libraries.",
    ),
    "reports": attr.string_list(
        default = ["sarif", "json", "html"],
        doc = "Which of %s to write." % ", ".join(sorted(_REPORTS)),
    ),
    "verify": attr.bool(doc = "As --verify."),
    "allow_incomplete": attr.bool(doc = "As --allow-incomplete."),
    "suppressions": attr.label(
        allow_single_file = True,
        doc = "As --suppressions; default: none.",
    ),
    "baseline": attr.label(
        allow_single_file = True,
        doc = "As --baseline.",
    ),
    "_options": attr.label(
        default = "//:options",
        providers = [MdeOptionsInfo],
    ),
    "_source_date_epoch": attr.label(
        default = "//:source_date_epoch",
        providers = [SettingInfo],
    ),
    "_tool": attr.label(
        default = "//:tool",
        allow_files = True,
        executable = True,
        cfg = "target",
    ),
}

mde_audit = rule(
    doc = "Judges the program that targets and all they depend on make, taken together. " +
          "`bazel build` writes the reports; `bazel run` says what was found, and ends as " +
          "mde-audit does.",
    implementation = _mde_audit,
    attrs = _ATTRIBUTES,
    executable = True,
)

mde_audit_test = rule(
    doc = "The same as a test.",
    implementation = _mde_audit,
    attrs = _ATTRIBUTES,
    test = True,
)
