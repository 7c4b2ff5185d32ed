//===- Findings/Notes.cpp - The path, told in a few sentences -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A trail holds everything that happened to any request on the way. People are
// told what made this one bad: where URL and User-Agent come from, the branches
// that other requests of the same call did not take, the calls between the
// place and the send. Too many notes are as good as none: the least important
// go first.
//
//===----------------------------------------------------------------------===//

#include "Findings/Judged.h"
#include "llvm/ADT/STLExtras.h"
#include <fmt/format.h>

using namespace mde;
using namespace mde::findings;
using namespace mde::paths;
using namespace llvm;

namespace {

/// What is kept when there is no room for all, the first last.
enum Weight : uint8_t {
  Send_,
  PathCall,
  Agent,
  Source,
  Url,
  Other,
  Contrast,
  Branch,
  Detour,
  Made
};
constexpr unsigned MaxNotes = 12;

struct Entry {
  Note N;
  Weight W;
};

class Teller {
public:
  explicit Teller(const Group &G)
      : G(G), S(*G.first().Send), Place(G.first().at()) {
    for (const Judged *J : G.Rivals)
      if (takesSameWay(*J))
        Beside.push_back(J->Send);
  }

  std::vector<Note> tell() {
    chooseEvents();
    findCalls();
    for (unsigned I = 0; I < S.Trail.size(); ++I)
      event(I);
    addOthers(/*Position=*/addSources());
    dropDetours();
    dropLeast();
    std::vector<Note> Notes;
    for (Entry &E : Entries)
      Notes.push_back(std::move(E.N));
    return Notes;
  }

private:
  /// Does \p J come to the place of this finding as the finding does?
  bool takesSameWay(const Judged &J) const {
    const std::vector<Frame> &A = S.Frames, &B = J.Send->Frames;
    unsigned Count = G.first().Place + 1;
    return B.size() >= Count &&
           std::equal(A.begin(), A.begin() + Count, B.begin(),
                      [](const Frame &X, const Frame &Y) {
                        return X.Key == Y.Key && X.At == Y.At;
                      });
  }

  //===--- Which events are about this request ---------------------------===//

  static bool isPartOf(StringRef A, StringRef B) {
    return !A.empty() && !B.empty() && (A.contains(B) || B.contains(A));
  }

  /// The last event of kind \p K that set a part of \p Value; NoEvent if none.
  unsigned lastSetting(TrailEvent::Kind K, StringRef Value) const {
    for (unsigned I = S.Trail.size(); I-- > 0;)
      if (S.Trail[I].K == K && isPartOf(S.Trail[I].Detail, Value))
        return I;
    return NoEvent;
  }

  unsigned last(TrailEvent::Kind K) const {
    for (unsigned I = S.Trail.size(); I-- > 0;)
      if (S.Trail[I].K == K)
        return I;
    return NoEvent;
  }

  void chooseEvents() {
    UrlEvent = lastSetting(TrailEvent::UrlSet, display(S.Url));
    for (const Text &A : S.Agents)
      AgentEvents.push_back(lastSetting(TrailEvent::AgentSet, display(A)));
    // Events don't say of which request they are. What was removed or is not
    // there can be told only where there is no other.
    if (llvm::count_if(S.Trail, [](const TrailEvent &E) {
          return E.K == TrailEvent::RequestMade;
        }) > 1)
      return;
    MadeEvent = last(TrailEvent::RequestMade);
    if (S.Agents.empty())
      ClearedEvent = last(TrailEvent::AgentCleared);
    else if (S.Agents[0].isEmpty() == Tri::Yes)
      AgentEvents.front() = last(TrailEvent::AgentSet);
    if (llvm::all_of(AgentEvents, [](unsigned E) { return E == NoEvent; }))
      HeadersEvent = last(TrailEvent::HeadersSet);
  }

  //===--- Calls ----------------------------------------------------------===//

  /// Tells calls that lead to the send from calls that came back.
  void findCalls() {
    SmallVector<unsigned> Open;
    for (unsigned I = 0; I < S.Trail.size(); ++I) {
      if (S.Trail[I].K == TrailEvent::Called)
        Open.push_back(I);
      else if (S.Trail[I].K == TrailEvent::Returned && !Open.empty())
        ReturnOf.push_back({Open.pop_back_val(), I});
    }
    // The calls that are open at the end are those of the frames.
    if (Open.size() + 1 != S.Frames.size())
      return;
    for (unsigned Depth = 0; Depth < Open.size(); ++Depth)
      PathCalls.push_back({Open[Depth], Depth});
  }

  unsigned depthOfCall(unsigned I) const {
    for (auto [Event, Depth] : PathCalls)
      if (Event == I)
        return Depth;
    return NoEvent;
  }

  void callOfFrame(unsigned Depth) {
    if (Depth > G.first().Place && Depth + 1 < S.Frames.size())
      add(S.Frames[Depth].At, PathCall,
          fmt::format("'{}' is called here", S.Frames[Depth + 1].Function));
  }

  void called(unsigned I) {
    if (unsigned Depth = depthOfCall(I); Depth != NoEvent)
      return callOfFrame(Depth);
    for (auto [Call, Return] : ReturnOf)
      if (Call == I)
        Detours.push_back({I, Return});
  }

  /// A call that came back is told when something was told of what is in it.
  void dropDetours() {
    for (auto [Call, Return] : Detours) {
      auto Inside = [&](unsigned Event) {
        return Event > Call && Event < Return;
      };
      auto First = llvm::find_if(ToldEvents, Inside);
      if (First == ToldEvents.end())
        continue;
      const TrailEvent &E = S.Trail[Call];
      size_t Before = EntryOfEvent[First - ToldEvents.begin()];
      insert(Before,
             {{E.At, fmt::format("'{}' is called here", E.Detail)}, Detour});
    }
  }

  void insert(size_t Position, Entry E) {
    if (!E.N.At.isValid())
      return;
    Entries.insert(Entries.begin() + Position, std::move(E));
    for (size_t &At : EntryOfEvent)
      At += At >= Position;
  }

  //===--- Branches -------------------------------------------------------===//

  static bool has(const paths::Send &Other, const TrailEvent &E,
                  bool Opposite) {
    return llvm::any_of(Other.Trail, [&](const TrailEvent &O) {
      if (O.At != E.At)
        return false;
      if (E.K == TrailEvent::CaseTaken)
        return O.K == E.K && (O.Detail == E.Detail) != Opposite;
      if (!Opposite)
        return O.K == E.K;
      return (E.K == TrailEvent::BranchTrue &&
              O.K == TrailEvent::BranchFalse) ||
             (E.K == TrailEvent::BranchFalse && O.K == TrailEvent::BranchTrue);
    });
  }

  /// Did some request with another verdict go the other way there, and never
  /// this one?
  bool matters(const TrailEvent &E) const {
    return llvm::any_of(Beside, [&](const paths::Send *Other) {
      return has(*Other, E, true) && !has(*Other, E, false);
    });
  }

  /// Where others, and not this one, got their User-Agent.
  void addContrast() {
    if (!S.Agents.empty())
      return;
    for (const paths::Send *Other : Beside)
      for (const TrailEvent &E : llvm::reverse(Other->Trail)) {
        if (E.K != TrailEvent::AgentSet || has(S, E, false))
          continue;
        add(E.At, Contrast, "the User-Agent is set here, but not on this path");
        break;
      }
  }

  //===--- Events ---------------------------------------------------------===//

  void event(unsigned I) {
    const TrailEvent &E = S.Trail[I];
    size_t Before = Entries.size();
    tell(I, E);
    if (Entries.size() > Before) {
      ToldEvents.push_back(I);
      EntryOfEvent.push_back(Before);
    }
  }

  void tell(unsigned I, const TrailEvent &E) {
    switch (E.K) {
    case TrailEvent::BranchTrue:
      if (matters(E))
        add(E.At, Branch, "taking the true branch");
      break;
    case TrailEvent::BranchFalse:
      if (matters(E))
        add(E.At, Branch, "taking the false branch");
      break;
    case TrailEvent::CaseTaken:
      if (matters(E))
        add(E.At, Branch,
            E.Detail == "default"
                ? "taking the default case"
                : fmt::format("taking the case {}", E.Detail));
      break;
    case TrailEvent::UrlSet:
      if (I == UrlEvent)
        add(E.At, Url,
            "the URL is set to " + quote(E.Detail) + " here" +
                (G.first().Verdict.FromResponse
                     ? fmt::format(", which is taken to go to {}, too", G.first().Verdict.Host)
                     : ""));
      break;
    case TrailEvent::AgentSet:
      if (is_contained(AgentEvents, I))
        add(E.At, Agent,
            "the User-Agent is set to " + quote(E.Detail) + " here");
      break;
    case TrailEvent::AgentCleared:
      if (I == ClearedEvent)
        add(E.At, Agent,
            E.Detail.empty()
                ? "the User-Agent is removed here"
                : fmt::format("'{}' removes the User-Agent here", E.Detail));
      break;
    case TrailEvent::HeadersSet:
      if (I == HeadersEvent && (ClearedEvent == NoEvent || I > ClearedEvent))
        add(E.At, Agent,
            S.Agents.empty()
                ? "the headers that are set here hold no User-Agent"
                : "the headers are set here");
      break;
    case TrailEvent::RequestMade:
      if (I == MadeEvent)
        add(E.At, Made, "the request is made here");
      break;
    case TrailEvent::Called:
      called(I);
      break;
    case TrailEvent::Returned:
      break;
    case TrailEvent::FieldTaken:
      if (isPartOf(E.Value, display(S.Url)) ||
          llvm::any_of(S.Agents, [&](const Text &A) { return isPartOf(E.Value, display(A)); }))
        add(E.At, Url,
            fmt::format("{} is not seen; it is taken to be {}, which is stored to such a field elsewhere",
                        E.Detail, quote(E.Value)));
      break;
    case TrailEvent::Caught:
      if (llvm::any_of(
              Beside, [&](const paths::Send *O) { return !has(*O, E, false); }))
        add(E.At, Branch, "an exception goes to this handler");
      break;
    case TrailEvent::Sent:
      sent(E);
      break;
    }
  }

  void sent(const TrailEvent &E) {
    addContrast();
    if (PathCalls.empty())
      for (unsigned Depth = 0; Depth < S.Frames.size(); ++Depth)
        callOfFrame(Depth);
    if (E.At != Place)
      add(E.At, Send_,
          S.Pending
              ? fmt::format("the request goes into '{}' here", S.PendingCallee)
              : std::string("the request leaves here"));
  }

  static std::string quote(StringRef Value) {
    constexpr size_t Longest = 100;
    if (Value.size() <= Longest)
      return fmt::format("'{}'", Value.str());
    return fmt::format("'{}...'", Value.take_front(Longest).str());
  }

  //===--- Sources --------------------------------------------------------===//

  static bool sameLine(Loc A, Loc B) {
    return A.File == B.File && A.Line == B.Line;
  }

  bool isTold(Loc At, llvm::ArrayRef<Entry> Told) const {
    return sameLine(At, Place) || llvm::any_of(Told, [&](const Entry &E) {
             return sameLine(At, E.N.At);
           });
  }

  /// Every place that a bad URL or User-Agent was written at, of all paths. Returns how
  /// many notes that makes; they stand first.
  size_t addSources() {
    std::vector<Entry> Sources;
    auto Add = [&](Loc At, StringRef Sentence) {
      if (At.isValid() && !isTold(At, Entries) && !isTold(At, Sources))
        Sources.push_back({{At, Sentence.str()}, Source});
    };
    for (const Judged *J : G.Members)
      for (Loc At : J->Send->HostOrigins)
        Add(At, "the URL comes from here");
    for (const Judged *J : G.Members)
      for (Loc At : J->Send->AgentOrigins)
        Add(At, "the User-Agent comes from here");
    for (size_t I = 0; I < Sources.size(); ++I)
      insert(I, std::move(Sources[I]));
    return Sources.size();
  }

  /// Requests to other URLs of which this finding speaks, too: they leave by another
  /// call below its place. Told is the last call on their ways that this one has not, where
  /// the URL can still be seen.
  void addOthers(size_t Position) {
    std::vector<std::string> Told{display(S.Url)};
    for (const Judged *J : G.Members) {
      std::string Url = display(J->Send->Url);
      Loc At = ownCall(*J);
      if (!At.isValid() || is_contained(Told, Url))
        continue;
      insert(Position++, {{At, "the URL of another such request, which leaves here, is " + quote(Url)}, Other});
      Told.push_back(std::move(Url));
    }
  }

  Loc ownCall(const Judged &J) const {
    Loc Last;
    for (const Frame &Theirs : llvm::reverse(ArrayRef(J.Send->Frames).drop_front(J.Place + 1))) {
      if (llvm::any_of(S.Frames, [&](const Frame &Mine) { return Mine.At == Theirs.At; }))
        continue;
      if (!Theirs.HostFromOutside)
        return Theirs.At;
      if (!Last.isValid())
        Last = Theirs.At;
    }
    return Last;
  }

  //===--- The list -------------------------------------------------------===//

  void add(Loc At, Weight W, std::string Sentence) {
    bool Known = llvm::any_of(Entries, [&](const Entry &E) {
      return E.N.At == At && E.N.Sentence == Sentence;
    });
    if (At.isValid() && !Known)
      Entries.push_back({{At, std::move(Sentence)}, W});
  }

  void dropLeast() {
    while (Entries.size() > MaxNotes) {
      size_t Least = 0;
      for (size_t I = 0; I < Entries.size(); ++I)
        if (Entries[I].W >= Entries[Least].W)
          Least = I;
      Entries.erase(Entries.begin() + Least);
    }
  }

  static constexpr unsigned NoEvent = ~0u;
  const Group &G;
  const paths::Send &S;
  Loc Place;
  std::vector<const paths::Send *> Beside; ///< Rivals that come the same way.
  std::vector<Entry> Entries;
  std::vector<unsigned> ToldEvents;
  std::vector<size_t> EntryOfEvent; ///< Of each told event, its first entry.
  unsigned UrlEvent = NoEvent, ClearedEvent = NoEvent, HeadersEvent = NoEvent,
           MadeEvent = NoEvent;
  std::vector<unsigned> AgentEvents;
  std::vector<std::pair<unsigned, unsigned>> PathCalls; ///< Event, depth.
  std::vector<std::pair<unsigned, unsigned>> ReturnOf, Detours; ///< Events.
};

} // namespace

std::vector<Note> findings::notesOf(const Group &G) { return Teller(G).tell(); }
