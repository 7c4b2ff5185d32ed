//===- Audit/Precompiling.h - Headers that units share ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units whose main files begin with the same headers of libraries can have these parsed
// once. clang's own precompiled headers are used; what is made of a unit is the same to
// the last byte as when it is parsed as a whole. Where that can't be known, a unit is
// parsed as a whole.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_AUDIT_PRECOMPILING_H
#define MDE_AUDIT_PRECOMPILING_H

#include "Audit/Capturing.h"
#include "llvm/Support/MemoryBuffer.h"

namespace clang {
class SourceManager;
} // namespace clang

namespace mde {
class UserCode;
}

namespace mde::audit {

/// What the front end looked at for a precompiled header, or why there is none.
struct PrecompiledHeaders {
  index::Reads Inputs;
  std::string Why; ///< Empty: it was made.
};

/// As a packed file of JSON (Index/Packed.h). Errors name \p Path.
llvm::Error write(const PrecompiledHeaders &P, llvm::StringRef Path);
llvm::Expected<PrecompiledHeaders> readPrecompiledHeaders(llvm::StringRef Path);

/// Whether \p Data, the contents of such a file, is all there and as it was written.
bool isSealed(llvm::StringRef Data);
/// What clang reads of it.
llvm::StringRef withoutSeal(llvm::StringRef Data);

/// Writes into \p Path, which is absolute, the header that `#include`s \p Headers for the
/// main file of \p Job. There is none when clang does not understand them, when one of
/// them is the user's own, or when they ask which main file they are in.
PrecompiledHeaders precompile(const CaptureJob &Job, llvm::ArrayRef<std::string> Headers,
                              llvm::StringRef Path);

/// Whether some file of a precompiled header that \p SM has loaded is user code. Asks of
/// all other files, too, so that the same are looked at, whatever is precompiled.
bool precompiledUserCode(const clang::SourceManager &SM, UserCode &Users);

} // namespace mde::audit

#endif // MDE_AUDIT_PRECOMPILING_H
