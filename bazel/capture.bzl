# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The aspect that captures each source of a target and of its dependencies."""

load("@bazel_tools//tools/cpp:toolchain_utils.bzl", "find_cpp_toolchain")
load(":flags.bzl", "compilation_contexts", "compile_command", "is_source", "languages", "location_targets")
load(":names.bzl", "path_prefixes")
load(":options.bzl", "MdeOptionsInfo")

MdeUnitsInfo = provider(
    doc = "What was captured of a target and of all that it depends on.",
    fields = {
        "units": "depset of File: for mde-audit link; folders hold some.",
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
    """The files that are compiled, and the folders in which some may be."""
    # The sources of a filegroup or a genrule are those of who compiles them.
    if CcInfo not in target and not any([each.mnemonic == "CppCompile" for each in target.actions]):
        return []
    files = getattr(ctx.rule.files, "srcs", []) + getattr(ctx.rule.files, "module_interfaces", [])
    return [file for file in files if is_source(file) or file.is_directory]

def _options(ctx, command, prefixes):
    """All of a capture but the names of the source and of the unit."""
    args = ctx.actions.args()
    args.add("--allow-incomplete")
    args.add("--config-file", ctx.attr._options[MdeOptionsInfo].clang_tidy)
    args.add("--compiler", command.compiler.rpartition("/")[2])
    args.add_all(prefixes, format_each = "--path-prefix-map=%s")
    args.add("--")
    args.add_all(command.flags)
    return args

def _output(ctx, source):
    return "_mde/%s/%s" % (ctx.label.name, source.short_path.replace("../", "external/"))

def _names(ctx, files):
    """A file with the names of files."""
    names = ctx.actions.declare_file("_mde/%s/headers" % ctx.label.name)
    args = ctx.actions.args()
    args.set_param_file_format("multiline")
    args.add_all(files)
    ctx.actions.write(names, args)
    return names

def _capture(ctx, source, options, headers, inputs):
    unit = ctx.actions.declare_file(_output(ctx, source) + ".mdeir")
    unread = ctx.actions.declare_file(_output(ctx, source) + ".unread")
    args = ctx.actions.args()
    args.add("capture")
    args.add("-o", unit)
    args.add(source)
    args.add("--unread-of", headers)
    args.add("--unread", unread)
    ctx.actions.run(
        mnemonic = "MdeCapture",
        progress_message = "Capturing " + source.short_path,
        executable = ctx.executable._tool,
        arguments = [args, options],
        inputs = depset([source, headers], transitive = [inputs]),
        outputs = [unit, unread],
        # A header that may be included and is not is no reason to do it again.
        unused_inputs_list = unread,
    )
    return unit

# What a folder holds is known when it was made.
_CAPTURE_FOLDER = """
tool=$1 folder=$2 units=$3 extensions=$4
shift 4
find -L "$folder" -type f | while read -r source; do
  case " $extensions " in *" ${source##*.} "*) ;; *) continue ;; esac
  unit=$units/${source#"$folder"/}.mdeir
  mkdir -p "${unit%/*}"
  "$tool" capture -o "$unit" "$source" "$@" || exit
done
"""

def _capture_folder(ctx, folder, extensions, options, inputs):
    units = ctx.actions.declare_directory(_output(ctx, folder) + "." + extensions[0])
    args = ctx.actions.args()
    args.add(ctx.executable._tool)
    args.add_all([folder, units], expand_directories = False)
    args.add(" ".join(extensions))
    ctx.actions.run_shell(
        mnemonic = "MdeCapture",
        progress_message = "Capturing " + folder.short_path,
        command = _CAPTURE_FOLDER,
        arguments = [args, options],
        tools = [ctx.executable._tool],
        inputs = depset([folder], transitive = [inputs]),
        outputs = [units],
    )
    return units

def _captured(target, ctx, prefixes):
    """Declares the captures of the sources of one target; returns the units."""
    sources = _sources(target, ctx)
    if not sources:
        return []
    toolchain = find_cpp_toolchain(ctx)
    headers = depset(transitive = [each.headers for each in compilation_contexts(target, ctx)])
    inputs = depset(transitive = [
        headers,
        toolchain.all_files,
        ctx.attr._options[MdeOptionsInfo].files,
    ] + [each.files for each in location_targets(ctx)])
    names = _names(ctx, headers)
    folders = [source for source in sources if source.is_directory]
    units = []
    for extensions in languages():
        files = [source for source in sources if source.extension in extensions and source not in folders]
        if not files and not folders:
            continue
        command = compile_command(target, ctx, toolchain, extensions[0])
        options = _options(ctx, command, prefixes)
        units += [_capture(ctx, file, options, names, inputs) for file in files]
        units += [_capture_folder(ctx, folder, extensions, options, inputs) for folder in folders]
    return units

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
            # A file that is there, in general. Flags need not hold in others.
            cfg = "target",
        ),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)
