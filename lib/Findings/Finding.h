//===- Findings/Finding.h - What people are told ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From Sends to findings: each Send is judged, the bad ones get the place where
// somebody can do something about them, and those of one place, verdict and
// host become one finding, whose notes tell the shortest path. Plain values; a
// door turns them into diagnostics, SARIF or a page.
//
// What a caller may rely on: the order of the result depends on the program
// only; the place is valid; the last of the notes that belong to the path says
// where the request leaves.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_FINDING_H
#define MDE_FINDINGS_FINDING_H

#include "Paths/Send.h"
#include "Requirement/Verdict.h"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mde::findings {

struct Note {
  Loc At;
  std::string Sentence; ///< In lower case and without a dot, as clang's are.
};

/// A change that makes the finding go away. A door that can't do what it asks
/// for (the source looks different there) leaves it out.
struct Fix {
  enum Kind : uint8_t {
    /// Text, a statement, goes before the statement that holds the sending call
    /// at At. RequestMarker in it stands for the source of the request there.
    InsertBefore,
    /// In the literal at At, Old becomes Text; when Old is all that the literal
    /// holds and Expression is not empty, the whole literal becomes Expression.
    ReplaceInLiteral
  };
  Kind K = InsertBefore;
  Loc At;
  std::string Text;
  std::string Old;
  std::string Expression;
  std::string Callee; ///< InsertBefore: the function that sends, for its model.

  friend bool operator==(const Fix &A, const Fix &B) {
    return A.K == B.K && A.At == B.At && A.Text == B.Text && A.Old == B.Old;
  }
};
constexpr llvm::StringLiteral RequestMarker = "{request}";

/// Somebody decided that a finding stands: see Suppressions.h.
struct Suppression {
  bool InSource = true; ///< A comment; else an entry of a file.
  std::string Reason;   ///< Empty: none was given.
  std::string File;     ///< Where the comment or entry stands.
  unsigned Line = 0;
};

struct Finding {
  requirement::VerdictKind Kind = requirement::VerdictKind::Missing;
  std::string Label;    ///< "malformed(no-prefix)"
  std::string Sentence; ///< The verdict's.
  std::string Host;
  std::string Library;
  Loc Place;
  std::string Function; ///< The qualified name of the function of the place.
  std::vector<Note> Notes;
  std::vector<Fix> Fixes;
  /// Function, host, library and verdict: survives moved lines.
  std::string Fingerprint;
  std::optional<Suppression> Suppressed;
};

struct Settings {
  requirement::Options Requirement;
  /// Would people see a diagnostic there? One that they would not is put at the
  /// nearest call on its path that they see. Empty: they see everything.
  std::function<bool(Loc)> IsShown;
  /// Has somebody decided that what is found there stands? Such a finding is not put
  /// elsewhere. Empty: nobody has.
  std::function<bool(Loc)> IsDecided;
};

/// Judges \p Sends and says what there is to say about them.
std::vector<Finding> findings(llvm::ArrayRef<paths::Send> Sends,
                              const Settings &S, const FileTable &Files);

/// Takes from each of \p All the fixes that an earlier one, not suppressed, has:
/// whoever applies all fixes must make each change once. findings() has done
/// so.
void giveEachFixOnce(std::vector<Finding> &All);

} // namespace mde::findings

#endif // MDE_FINDINGS_FINDING_H
