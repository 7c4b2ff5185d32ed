# The test suite. ctest says which build is tested; by hand:
#
#   /usr/lib/llvm-22/bin/lit -v test/Paths [--param build=DIR]
#
# What a RUN line may say:
#   %mde-ir %mde-tidy %mde-audit %mde-clangd   what was built
#   %lsp DIR SESSION [OPTION...]     an editor with mde-clangd in DIR: lsp.py
#   %clang-tidy --load=%plugin       the host for LLVM 22 and our plugin
#   %clang-tidy-19 %plugin-19        the same for LLVM 19; REQUIRES: llvm19
#   %check-doors                     a file through every door: check_doors.py
#   %editor-and-ci FILE... [-- FLAG...]
#                                    what only one of the two says: editor_and_ci.py
#   %nvim %emacs                     editors, for test/editors
#   %bazel STATE COMMAND OPTION...   Bazel without the network; REQUIRES: bazel, since not
#                                    every Debian has it
#   FileCheck not count split-file   LLVM's
# REQUIRES: clang keeps a test out of builds without clang, which the sanitized
# build is.
import os
import shutil

import lit.formats

config.name = "mde-tidy"
config.test_source_root = os.path.dirname(os.path.abspath(__file__))
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".ir", ".test", ".yaml"]
config.excludes = ["Inputs", "CMakeLists.txt", "truth", "fuzz"]

build = lit_config.params.get("build", os.path.join(config.test_source_root, "..", "build"))
site = os.path.join(build, "test", "lit.site.cfg.py")
if not os.path.exists(site):
    lit_config.fatal(f"There is no build at {build}: run scripts/build, or say --param build=DIR.")
with open(site) as file:
    exec(compile(file.read(), site, "exec"))

config.test_exec_root = os.path.join(config.mde_build, "test", "out")


def built(name):
    return os.path.join(config.mde_build, "bin", name)


def llvm_tool(name):
    return os.path.join(config.mde_llvm_tools, name)


def installed(name):
    """A program that the tests need; told where it is missing, not skipped."""
    path = shutil.which(name)
    if not path:
        lit_config.fatal(f"{name} is not installed: scripts/packages.sh installs what the tests need.")
    return path


plugin = os.path.join(config.mde_build, "lib", "MdeTidyPlugin.so")
doors = []
substitutions = [
    ("%mde-ir", built("mde-ir")),
    ("%python", config.mde_python),
    ("%source", config.mde_source),
    ("%build", config.mde_build),
]

if config.mde_with_clang:
    config.available_features.add("clang")
    clang_tidy = installed("clang-tidy-22")
    doors += [f"mde-tidy={built('mde-tidy')}", f"plugin={clang_tidy},{plugin}"]
    substitutions += [
        ("%mde-tidy", built("mde-tidy")),
        ("%mde-audit", built("mde-audit")),
        ("%mde-clangd", built("mde-clangd")),
        ("%editor-and-ci", f"{config.mde_python} {config.test_source_root}/editor_and_ci.py "
                           f"{built('mde-clangd')} {built('mde-tidy')}"),
        ("%nvim", installed("nvim")),
        ("%emacs", installed("emacs")),
        ("%lsp", f"{config.mde_python} {config.test_source_root}/lsp.py {built('mde-clangd')}"),
        ("%clang-tidy", clang_tidy),
        ("%plugin", plugin),
    ]
    if config.mde_plugin_19:
        if not os.path.exists(config.mde_plugin_19):
            lit_config.fatal(f"The build was told of a plugin for LLVM 19 that isn't there: {config.mde_plugin_19}.")
        config.available_features.add("llvm19")
        clang_tidy_19 = installed("clang-tidy-19")
        doors += [f"plugin-19={clang_tidy_19},{config.mde_plugin_19}"]
        substitutions += [
            ("%clang-tidy-19", clang_tidy_19),
            ("%plugin-19", config.mde_plugin_19),
        ]
    # Debian's, which starts the other: those of other people fetch rules from the network.
    if shutil.which("bazel") and shutil.which("bazel-4"):
        config.available_features.add("bazel")
        substitutions.append(("%bazel", f"env MDE_AUDIT={built('mde-audit')} sh "
                                        f"{config.test_source_root}/tools/mde-audit/Inputs/bazel/run.sh"))
if config.mde_sanitize:
    config.available_features.add("sanitize")

# --param doors=mde-tidy: only these.
if only := lit_config.params.get("doors"):
    doors = [door for door in doors if door.split("=")[0] in only.split(",")]

check_doors = " ".join(
    [config.mde_python, os.path.join(config.test_source_root, "check_doors.py")]
    + [f"--filecheck={llvm_tool('FileCheck')}", "--scratch=%t.doors"]
    + [f"--door={door}" for door in doors]
)
substitutions.append(("%check-doors", check_doors))

# The longest name first, and only whole names: %plugin is a part of %plugin-19.
for name, value in sorted(substitutions, key=lambda pair: -len(pair[0])):
    config.substitutions.append((name + r"(?![\w-])", value))

# %check-doors holds %t, which lit expands in a further round.
config.recursiveExpansionLimit = 3

config.environment["PATH"] = os.pathsep.join([config.mde_llvm_tools, os.environ["PATH"]])
# What test/robustness/mutate.py broke on purpose.
for name in ("MDE_MUTANT", "MDE_MUTANT_MODEL", "MDE_MUTANT_LOG"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
# The colour and the width of messages must not depend on who runs the tests.
config.environment["TERM"] = "dumb"
