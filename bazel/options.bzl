# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The options of mde-user-agent, for all targets of a build.

mde-audit looks for .clang-tidy files above each source. In a sandbox these would
be those of whoever runs it, so here the file is named, always.
"""

MdeOptionsInfo = provider(
    doc = "What decides beside the sources.",
    fields = {
        "clang_tidy": "File: as --config-file.",
        "files": "depset of File: that one, and the models that it names.",
    },
)

def _mde_options(ctx):
    return [MdeOptionsInfo(
        clang_tidy = ctx.file.clang_tidy,
        files = depset([ctx.file.clang_tidy] + ctx.files.models),
    )]

mde_options = rule(
    doc = "Options; --@mde_tidy//:options says which.",
    implementation = _mde_options,
    attrs = {
        "clang_tidy": attr.label(
            allow_single_file = True,
            mandatory = True,
            doc = "A .clang-tidy file.",
        ),
        "models": attr.label_list(
            allow_files = True,
            doc = "The files that its option Models names.",
        ),
    },
)

SettingInfo = provider(
    doc = "What was said on the command line.",
    fields = {"value": "string"},
)

def _string_setting(ctx):
    return [SettingInfo(value = ctx.build_setting_value)]

string_setting = rule(
    implementation = _string_setting,
    build_setting = config.string(flag = True),
)
