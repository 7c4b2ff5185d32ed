# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The flags with which Bazel compiles the sources of a target.

Bazel shows no aspect the command lines of its own compilations, so they are put
together again, of the same parts in the same order: what the toolchain adds,
what the command line of Bazel adds, and what the target and its dependencies say.
"""

# What the flags of modules name (maps of modules) is made for the compilation only.
_NO_MODULES = ["header_modules", "layering_check", "module_maps", "use_header_modules"]

def _words(text):
    """The words of text, as Bazel and a shell tell them apart."""
    words = []
    word = ""
    begun = False
    quote = ""
    escaped = False
    for c in text.elems():
        if escaped:
            # Between double quotes a backslash is itself before most others.
            word += c if not quote or c in "\"\\" else "\\" + c
            escaped = False
        elif c == "\\" and quote != "'":
            escaped = True
            begun = True
        elif quote:
            if c == quote:
                quote = ""
            else:
                word += c
        elif c in "'\"":
            quote = c
            begun = True
        elif c in " \t\n":
            if begun:
                words.append(word)
            word = ""
            begun = False
        else:
            word += c
            begun = True
    if begun:
        words.append(word)
    return words

def _expanded(ctx, attribute, split):
    """The words of an attribute, with $(location ...) and variables replaced."""
    words = []
    for text in getattr(ctx.rule.attr, attribute, []):
        text = ctx.expand_location(text, location_targets(ctx))
        text = ctx.expand_make_variables(attribute, text, {})
        words += _words(text) if split else [text]
    return words

def location_targets(ctx):
    """The targets that flags name with $(location ...)."""
    texts = []
    for attribute in ["copts", "conlyopts", "cxxopts"]:
        texts += getattr(ctx.rule.attr, attribute, [])
    targets = []
    if not any(["$(location" in text or "$(execpath" in text for text in texts]):
        return targets
    for attribute in ["srcs", "hdrs", "textual_hdrs", "deps", "data", "additional_compiler_inputs"]:
        value = getattr(ctx.rule.attr, attribute, [])
        if type(value) == type([]):
            targets += [each for each in value if type(each) == "Target"]
    return targets

def compilation_contexts(target, ctx):
    """Where headers and flags come from: the target's own, and what it hides."""
    contexts = []
    if CcInfo in target:
        contexts.append(target[CcInfo].compilation_context)
    hidden = ["implementation_deps"]

    # Where the target has none of its own.
    if not contexts:
        hidden += ["deps", "interface_deps"]
    for attribute in hidden:
        for each in getattr(ctx.rule.attr, attribute, None) or []:
            if CcInfo in each:
                contexts.append(each[CcInfo].compilation_context)
    return contexts

def _local_defines(target, ctx):
    if CcInfo in target and hasattr(target[CcInfo].compilation_context, "local_defines"):
        return target[CcInfo].compilation_context.local_defines
    return depset(_expanded(ctx, "local_defines", split = True))

def _all(contexts, field):
    """In the order in which Bazel names them; depsets of several orders do not mix."""
    found = []
    for each in contexts:
        found += getattr(each, field).to_list()
    return found

# By the extension of a source: the action of toolchains, and the flags of
# --copt and the like that hold for it.
_C = ("c-compile", "conlyopts")
_CXX = ("c++-compile", "cxxopts")
_OBJC = ("objc-compile", "conlyopts")
_OBJCXX = ("objc++-compile", "cxxopts")
_LANGUAGES = {
    "c": _C,
    "cc": _CXX,
    "cpp": _CXX,
    "cxx": _CXX,
    "c++": _CXX,
    "C": _CXX,
    "CC": _CXX,
    "cppm": _CXX,
    "ixx": _CXX,
    "m": _OBJC,
    "mm": _OBJCXX,
}

def is_source(file):
    """Whether a file among the sources of a target is compiled by itself."""
    return file.extension in _LANGUAGES

def languages():
    """For each way to compile: the extensions of the sources."""
    found = {}
    for extension, language in _LANGUAGES.items():
        found.setdefault(language, []).append(extension)
    return found.values()

def compile_command(target, ctx, toolchain, extension):
    """The compiler, and the flags for sources with an extension.

    Returns:
      a struct with compiler, the path of the program, and flags.
    """
    action, more = _LANGUAGES[extension]
    features = cc_common.configure_features(
        ctx = ctx,
        cc_toolchain = toolchain,
        requested_features = ctx.features,
        unsupported_features = ctx.disabled_features + _NO_MODULES,
    )
    if not cc_common.action_is_enabled(feature_configuration = features, action_name = action):
        action = "c++-compile"
    contexts = compilation_contexts(target, ctx)
    cpp = ctx.fragments.cpp
    split = "no_copts_tokenization" not in ctx.features
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = cpp.copts + getattr(cpp, more) + _expanded(ctx, "copts", split) +
                             _expanded(ctx, more, split),
        include_directories = depset(_all(contexts, "includes")),
        quote_include_directories = depset(_all(contexts, "quote_includes")),
        system_include_directories = depset(_all(contexts, "system_includes")),
        framework_include_directories = depset(_all(contexts, "framework_includes")),
        # Others would be turned round, as the local ones are by Bazel.
        preprocessor_defines = depset(
            _all(contexts, "defines") + reversed(_local_defines(target, ctx).to_list()),
            order = "topological",
        ),
    )
    return struct(
        compiler = cc_common.get_tool_for_action(
            feature_configuration = features,
            action_name = action,
        ),
        flags = cc_common.get_memory_inefficient_command_line(
            feature_configuration = features,
            action_name = action,
            variables = variables,
        ),
    )
