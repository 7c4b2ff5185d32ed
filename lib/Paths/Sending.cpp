//===- Paths/Sending.cpp - What a request looks like when it leaves ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Put together from its slots and its session's, by the rules of its library's model.
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::AgentSource;

llvm::SmallVector<NodeId, 4> Machine::owners(NodeId Http) {
  llvm::SmallVector<NodeId, 4> All;
  while (Http && All.size() < 4) {
    All.push_back(shared(Http));
    if (mutant("sessions-not-inherited"))
      break;
    NodeId Session = D.node(All.back()).child("$session");
    Http = Session && D.node(Session).Val.isRef() ? D.node(Session).Val.N : 0;
  }
  return All;
}

NodeId Machine::slot(NodeId Http, llvm::StringRef Name) {
  for (NodeId Owner : owners(Http))
    if (NodeId N = D.node(Owner).child(Name))
      return N;
  return 0;
}

OriginRef Machine::openIn(NodeId Http) {
  for (NodeId Owner : owners(Http))
    if (OriginRef Why = D.node(Owner).Open)
      return Why;
  return nullptr;
}

namespace {

/// Reads the User-Agent lines of one request.
class Agents {
public:
  explicit Agents(Machine &M) : M(M), D(M.D) {}

  /// Adds what header collection \p Coll has. True when a line names a
  /// User-Agent, even one that removes it.
  bool headers(NodeId Coll, bool EmptyRemoves, bool Colonless) {
    EmptyRemoves &= !mutant("empty-header-removes-nothing");
    if (OriginRef Why = D.node(Coll).Open)
      Open = Why;
    // A field of an object of an unknown class may be any collection.
    else if (const Value Held = D.node(Coll).Val; Held.isSymbol())
      Open = D.Symbols[Held.S].From;
    bool Named = false;
    for (NodeId E : D.node(Coll).Elems) {
      if (D.node(E).PlainHeader)
        continue;
      NodeId First = D.node(E).child("first");
      bool Names = First ? pair(M.textOf(Value::ref(First)), E)
                         : line(M.textOf(Value::ref(E)), EmptyRemoves, Colonless);
      if (Names)
        Holder = E;
      Named |= Names;
    }
    return Named;
  }

  OriginRef Open;
  std::vector<Text> Values;
  bool Removed = false;
  NodeId Holder = 0; ///< what holds the last agent that was found

private:
  bool pair(const Text &Name, NodeId Element) {
    Tri Is = equals(mutant("header-names-with-case") ? Name : toLower(Name), Text::literal("user-agent"));
    if (Is == Tri::Yes) {
      NodeId Second = D.node(Element).child("second");
      Values.push_back(Second ? M.textOf(Value::ref(Second)) : Text());
      return true;
    }
    if (Is == Tri::Maybe && !known(Name))
      Open = originOf(Name);
    return false;
  }

  bool line(const Text &Line, bool EmptyRemoves, bool Semicolon) {
    for (const Pattern &P : Line.alternatives()) {
      if (Line.alternatives().size() > 1 && startsWith(P, "user-agent", true) != Tri::No) {
        Open = originOf(Line);
        return false;
      }
      Tri Is = startsWith(P, "user-agent", true);
      if (Is == Tri::No)
        continue;
      if (Is == Tri::Maybe) {
        if (!known(Line))
          Open = originOf(Line);
        continue;
      }
      std::string Prefix = P.knownPrefix();
      size_t End = 10;
      while (End < Prefix.size() && (Prefix[End] == ' ' || Prefix[End] == '\t'))
        ++End;
      if (End < Prefix.size() && Prefix[End] == ';' && Semicolon) {
        Values.push_back(Text());
        return true;
      }
      if (End >= Prefix.size() || Prefix[End] != ':') {
        if (End >= Prefix.size() && !P.isLiteral())
          Open = originOf(Line);
        continue;
      }
      ++End;
      while (End < Prefix.size() && (Prefix[End] == ' ' || Prefix[End] == '\t'))
        ++End;
      OriginRef Why = makeOrigin(Origin::Runtime, "part of a header", M.At);
      Text Value = substr(Text(P), End, TextNpos, D.fresh(Why), Why);
      if (EmptyRemoves && Value.isEmpty() == Tri::Yes) {
        Removed = true;
        return true;
      }
      Values.push_back(Value);
      return true;
    }
    return false;
  }

  /// An earlier test of the name's hole said that it is no User-Agent.
  bool known(const Text &Name) {
    for (const Pattern &P : Name.alternatives()) {
      if (P.pieces().empty() || !P.pieces()[0].isHole())
        return false;
      const SymbolInfo &Info = D.Symbols[P.pieces()[0].AHole->Symbol];
      bool Excluded = false;
      for (const auto *List : {&Info.NotTexts, &Info.NotTextsNoCase})
        for (const std::string &Not : *List)
          Excluded |= llvm::StringRef(Not).equals_insensitive("user-agent");
      if (!Excluded)
        return false;
    }
    return true;
  }

  OriginRef originOf(const Text &T) {
    OriginRef Found;
    T.forEachHole([&](const Hole &H) {
      if (!Found)
        Found = H.From;
    });
    return Found ? Found : makeOrigin(Origin::Runtime, "a header", M.At);
  }

  Machine &M;
  Disjunct &D;
};

} // namespace

/// The literals and holes that decide a text, in terms of the function's input.
static void deciders(const Disjunct &D, const Text &T, bool FirstOnly,
                     std::vector<Loc> &Locs, std::vector<SymbolId> &Symbols) {
  for (const Pattern &P : T.alternatives())
    for (const Piece &Part : P.pieces()) {
      if (Part.isHole()) {
        SymbolId S = Part.AHole->Symbol;
        Symbols.push_back(S && S < D.Symbols.size() ? D.Symbols[S].InputId : 0);
      } else if (Part.At.isValid()) {
        Locs.push_back(Part.At);
      }
      // A scheme alone decides no host.
      if (FirstOnly && (Part.isHole() || !llvm::StringRef(Part.Literal).ends_with("://")))
        break;
    }
}

/// Where the request goes: its URL, or what its slots make up.
void Machine::destination(NodeId Request, Send &S) {
  OriginRef Open = openIn(Request);
  auto Join = [&](llvm::function_ref<std::optional<Text>(llvm::StringRef)> Part, Text Scheme) {
    Text Url = concat(concat(Scheme, Text::literal("://")), *Part("$host"));
    if (auto Port = Part("$port"))
      Url = concat(concat(Url, Text::literal(":")), *Port);
    if (auto Path = Part("$path"))
      Url = concat(Url, *Path);
    if (auto Query = Part("$query"))
      Url = concat(concat(Url, Text::literal("?")), *Query);
    return Url;
  };
  // A URL object that the request refers to: its parts as they are now.
  NodeId Parts = slot(Request, "$url");
  Parts = Parts && D.node(Parts).Val.isRef() ? D.node(Parts).Val.N : 0;
  auto OfObject = [&](llvm::StringRef Name) {
    NodeId N = D.node(Parts).child(Name);
    return N && !D.node(N).Val.isNull() ? std::optional(textOf(Value::ref(N))) : std::nullopt;
  };
  auto OfRequest = [&](llvm::StringRef Name) { return readSlot(Request, Name); };
  if (Parts && D.node(Parts).child("$host")) {
    S.Url = Join(OfObject, OfObject("$scheme").value_or(Text::literal("https")));
  } else if (auto Url = OfRequest("$url")) {
    S.Url = *Url;
  } else if (OfRequest("$host")) {
    S.Url = Join(OfRequest, OfRequest("$scheme").value_or(Text::literal("https")));
  } else {
    S.UrlKnown = false;
    S.UrlUnknownBecause = Open;
    OriginRef Why = Open ? Open : origin(Origin::Runtime, "no URL was set");
    S.Url = Text::hole(D.fresh(Why), Why);
  }
}

std::optional<Text> Machine::readSlot(NodeId Request, llvm::StringRef Name) {
  NodeId N = slot(Request, Name);
  if (!N || D.node(N).Val.isNull())
    return std::nullopt;
  if (D.node(N).Val.is(Value::Unset) && !D.node(N).Open)
    return std::nullopt;
  return textOf(Value::ref(N));
}

/// The User-Agent, by the library's precedence. Returns what holds it.
NodeId Machine::agents(NodeId Request, const models::Library &Lib, Send &S) {
  OriginRef Open = openIn(Request);
  Agents A(*this);
  bool Decided = false;
  for (const AgentSource &Source : Lib.Agent) {
    std::vector<Text> Found;
    std::swap(Found, A.Values);
    bool Has = false;
    if (Source.K == AgentSource::Header) {
      NodeId Headers = slot(Request, "$headers");
      if (Headers && D.node(Headers).Val.isRef())
        Has = A.headers(placeOf(D.node(Headers).Val), Lib.EmptyHeaderRemoves, Lib.EmptyHeaderRemoves);
      else if (Headers && (D.node(Headers).Val.isSymbol() || D.node(Headers).Open))
        A.Open = D.node(Headers).Open ? D.node(Headers).Open : D.Symbols[D.node(Headers).Val.S].From;
      else if (Headers && (!D.node(Headers).Elems.empty() || D.node(Headers).Model))
        Has = A.headers(Headers, Lib.EmptyHeaderRemoves, Lib.EmptyHeaderRemoves);
      else if (!Headers && Open)
        A.Open = Open;
    } else if (auto Agent = readSlot(Request, "$user-agent");
               Agent && !(Lib.EmptyHeaderRemoves && Agent->isEmpty() == Tri::Yes)) {
      // An empty agent is none to a library that sends no empty header.
      A.Values.push_back(*Agent);
      A.Holder = slot(Request, "$user-agent");
      Has = true;
    } else if (Open && !slot(Request, "$user-agent")) {
      A.Open = Open;
    }
    std::vector<Text> Here;
    std::swap(Here, A.Values);
    std::swap(Found, A.Values);
    if (!Has)
      continue;
    if (Decided && mutant("last-agent-beats"))
      A.Values = std::move(Here);
    else if (!Decided || Source.C == AgentSource::BothSent)
      llvm::append_range(A.Values, Here);
    else if (Source.C == AgentSource::Joined && !A.Values.empty() && !Here.empty())
      A.Values.back() = concat(concat(A.Values.back(), Text::literal(" ")), Here.front());
    Decided = true;
    if (A.Removed && Source.C == AgentSource::Beats)
      break;
    // Later sources that this one beats don't matter.
    bool More = false;
    for (const AgentSource &Next : Lib.Agent)
      More |= &Next > &Source && (Next.C != AgentSource::Beats || mutant("last-agent-beats"));
    if (!More)
      break;
  }
  S.Agents = std::move(A.Values);
  if (A.Removed)
    S.DefaultAgent = "";
  S.AgentsOpen = A.Removed ? nullptr : A.Open;
  return A.Holder;
}

/// What leaves, and what in the function's input decides it.
SendRecord Machine::describe(NodeId Request, const models::Library &Lib) {
  SendRecord R;
  Send &S = R.S;
  S.Library = Lib.Name;
  S.DefaultAgent = Lib.DefaultAgent;
  S.Approximate = D.Approximate;
  destination(Request, S);
  if (auto Method = readSlot(Request, "$method"))
    S.Method = *Method;
  if (auto Default = readSlot(Request, "$default-user-agent"))
    S.DefaultAgent = display(*Default);
  NodeId Holder = agents(Request, Lib, S);
  if (S.Agents.empty() && !S.DefaultAgent.empty() && mutant("default-agent-is-the-programs"))
    S.Agents.push_back(Text::literal(S.DefaultAgent));

  deciders(D, S.Url, true, R.HostLocs, R.HostSymbols);
  for (const Text &Agent : S.Agents)
    deciders(D, Agent, false, R.AgentLocs, R.AgentSymbols);
  for (llvm::StringRef Name : {"$url", "$host"})
    if (NodeId N = slot(Request, Name); N && !R.HostNode)
      R.HostNode = D.node(N).InputId;
  if (Holder && !S.Agents.empty())
    R.AgentNode = D.node(Holder).InputId;
  if (S.Agents.empty()) {
    R.Request = D.node(Request).InputId;
    if (NodeId Session = D.node(Request).child("$session"); Session && D.node(Session).Val.isRef())
      R.Session = D.node(D.node(Session).Val.N).InputId;
  }
  return R;
}

/// The record as it goes up to the callers.
void Machine::keep(SendRecord R, llvm::StringRef Callee, Loc Where) {
  R.S.Callee = Callee.str();
  R.S.At = Where;
  R.S.HostOrigins = R.HostLocs;
  R.S.AgentOrigins = R.AgentLocs;
  R.Assumed = D.Facts;
  R.OutsideFacts = D.OutsideFacts;
  if (R.Frames.empty())
    R.Frames.push_back({&F, Where});
  Disjunct Noted;
  Noted.Trail = D.Trail;
  Noted.note(TrailEvent::Sent, Where, R.S.Callee);
  R.Trail = Noted.Trail;
  Sends.push_back(std::move(R));
}

void Machine::send(NodeId Request, const models::CallModel &From, llvm::StringRef Callee, Loc Where,
                   const Later *Put) {
  Request = shared(Request);
  const models::Library *Lib = D.node(Request).Lib ? D.node(Request).Lib : From.Lib;
  SendRecord R = describe(Request, *Lib);
  R.S.FixTemplate = From.Fix;
  if (Put) {
    // Put off: the frames are those of the place, not of where it runs.
    R.Above = Put->Above;
    for (const LaterFrame &L : Put->Frames) {
      R.Frames.push_back({L.F, L.At});
      Activation &Fr = R.Frames.back();
      auto CameIn = [&](const std::vector<Loc> &Locs) {
        return L.Given && llvm::any_of(Locs, [&](Loc At) { return llvm::binary_search(*L.Given, At); });
      };
      Fr.HostFromOutside = CameIn(R.HostLocs);
      Fr.AgentFromOutside = R.S.Agents.empty() ? L.RequestFromOutside : CameIn(R.AgentLocs);
    }
    R.PutOff = true;
  }
  keep(std::move(R), Callee, Where);
}

void Machine::pendingSend(NodeId Request, const Text *Url, llvm::StringRef Callee, const OriginRef &Why) {
  SendRecord R;
  if (Request && D.node(Request).Lib) {
    R = describe(Request, *D.node(Request).Lib);
  } else if (Url) {
    R.S.Url = *Url;
    R.S.AgentsOpen = Why;
    R.S.Approximate = D.Approximate;
    deciders(D, R.S.Url, true, R.HostLocs, R.HostSymbols);
  } else {
    return;
  }
  // What a bound keeps from being followed is no code that was not seen.
  if (Why && Why->K == Origin::Bound) {
    R.S.Approximate = true;
    if (R.S.Agents.empty())
      R.S.AgentsOpen = Why;
  } else {
    R.S.Pending = true;
    R.S.PendingCallee = Callee.str();
  }
  keep(std::move(R), Callee, At);
}

} // namespace mde::paths
