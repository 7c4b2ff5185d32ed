//===- Models/Yaml.h - A model file as a tree -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The YAML of a model file as a plain tree in which every node knows where it
// stands, and the list of mistakes that the loader finds in it. Any bytes are
// survived: nesting and size are bounded. Internal to lib/Models.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_MODELS_YAML_H
#define MDE_MODELS_YAML_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <memory>
#include <string>
#include <vector>

namespace mde::models {

struct Node {
  enum Kind : uint8_t { Scalar, List, Map } K = Scalar;
  std::string Text;        ///< Scalar: its value
  bool Quoted = false;     ///< Scalar: written in quotes, or as a block
  llvm::StringRef Raw;     ///< as written, in the file's buffer
  std::vector<Node> Items; ///< List: elements; Map: values
  std::vector<Node> Keys;  ///< Map: scalars, one for each of Items

  const Node *find(llvm::StringRef Key) const;
  /// The place in the file that byte \p Offset of Text was written at.
  const char *at(size_t Offset = 0) const;
};

/// Mistakes, with the place of each. The first few are kept.
class Mistakes {
public:
  explicit Mistakes(llvm::MemoryBufferRef File) : File(File) {}

  /// Adds `FILE:LINE:COL: What`; \p Where points into the file.
  void add(const char *Where, const llvm::Twine &What);
  void add(const Node &N, const llvm::Twine &What) { add(N.at(), What); }
  bool any() const { return !Lines.empty(); }
  size_t count() const { return Lines.size(); }
  unsigned line(const Node &N) const { return position(N.at()).first; }
  llvm::StringRef file() const { return File.getBufferIdentifier(); }
  /// All mistakes, one a line, in the order of the file; success for none.
  llvm::Error take();

private:
  std::pair<unsigned, unsigned> position(const char *Where) const;
  mutable std::vector<const char *> Starts; ///< of the lines; filled when asked

  static constexpr size_t Kept = 20;
  llvm::MemoryBufferRef File;
  struct Line {
    unsigned Row, Column;
    std::string What;
  };
  std::vector<Line> Lines;
};

/// Reads the one document of \p File; null after a mistake.
std::unique_ptr<Node> readYaml(llvm::MemoryBufferRef File, Mistakes &M);

/// \p S in quotes, fit for a message: one line, printable, not too long.
std::string quoted(llvm::StringRef S);

/// `; did you mean 'x'?` when one of \p Allowed is close to \p Word, else
/// `; allowed are a, b and c`.
std::string suggest(llvm::StringRef Word,
                    llvm::ArrayRef<llvm::StringRef> Allowed);

} // namespace mde::models

#endif // MDE_MODELS_YAML_H
