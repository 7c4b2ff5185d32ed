//===- Findings/Explain.h - All that is known of one line -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For somebody who points at a line: every way in which a request that is sent
// there, or below a call there, can look, those to other hosts included.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_EXPLAIN_H
#define MDE_FINDINGS_EXPLAIN_H

#include "Findings/Inventory.h"

namespace mde::findings {

/// Paths on which the request looks the same.
struct Way {
  findings::Request Request; ///< Its Place is on the line.
  unsigned Paths = 0;
  std::vector<std::string> Agents; ///< All values that go out.
  std::string DefaultAgent; ///< Goes out when there is none; "" for nothing.
  /// What else may set a User-Agent; "" when all is known.
  std::string AgentsOpen;
  std::vector<std::string> Calls; ///< Functions, the outermost first.
  std::vector<Note> Notes;        ///< Of the shortest path; see Finding.
};

struct Explained {
  std::string File;
  uint32_t Line = 0;
  std::vector<Way> Ways; ///< Those that go to targets first.
  /// Lines of the file at or through which requests are sent, in order.
  std::vector<uint32_t> Lines;
};

Explained explain(llvm::ArrayRef<paths::Send> Sends, const Settings &S,
                  const FileTable &Files, llvm::StringRef File, uint32_t Line);

} // namespace mde::findings

#endif // MDE_FINDINGS_EXPLAIN_H
