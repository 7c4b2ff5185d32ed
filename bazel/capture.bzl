# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The aspect that captures each source of a target and of its dependencies."""

load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")
load(":flags.bzl", "compilation_contexts", "compile_command", "is_source", "location_targets")
load(":names.bzl", "path_prefixes")
load(":options.bzl", "MdeOptionsInfo")

MdeUnitsInfo = provider(
    doc = "What was captured of a target and of all that it depends on.",
    fields = {
        "units": "depset of File: for mde-audit link.",
        "sources": "depset of File: the sources and headers that reports show.",
        "prefixes": "depset of strings: OLD=NEW for --path-prefix-map.",
    },
)

# The attributes whose targets become a part of the program.
_EDGES = [
    "deps",
    "implementation_deps",
    "interface_deps",
    "srcs",
    "malloc",
    "dynamic_deps",
    "roots",
]

def _collected(ctx):
    infos = []
    for edge in _EDGES:
        value = getattr(ctx.rule.attr, edge, None)
        for each in value if type(value) == type([]) else [value]:
            if type(each) == "Target" and MdeUnitsInfo in each:
                infos.append(each[MdeUnitsInfo])
    return infos

def _sources(target, ctx):
    if CcInfo not in target:
        return []
    files = getattr(ctx.rule.files, "srcs", []) + getattr(ctx.rule.files, "module_interfaces", [])
    return [file for file in files if is_source(file)]

def _capture(ctx, source, command, inputs, prefixes):
    options = ctx.attr._options[MdeOptionsInfo]
    unit = ctx.actions.declare_file("_mde/%s/%s.mdeir" % (
        ctx.label.name,
        source.short_path.replace("../", "external/"),
    ))
    args = ctx.actions.args()
    args.add("capture")
    args.add("--allow-incomplete")
    args.add("--config-file", options.clang_tidy)
    args.add("--compiler", command.compiler.rpartition("/")[2])
    args.add_all(prefixes, format_each = "--path-prefix-map=%s")
    args.add("-o", unit)
    args.add(source)
    args.add("--")
    args.add_all(command.flags)
    ctx.actions.run(
        mnemonic = "MdeCapture",
        progress_message = "Capturing " + source.short_path,
        executable = ctx.executable._tool,
        arguments = [args],
        inputs = depset([source], transitive = [inputs]),
        outputs = [unit],
    )
    return unit

def _captured(target, ctx, prefixes):
    sources = _sources(target, ctx)
    if not sources:
        return []
    toolchain = find_cpp_toolchain(ctx)
    inputs = [toolchain.all_files, ctx.attr._options[MdeOptionsInfo].files]
    inputs += [each.headers for each in compilation_contexts(target, ctx)]
    inputs += [each.files for each in location_targets(ctx)]
    inputs = depset(transitive = inputs)
    commands = {
        extension: compile_command(target, ctx, toolchain, extension)
        for extension in depset([source.extension for source in sources]).to_list()
    }
    return [
        _capture(ctx, source, commands[source.extension], inputs, prefixes)
        for source in sources
    ]

def _mde_capture(target, ctx):
    collected = _collected(ctx)

    # Toolchains, too, name their folder by where the build happens to be.
    prefixes = depset(
        ["/proc/self/cwd="] + path_prefixes(target, ctx),
        transitive = [each.prefixes for each in collected],
    )
    info = MdeUnitsInfo(
        units = depset(_captured(target, ctx, prefixes), transitive = [each.units for each in collected]),
        sources = depset(
            _sources(target, ctx) + getattr(ctx.rule.files, "hdrs", []),
            transitive = [each.sources for each in collected] +
                         [each.headers for each in compilation_contexts(target, ctx)],
        ),
        prefixes = prefixes,
    )
    return [info, OutputGroupInfo(mde_units = info.units)]

mde_capture = aspect(
    doc = "Captures the sources of targets and of what they depend on; the units are " +
          "the output group mde_units.",
    implementation = _mde_capture,
    attr_aspects = _EDGES,
    attrs = {
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
        "_options": attr.label(default = "//:options", providers = [MdeOptionsInfo]),
        "_tool": attr.label(
            default = "//:tool",
            allow_files = True,
            executable = True,
            cfg = "exec",
        ),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)
