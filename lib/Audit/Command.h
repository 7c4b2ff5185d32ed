//===- Audit/Command.h - Compile commands, made harmless --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A compilation database is untrusted input, and often one for another
// compiler. Of a command's flags those are kept that say how the source is to
// be read: language, target, macros, include paths. None that is kept loads a
// plugin, runs a program or writes a file; none that only another compiler
// knows makes a unit fail. Sanitize.h does the same to what clang's driver
// makes of them.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_COMMAND_H
#define MDE_AUDIT_COMMAND_H

#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace llvm::vfs {
class FileSystem;
} // namespace llvm::vfs

namespace mde::audit {

/// An entry of compile_commands.json.
struct Command {
  std::string Directory;              ///< Absolute.
  std::string File;                   ///< The main file: absolute.
  std::vector<std::string> Arguments; ///< The compiler first.
};

/// The command line with which clang's driver reads the source of \p C in the
/// current directory, which has to be that of \p C. `@file` is replaced by what
/// the response file in \p Files holds; one that is not there is an error.
llvm::Expected<std::vector<std::string>> harmless(const Command &C,
                                                  llvm::vfs::FileSystem &Files);

} // namespace mde::audit

#endif // MDE_AUDIT_COMMAND_H
