//===- Check/Configuration.h - The options of mde-user-agent ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads `mde-user-agent.*` from the configuration of the host. What is wrong
// becomes an error that names the key and what is allowed; the rest holds all
// the same, so that a wrong option never means "no findings".
//
//===----------------------------------------------------------------------===//

#ifndef MDE_CHECK_CONFIGURATION_H
#define MDE_CHECK_CONFIGURATION_H

#include "Requirement/Options.h"
#include "clang-tidy/ClangTidyOptions.h"
#include <string>
#include <vector>

namespace mde::check {

struct Configuration {
  requirement::Options Requirement;
  std::vector<std::string> ModelFiles; ///< As written.
  std::vector<std::string> UserCode;   ///< Globs.
  std::string Index; ///< The folder of the project's index, as written; "": none.

  std::vector<std::string> Errors; ///< Sentences for people.
  /// Every option of ours with its value, defaults included.
  std::vector<std::pair<std::string, std::string>> Values;
};

/// \p All holds everybody's options.
Configuration
readConfiguration(const clang::tidy::ClangTidyOptions::OptionMap &All);

} // namespace mde::check

#endif // MDE_CHECK_CONFIGURATION_H
