//===- Audit/Database.h - The units of a project ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads compile_commands.json. Two entries for one file are two units, built
// with other flags; equal ones are one. A command of cl.exe, and one whose program
// has a Windows path, is split by Windows' rules.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_DATABASE_H
#define MDE_AUDIT_DATABASE_H

#include "Audit/Command.h"

namespace mde::audit {

/// The file that \p Where names (itself, or its folder); with "", the nearest
/// one in the current directory, its `build`, and the same further up.
llvm::Expected<std::string> findDatabase(llvm::StringRef Where);

/// The units that \p Path holds, in an order that does not depend on theirs.
llvm::Expected<std::vector<Command>> readDatabase(llvm::StringRef Path);

/// Those of \p All whose main file one of \p Patterns names, a file or a glob
/// (`*` matches `/`, too), relative to the current directory or absolute. One
/// that names none is an error.
llvm::Expected<std::vector<Command>>
select(const std::vector<Command> &All, llvm::ArrayRef<std::string> Patterns);

} // namespace mde::audit

#endif // MDE_AUDIT_DATABASE_H
