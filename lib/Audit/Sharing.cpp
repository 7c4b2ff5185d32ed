//===- Audit/Sharing.cpp --------------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Audit/Sharing.h"
#include <map>
#include <memory>

using namespace mde;
using namespace mde::audit;
using llvm::StringRef;

/// Of parsing headers in a unit: what it costs to precompile them, which writes a large
/// file, too.
static constexpr double CostOfMaking = 1.4;
/// Bytes of headers that cost little more than to load what they were precompiled to.
static constexpr uint64_t MinSize = 256 << 10;

namespace {

/// The units that begin with the headers on the way to here.
struct Node {
  uint64_t Size = 0; ///< Of these headers.
  size_t Depth = 0;  ///< How many they are.
  std::vector<size_t> Ending; ///< The units that begin with no more.
  std::map<StringRef, std::unique_ptr<Node>> Next;
};

class Planner {
public:
  explicit Planner(llvm::ArrayRef<const scan::Beginning *> Units) : Counts(Units.size()) {
    for (size_t U = 0; U != Units.size(); ++U) {
      Node *At = &Root;
      for (const scan::LeadingHeader &H : Units[U]->Headers) {
        std::unique_ptr<Node> &Next = At->Next[H.Name];
        if (!Next) {
          Next = std::make_unique<Node>();
          Next->Size = H.Size;
          Next->Depth = At->Depth + 1;
        }
        At = Next.get();
      }
      At->Ending.push_back(U);
    }
  }

  std::vector<size_t> run() {
    choose(Root, Root);
    return std::move(Counts);
  }

private:
  /// What is saved below \p At if the units there have those headers precompiled that lead
  /// to \p Made.
  double saved(const Node &At, const Node &Made) {
    auto [It, New] = Known.try_emplace({&At, &Made}, 0);
    if (!New)
      return It->second;
    double Best = std::max(savedWith(At, Made), making(At));
    return Known[{&At, &Made}] = Best;
  }
  double savedWith(const Node &At, const Node &Made) {
    double Sum = double(Made.Size) * At.Ending.size();
    for (const auto &[Header, Next] : At.Next)
      Sum += saved(*Next, Made);
    return Sum;
  }
  double making(const Node &At) {
    return At.Size < MinSize ? 0 : savedWith(At, At) - CostOfMaking * At.Size;
  }

  void choose(const Node &At, const Node &Made) {
    const Node &Best = making(At) > savedWith(At, Made) ? At : Made;
    for (size_t U : At.Ending)
      Counts[U] = Best.Depth;
    for (const auto &[Header, Next] : At.Next)
      choose(*Next, Best);
  }

  Node Root;
  std::map<std::pair<const Node *, const Node *>, double> Known;
  std::vector<size_t> Counts;
};

} // namespace

std::vector<size_t> audit::sharedHeaders(llvm::ArrayRef<const scan::Beginning *> Units) {
  return Planner(Units).run();
}
