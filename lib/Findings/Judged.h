//===- Findings/Judged.h - Sends with their verdicts ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The steps between Sends and findings. Not for use from outside this library.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_FINDINGS_JUDGED_H
#define MDE_FINDINGS_JUDGED_H

#include "Findings/Inventory.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <map>

namespace mde::findings {

struct Request;

struct Judged {
  const paths::Send *Send = nullptr;
  requirement::Verdict Verdict;
  std::string Label;  ///< requirement::label(Verdict)
  unsigned Place = 0; ///< The frame of Send at whose At people are told.

  const paths::Frame &frame() const { return Send->Frames[Place]; }
  /// Code that nobody wrote, such as the body of a model, has no location.
  Loc at() const {
    return frame().At.isValid() ? frame().At
           : Send->At.isValid() ? Send->At
                                : frame().FunctionAt;
  }
  bool isBad() const {
    return Verdict.Kind == requirement::VerdictKind::Missing ||
           Verdict.Kind == requirement::VerdictKind::Malformed;
  }
};

/// Judges every Send by itself, then those that unseen callers decide in the
/// light of the others.
std::vector<Judged> judgeAll(llvm::ArrayRef<paths::Send> Sends,
                             const requirement::Options &O);

/// Chooses the place of each of \p All.
void choosePlaces(llvm::MutableArrayRef<Judged> All, const Settings &S);

/// The Sends of one finding, the shortest path first, and all that leave where
/// they do for the same host.
struct Group {
  std::vector<const Judged *> Members;
  std::vector<const Judged *> Rivals; ///< Another verdict, same call and host.

  const Judged &first() const { return *Members.front(); }
};

/// What all Sends of a group have in common: place, label, host.
using GroupKey =
    std::tuple<std::string, uint32_t, uint32_t, std::string, std::string>;

/// Those of \p All, whose places are chosen, that have a wanted verdict; without
/// what only a merged state shows when the same is known to be bad.
std::map<GroupKey, Group>
groupsOf(llvm::ArrayRef<Judged> All,
         llvm::function_ref<bool(const requirement::Verdict &)> IsWanted,
         const FileTable &Files);

/// Puts the shortest path of \p G first and sets its rivals from \p All.
void complete(Group &G, llvm::ArrayRef<Judged> All);

/// \p G as a request of the inventory.
Request requestOf(const Group &G);

/// What findingsAndInventory() makes of judged Sends whose places are chosen.
std::vector<Finding> findingsOf(llvm::ArrayRef<Judged> All, const Settings &S,
                                const FileTable &Files);
std::vector<Request> inventoryOf(llvm::ArrayRef<Judged> All,
                                 const FileTable &Files);

/// Function, host, library and verdict: survives moved lines.
std::string fingerprint(const Judged &J);

/// The notes of \p G: the path of its first member, and every place that a bad
/// URL or User-Agent comes from.
std::vector<Note> notesOf(const Group &G);

/// The fixes of \p G; \p All because a fix must not touch other requests.
std::vector<Fix> fixesOf(const Group &G, llvm::ArrayRef<Judged> All,
                         const requirement::Options &O);

} // namespace mde::findings

#endif // MDE_FINDINGS_JUDGED_H
