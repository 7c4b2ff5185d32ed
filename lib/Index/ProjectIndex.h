//===- Index/ProjectIndex.h - The units of a project ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whoever looks at one source of a project (a check, an editor) does not see what
// the others do. An audit of the whole project leaves a list of its captured units
// in its cache; here are those that a source can be run with.
//
// A unit counts as long as all that it was made from is as it was: one that was
// changed since is as if it had not been captured, and then the project is not
// whole.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_INDEX_PROJECTINDEX_H
#define MDE_INDEX_PROJECTINDEX_H

#include "Index/StoredUnit.h"

namespace mde::index {

/// The list, as it stands in the folder.
struct ProjectIndex {
  std::string Root; ///< Absolute: what names of files in units are relative to.
  bool Whole = false; ///< Every unit of the project was understood.
  std::vector<std::string> Units; ///< Files in the folder.
};

/// Into \p Folder, in place of an earlier one. The error names the file.
llvm::Error write(const ProjectIndex &I, llvm::StringRef Folder);

/// The error says what to do: there is none, or it is of another version.
llvm::Expected<ProjectIndex> readProjectIndex(llvm::StringRef Folder);

struct RestOfProject {
  /// Files have absolute names here.
  std::vector<std::unique_ptr<ir::Unit>> Units;
  std::set<std::string> Models; ///< That they need, of those that come with the program.
  /// With the unit that was left out, these are all of the project, as they are
  /// now.
  bool Whole = false;
};

/// What is indexed in \p Folder but for the units of \p MainFile, an absolute name.
/// A unit that was removed from the folder is left out, too. Errors are those of
/// readProjectIndex. Safe to call from several threads.
llvm::Expected<RestOfProject> restOfProject(llvm::StringRef Folder,
                                            llvm::StringRef MainFile);

} // namespace mde::index

#endif // MDE_INDEX_PROJECTINDEX_H
