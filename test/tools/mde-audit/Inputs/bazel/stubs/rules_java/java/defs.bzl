# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What Bazel itself loads, as the rules that it has built in."""
java_binary = native.java_binary
java_import = native.java_import
java_library = native.java_library
java_plugin = native.java_plugin
java_test = native.java_test
java_toolchain = native.java_toolchain
java_runtime = native.java_runtime
java_package_configuration = native.java_package_configuration
