//===- Paths/Http.cpp - URLs, headers and sends ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a request looks like when it leaves, put together from its slots and
// its session's, by the rules of its library's model.
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::AgentSource;
using models::Expr;
using models::Fn;
using models::TypeModel;

NodeId Machine::slot(NodeId Http, llvm::StringRef Name) {
  for (unsigned Hops = 0; Http && Hops < 4; ++Hops) {
    if (NodeId N = D.node(Http).child(Name))
      return N;
    NodeId Session = D.node(Http).child("$session");
    if (!Session || !D.node(Session).Val.isRef())
      return 0;
    Http = D.node(Session).Val.N;
  }
  return 0;
}

Value ModelCall::httpCall(const Expr &X) {
  auto ArgText = [&](unsigned I) { return M.textOf(eval(X.Operands[I])); };
  switch (X.F) {
  case Fn::HeaderLine:
    return Value::text(concat(concat(ArgText(0), Text::literal(": ")), ArgText(1)));
  case Fn::ParseHeaders: {
    NodeId Made = D.make();
    D.edit(Made).Constructed = true;
    for (const TypeModel &T : Current->Lib->Types)
      if (T.Of == "header-line")
        D.edit(Made).Model = &T;
    Text Block = ArgText(0);
    if (Block.alternatives().size() != 1) {
      D.edit(Made).Open = M.origin(Origin::Runtime, "a block of headers");
      return Value::ref(Made);
    }
    Text Line;
    auto Flush = [&] {
      if (Line.isEmpty() == Tri::Yes)
        return;
      NodeId N = D.make();
      D.edit(N).Val = Value::text(Line);
      D.edit(Made).Elems.push_back(N);
      D.edit(N).PlainHeader = [&] {
        auto L = keyOf(Made, N).literal();
        return L && !llvm::StringRef(*L).equals_insensitive("user-agent");
      }();
      Line = Text();
    };
    for (const Piece &Part : Block.alternatives()[0].pieces()) {
      if (Part.isHole()) {
        Line = concat(Line, Text::hole(*Part.AHole));
        if (!Part.AHole->OneLine && !D.Symbols[Part.AHole->Symbol].OneLine)
          if (Line.alternatives()[0].knownPrefix().find(':') == std::string::npos)
            D.edit(Made).Open = Part.AHole->From;
        continue;
      }
      llvm::StringRef Rest = Part.Literal;
      for (size_t At; (At = Rest.find('\n')) != llvm::StringRef::npos;) {
        Line = concat(Line, Text::literal(Rest.take_front(At).rtrim('\r'), Part.At));
        Flush();
        Rest = Rest.drop_front(At + 1);
      }
      Line = concat(Line, Text::literal(Rest.rtrim('\r'), Part.At));
    }
    Flush();
    return Value::ref(Made);
  }
  case Fn::BuildUrl: {
    std::vector<Value> All = evalAll(X.Operands);
    auto Given = [&](unsigned I) {
      return I < All.size() && !All[I].isNull() && !All[I].is(Value::Unset);
    };
    Text Url;
    if (Given(0))
      Url = concat(M.textOf(All[0]), Text::literal("://"));
    else if (Given(1))
      Url = Text::literal("https://");
    if (Given(1))
      Url = concat(Url, M.textOf(All[1]));
    if (Given(2) && !(M.scalarOf(All[2]).isInt() && M.scalarOf(All[2]).I == 0))
      Url = concat(concat(Url, Text::literal(":")), printed(All[2]));
    if (Given(3))
      Url = concat(Url, M.textOf(All[3]));
    if (Given(4))
      Url = concat(concat(Url, Text::literal("?")), M.textOf(All[4]));
    return Value::text(Url);
  }
  case Fn::JoinUrl: {
    Text Base = ArgText(0), Path = ArgText(1);
    bool Absolute = llvm::all_of(Path.alternatives(), [](const Pattern &P) {
      return llvm::StringRef(P.knownPrefix()).contains("://");
    });
    if (Absolute)
      return Value::text(Path);
    bool Slash = llvm::all_of(Base.alternatives(), [](const Pattern &P) { return endsWith(P, "/") == Tri::Yes; });
    bool Leads = llvm::all_of(Path.alternatives(), [](const Pattern &P) { return startsWith(P, "/") == Tri::Yes; });
    if (Path.isEmpty() == Tri::Yes)
      return Value::text(Base);
    if (Slash && Leads)
      Path = substr(Path, 1, TextNpos, D.fresh(nullptr), M.origin(Origin::Runtime, "a path"));
    else if (!Slash && !Leads)
      Base = concat(Base, Text::literal("/"));
    return Value::text(concat(Base, Path));
  }
  case Fn::UrlPart: {
    Text Url = ArgText(0);
    auto Part = ArgText(1).literal();
    if (!Part || Url.alternatives().size() != 1)
      return Value::text(holeText(Origin::Runtime, "part of a URL"));
    const Pattern &P = Url.alternatives()[0];
    std::string Prefix = P.knownPrefix();
    OriginRef Why = M.origin(Origin::Runtime, "part of a URL");
    size_t Scheme = Prefix.find("://");
    bool Relative = Prefix.starts_with("/") || Prefix.starts_with("?");
    if (Scheme == std::string::npos) {
      // `host/path` is a URL for curl; `/path` is none of a host.
      if (!Relative && !(P.isLiteral() && *Part == "scheme"))
        return *Part == "query" ? Value::null() : Value::text(holeText(Origin::Runtime, "part of a URL"));
      if (*Part == "path") {
        size_t End = Prefix.find_first_of("?#");
        return Value::text(substr(Url, 0, End == std::string::npos ? TextNpos : End, D.fresh(Why), Why));
      }
      size_t Query = Prefix.find('?');
      if (*Part == "query" && Query != std::string::npos)
        return Value::text(substr(Url, Query + 1, TextNpos, D.fresh(Why), Why));
      return Value::null();
    }
    size_t Host = Scheme + 3, End = Prefix.find_first_of("/?#", Host);
    bool Whole = End != std::string::npos || P.isLiteral();
    if (*Part == "scheme")
      return Value::text(substr(Url, 0, Scheme, 0, Why));
    std::string Authority = Prefix.substr(Host, End == std::string::npos ? End : End - Host);
    size_t User = Authority.rfind('@');
    size_t Begin = User == std::string::npos ? 0 : User + 1;
    size_t Colon = Authority.find(':', Begin);
    if (*Part == "host" && Whole)
      return Value::text(substr(Url, Host + Begin, (Colon == std::string::npos ? Authority.size() : Colon) - Begin, 0, Why));
    if (*Part == "port" && Whole)
      return Colon == std::string::npos ? Value::null()
                                        : Value::text(substr(Url, Host + Colon + 1, Authority.size() - Colon - 1, 0, Why));
    if (*Part == "host") {
      // The host reaches into a hole: it is what follows the scheme, as far as
      // the next slash that is known.
      Text Rest = substr(Url, Host + Begin, TextNpos, D.fresh(Why), Why);
      return Value::text(Rest.map([](const Pattern &R) {
        std::vector<Piece> Pieces;
        for (const Piece &Q : R.pieces()) {
          size_t Slash = Q.isHole() ? std::string::npos : Q.Literal.find_first_of("/?#:");
          if (Slash == std::string::npos) {
            Pieces.push_back(Q);
            continue;
          }
          if (Slash)
            Pieces.push_back(Piece::literal(llvm::StringRef(Q.Literal).take_front(Slash), Q.At));
          break;
        }
        return Pattern(std::move(Pieces));
      }));
    }
    if (*Part == "port")
      return Value::null();
    if (*Part == "path" && End != std::string::npos && Prefix[End] == '/') {
      size_t Stop = Prefix.find_first_of("?#", End);
      return Value::text(substr(Url, End, Stop == std::string::npos ? TextNpos : Stop - End, D.fresh(Why), Why));
    }
    if (*Part == "path" && Whole)
      return Value::text(Text());
    if (*Part == "query") {
      size_t Query = Prefix.find('?', Host);
      if (Query != std::string::npos)
        return Value::text(substr(Url, Query + 1, TextNpos, D.fresh(Why), Why));
      return Value::null();
    }
    return Value::text(holeText(Origin::Runtime, "part of a URL"));
  }
  case Fn::RequestPart: {
    Text Head = ArgText(0);
    auto Part = ArgText(1).literal();
    if (!Part || Head.alternatives().size() != 1)
      return Value::text(holeText(Origin::Runtime, "part of a request"));
    std::string Prefix = Head.alternatives()[0].knownPrefix();
    OriginRef Why = M.origin(Origin::Runtime, "part of a request");
    size_t Method = Prefix.find(' ');
    if (Method == std::string::npos)
      return Value::text(holeText(Origin::Runtime, "part of a request"));
    if (*Part == "method")
      return Value::text(substr(Head, 0, Method, 0, Why));
    // The rest may have holes: take it apart by its pieces.
    Text Path, Block;
    unsigned Where = 0; // 0: path, 1: version, 2: headers
    Text Tail = substr(Head, Method + 1, TextNpos, D.fresh(Why), Why);
    for (const Piece &P : Tail.alternatives()[0].pieces()) {
      if (P.isHole()) {
        (Where == 0 ? Path : Block) = concat(Where == 0 ? Path : Block, Text::hole(*P.AHole));
        continue;
      }
      llvm::StringRef Rest = P.Literal;
      if (Where == 0) {
        size_t End = Rest.find(' ');
        Path = concat(Path, Text::literal(Rest.take_front(End), P.At));
        if (End == llvm::StringRef::npos)
          continue;
        Rest = Rest.drop_front(End + 1);
        Where = 1;
      }
      if (Where == 1) {
        size_t End = Rest.find('\n');
        if (End == llvm::StringRef::npos)
          continue;
        Rest = Rest.drop_front(End + 1);
        Where = 2;
      }
      size_t End = std::min(Rest.find("\r\n\r\n"), Rest.find("\n\n"));
      Block = concat(Block, Text::literal(Rest.take_front(End), P.At));
      if (End != llvm::StringRef::npos)
        break;
    }
    return Value::text(*Part == "path" ? Path : Block);
  }
  case Fn::ResponseOf: {
    Value Request = eval(X.Operands[0]);
    auto From = std::make_shared<Origin>();
    From->K = Origin::Response;
    From->What = "a response";
    From->At = M.At;
    if (Request.isRef()) {
      NodeId N = M.placeOf(Request);
      for (llvm::StringRef Name : {"$url", "$host"})
        if (NodeId Slot = M.slot(N, Name); Slot && D.node(Slot).Val.isText()) {
          Text T = *D.node(Slot).Val.T;
          if (T.alternatives().size() == 1) {
            llvm::StringRef Prefix = From->Host;
            std::string Known = T.alternatives()[0].knownPrefix();
            Prefix = Known;
            size_t Scheme = Prefix.find("://");
            if (Scheme != llvm::StringRef::npos)
              Prefix = Prefix.drop_front(Scheme + 3);
            size_t End = Prefix.find_first_of("/?#:");
            if (End != llvm::StringRef::npos || T.isLiteral())
              From->Host = Prefix.take_front(End).str();
          }
          break;
        }
    }
    return Value::text(Text::hole(D.fresh(From), From));
  }
  default:
    return Value();
  }
}

//===----------------------------------------------------------------------===//
// Sending
//===----------------------------------------------------------------------===//

namespace {

/// Reads the User-Agent lines of one request.
class Agents {
public:
  Agents(Machine &M, Send &S) : M(M), D(M.D), S(S) {}

  /// Adds what header collection \p Coll has. True when a line names a
  /// User-Agent, even one that removes it.
  bool headers(NodeId Coll, bool EmptyRemoves, bool Colonless) {
    if (OriginRef Why = D.node(Coll).Open)
      Open = Why;
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
    Tri Is = equals(toLower(Name), Text::literal("user-agent"));
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
  Send &S;
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

void Machine::send(NodeId Request, const models::CallModel &From, Loc Where,
                   const Later *Put) {
  SendRecord R;
  Send &S = R.S;
  const models::Library *Lib = D.node(Request).Lib ? D.node(Request).Lib : From.Lib;
  S.Library = Lib->Name;
  S.Callee = From.Names.empty() ? "" : From.Names.front();
  S.At = Where;
  S.FixTemplate = From.Fix;
  S.DefaultAgent = Lib->DefaultAgent;
  S.Approximate = D.Approximate;

  // Where it goes.
  auto ReadSlot = [&](llvm::StringRef Name) -> std::optional<Text> {
    NodeId N = slot(Request, Name);
    if (!N || D.node(N).Val.isNull())
      return std::nullopt;
    if (D.node(N).Val.is(Value::Unset) && !D.node(N).Open)
      return std::nullopt;
    return textOf(Value::ref(N));
  };
  OriginRef Open = D.node(Request).Open;
  // A URL object that the request refers to: its parts as they are now.
  NodeId Parts = slot(Request, "$url");
  Parts = Parts && D.node(Parts).Val.isRef() ? D.node(Parts).Val.N : 0;
  if (Parts && D.node(Parts).child("$host")) {
    auto Part = [&](llvm::StringRef Name) {
      NodeId N = D.node(Parts).child(Name);
      return N && !D.node(N).Val.isNull() ? std::optional(textOf(Value::ref(N))) : std::nullopt;
    };
    auto Scheme = Part("$scheme"), Port = Part("$port"), Path = Part("$path"), Query = Part("$query");
    S.Url = Scheme ? concat(*Scheme, Text::literal("://")) : Text();
    S.Url = concat(S.Url, *Part("$host"));
    if (Port)
      S.Url = concat(concat(S.Url, Text::literal(":")), *Port);
    if (Path)
      S.Url = concat(S.Url, *Path);
    if (Query)
      S.Url = concat(concat(S.Url, Text::literal("?")), *Query);
  } else if (auto Url = ReadSlot("$url")) {
    S.Url = *Url;
  } else if (auto Host = ReadSlot("$host")) {
    auto Scheme = ReadSlot("$scheme");
    S.Url = Scheme ? concat(*Scheme, Text::literal("://")) : Text::literal("https://");
    S.Url = concat(S.Url, *Host);
    if (auto Port = ReadSlot("$port"))
      S.Url = concat(concat(S.Url, Text::literal(":")), *Port);
    if (auto Path = ReadSlot("$path"))
      S.Url = concat(S.Url, *Path);
  } else {
    S.UrlKnown = false;
    S.UrlUnknownBecause = Open;
    OriginRef Why = Open ? Open : origin(Origin::Runtime, "no URL was set");
    S.Url = Text::hole(D.fresh(Why), Why);
  }
  if (auto Method = ReadSlot("$method"))
    S.Method = *Method;
  if (auto Default = ReadSlot("$default-user-agent"))
    S.DefaultAgent = display(*Default);

  // The User-Agent, by precedence.
  Agents A(*this, S);
  bool Decided = false;
  for (const AgentSource &Source : Lib->Agent) {
    std::vector<Text> Found;
    std::swap(Found, A.Values);
    bool Has = false;
    if (Source.K == AgentSource::Header) {
      NodeId Headers = slot(Request, "$headers");
      if (Headers && D.node(Headers).Val.isRef())
        Has = A.headers(placeOf(D.node(Headers).Val), Lib->EmptyHeaderRemoves, Lib->EmptyHeaderRemoves);
      else if (Headers && (D.node(Headers).Val.isSymbol() || D.node(Headers).Open))
        A.Open = D.node(Headers).Open ? D.node(Headers).Open : D.Symbols[D.node(Headers).Val.S].From;
      else if (Headers && (!D.node(Headers).Elems.empty() || D.node(Headers).Model))
        Has = A.headers(Headers, Lib->EmptyHeaderRemoves, Lib->EmptyHeaderRemoves);
      else if (!Headers && Open)
        A.Open = Open;
    } else if (auto Agent = ReadSlot("$user-agent");
               Agent && !(Lib->EmptyHeaderRemoves && Agent->isEmpty() == Tri::Yes)) {
      // An empty agent is none to a library that sends no empty header.
      A.Values.push_back(*Agent);
      A.Holder = slot(Request, "$user-agent");
      Has = true;
    } else if (Open && !D.node(Request).child("$user-agent")) {
      A.Open = Open;
    }
    std::vector<Text> Here;
    std::swap(Here, A.Values);
    std::swap(Found, A.Values);
    if (!Has)
      continue;
    if (!Decided || Source.C == AgentSource::BothSent)
      llvm::append_range(A.Values, Here);
    else if (Source.C == AgentSource::Joined && !A.Values.empty() && !Here.empty())
      A.Values.back() = concat(concat(A.Values.back(), Text::literal(" ")), Here.front());
    Decided = true;
    if (A.Removed && Source.C == AgentSource::Beats)
      break;
    // Later sources that this one beats don't matter.
    bool More = false;
    for (const AgentSource &Next : Lib->Agent)
      More |= &Next > &Source && Next.C != AgentSource::Beats;
    if (!More)
      break;
  }
  S.Agents = std::move(A.Values);
  if (A.Removed)
    S.DefaultAgent = "";
  S.AgentsOpen = A.Removed ? nullptr : A.Open;

  deciders(D, S.Url, true, R.HostLocs, R.HostSymbols);
  for (const Text &Agent : S.Agents)
    deciders(D, Agent, false, R.AgentLocs, R.AgentSymbols);
  for (llvm::StringRef Name : {"$url", "$host"})
    if (NodeId N = slot(Request, Name); N && !R.HostNode)
      R.HostNode = D.node(N).InputId;
  if (A.Holder && !S.Agents.empty())
    R.AgentNode = D.node(A.Holder).InputId;
  S.HostOrigins = R.HostLocs;
  S.AgentOrigins = R.AgentLocs;
  if (S.Agents.empty()) {
    R.Request = D.node(Request).InputId;
    if (NodeId Session = D.node(Request).child("$session"); Session && D.node(Session).Val.isRef())
      R.Session = D.node(D.node(Session).Val.N).InputId;
  }

  R.Assumed = D.Facts;
  R.OutsideFacts = D.OutsideFacts;
  auto AddFrame = [&](const ir::Function &In, Loc At) -> Frame & {
    Frame Here;
    Here.Function = In.Name.str();
    Here.Key = In.Key.str();
    Here.At = At;
    Here.FunctionAt = In.At;
    S.Frames.push_back(Here);
    return S.Frames.back();
  };
  if (!Put) {
    AddFrame(F, Where);
  } else {
    // Put off: the frames are those of the place, not of where it runs.
    R.Above = Put->Above;
    for (const LaterFrame &L : Put->Frames) {
      Frame &Fr = AddFrame(*L.F, L.At);
      auto CameIn = [&](const std::vector<Loc> &Locs) {
        return L.Given && llvm::any_of(Locs, [&](Loc At) { return llvm::binary_search(*L.Given, At); });
      };
      Fr.HostFromOutside = CameIn(R.HostLocs);
      Fr.AgentFromOutside = S.Agents.empty() ? L.RequestFromOutside : CameIn(R.AgentLocs);
    }
    R.PutOff = true;
  }
  Disjunct Noted;
  Noted.Trail = D.Trail;
  Noted.note(TrailEvent::Sent, Where, S.Callee);
  R.Trail = Noted.Trail;
  Sends.push_back(std::move(R));
}

} // namespace mde::paths
