//===- Findings/Places.cpp - Where people are told ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The place of a bad request is the call where its parts come together:
//
//   void get(const char *url) { ... curl_easy_perform(c); }   // host unknown
//   void a() { get("https://graph.microsoft.com/v1.0/me"); }  // <- the place
//   void b() { get("https://contoso.example"); }
//
// From the send outward, a frame is left while what decides came into it from
// outside, or while some other way into it has no such verdict: in the example
// below both parts are known in get(), but only the call in a() is wrong.
//
//   void get(bool partner) { ... if (partner) set(c); curl_easy_perform(c); }
//   void a() { get(false); }                                  // <- the place
//   void b() { get(true); }
//
//===----------------------------------------------------------------------===//

#include "Findings/Judged.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <set>

using namespace mde;
using namespace mde::findings;
using namespace llvm;

namespace {

/// Small numbers for chains of frames: equal numbers are equal chains.
class Chains {
public:
  unsigned word(StringRef S) {
    return Words.try_emplace(S, Words.size() + 1).first->second;
  }
  unsigned frame(const paths::Frame &F) {
    return Frames.try_emplace({word(F.Key), F.At}, Frames.size() + 1)
        .first->second;
  }
  unsigned append(unsigned Chain, unsigned Frame) {
    return Links.try_emplace({Chain, Frame}, Links.size() + 1).first->second;
  }

private:
  StringMap<unsigned> Words;
  std::map<std::pair<unsigned, Loc>, unsigned> Frames;
  std::map<std::pair<unsigned, unsigned>, unsigned> Links;
};

/// All ways into each frame, and the verdicts that they lead to.
class Ways {
public:
  explicit Ways(ArrayRef<Judged> All) {
    for (const Judged &J : All)
      forEachFrame(J, [&](unsigned, unsigned Inner, unsigned Outer) {
        ByInner[Inner][Outer].insert(Numbers.word(J.Label));
      });
  }

  /// For each frame of \p J: does some other way into it, with the same host,
  /// not lead to the verdict of \p J?
  SmallVector<bool> separable(const Judged &J) {
    SmallVector<bool> Result(J.Send->Frames.size());
    unsigned Label = Numbers.word(J.Label);
    forEachFrame(J, [&](unsigned I, unsigned Inner, unsigned) {
      for (const auto &[Outer, Labels] : ByInner[Inner])
        Result[I] = Result[I] || !Labels.count(Label);
    });
    return Result;
  }

private:
  /// Calls \p F with the number of a frame, the chain from it to the send, and
  /// the chain from the root to it.
  void forEachFrame(const Judged &J,
                    function_ref<void(unsigned, unsigned, unsigned)> F) {
    const std::vector<paths::Frame> &Frames = J.Send->Frames;
    SmallVector<unsigned> Outer{0};
    for (const paths::Frame &Frame : Frames)
      Outer.push_back(Numbers.append(Outer.back(), Numbers.frame(Frame)));
    unsigned Inner = Numbers.append(0, Numbers.word(J.Verdict.Host));
    for (unsigned I = Frames.size(); I-- > 0;) {
      Inner = Numbers.append(Inner, Numbers.frame(Frames[I]));
      F(I, Inner, Outer[I]);
    }
  }

  Chains Numbers;
  std::map<unsigned, std::map<unsigned, std::set<unsigned>>> ByInner;
};

} // namespace

static unsigned climb(const Judged &J, ArrayRef<bool> Separable) {
  const std::vector<paths::Frame> &Frames = J.Send->Frames;
  auto Decided = [&](unsigned I) {
    return !Frames[I].HostFromOutside && !Frames[I].AgentFromOutside;
  };
  for (unsigned I = Frames.size(); I-- > 0;)
    if (Decided(I) && !Separable[I])
      return I;
  // Beyond the root there is nobody to tell: the last who knows the host.
  for (unsigned I = Frames.size(); I-- > 0;)
    if (!Frames[I].HostFromOutside && !Separable[I])
      return I;
  return 0;
}

/// The frame nearest to \p Place that people see: the callers first.
static unsigned nearestShown(const Judged &J, unsigned Place,
                             const std::function<bool(Loc)> &IsShown) {
  const std::vector<paths::Frame> &Frames = J.Send->Frames;
  auto Fits = [&](unsigned I) {
    return Frames[I].At.isValid() && (!IsShown || IsShown(Frames[I].At));
  };
  for (unsigned I = Place + 1; I-- > 0;)
    if (Fits(I))
      return I;
  for (unsigned I = Place + 1; I < Frames.size(); ++I)
    if (Fits(I))
      return I;
  return Place;
}

void findings::choosePlaces(MutableArrayRef<Judged> All, const Settings &S) {
  Ways W(All);
  for (Judged &J : All) {
    J.Place = climb(J, W.separable(J));
    unsigned Shown = nearestShown(J, J.Place, S.IsShown);
    if (Shown == J.Place || !S.IsDecided || !S.IsDecided(J.at()))
      J.Place = Shown;
  }
}
