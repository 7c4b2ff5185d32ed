// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lines of source that a report shows. What comes from a source file is
// untrusted: control characters, which a terminal would obey, are replaced.
#ifndef MDE_REPORT_SOURCELINES_H
#define MDE_REPORT_SOURCELINES_H

#include "Text/Loc.h"
#include "llvm/Support/MemoryBuffer.h"
#include <map>
#include <memory>

namespace mde::report {

class SourceLines {
public:
  /// Relative names in \p Files are relative to \p Root.
  SourceLines(const FileTable &Files, std::string Root)
      : Files(Files), Root(std::move(Root)) {}

  /// The line of \p L, without its end; "" when the file is not there, or not
  /// as long any more.
  std::string line(Loc L) { return line(L.File, L.Line); }
  std::string line(uint32_t File, uint32_t Line);

private:
  struct File {
    std::unique_ptr<llvm::MemoryBuffer> Text;
    std::vector<llvm::StringRef> Lines;
  };
  const File &file(uint32_t Number);

  const FileTable &Files;
  std::string Root;
  std::map<uint32_t, File> Cache;
};

/// \p Text without characters that a terminal would obey.
std::string printable(llvm::StringRef Text);

} // namespace mde::report

#endif
