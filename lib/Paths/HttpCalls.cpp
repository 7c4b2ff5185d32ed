//===- Paths/HttpCalls.cpp - Models' functions of URLs, headers and raw requests -===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Paths/ModelCall.h"
#include "Text/Mutant.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace mde::paths {

using models::Expr;
using models::Fn;
using models::TypeModel;

/// `GET /path ...`: a method in capitals, as all that are in use have.
static bool beginsRequest(const Pattern &P) {
  std::string Prefix = P.knownPrefix();
  size_t Method = Prefix.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return Method != std::string::npos && Method > 0 && Prefix[Method] == ' ';
}

namespace {
/// The head of a request, by the pieces of its text: RFC 9112, section 2.1.
struct RequestHead {
  Text Path, Lines;
  bool Whole = false; ///< the empty line that ends it is there
  explicit RequestHead(const Pattern &P) {
    enum { Method, Target, Version, Headers } Where = Method;
    bool LineIsEmpty = true;
    for (const Piece &Part : P.pieces()) {
      if (Part.isHole()) {
        LineIsEmpty = false;
        if (Where == Target || Where == Headers) {
          Text &Into = Where == Target ? Path : Lines;
          Into = concat(Into, Text::hole(*Part.AHole));
        }
        continue;
      }
      llvm::StringRef Rest = Part.Literal;
      if (Where == Method) {
        size_t End = Rest.find(' ');
        if (End == llvm::StringRef::npos)
          continue;
        Rest = Rest.drop_front(End + 1);
        Where = Target;
      }
      if (Where == Target) {
        size_t End = Rest.find(' ');
        Path = concat(Path, Text::literal(Rest.take_front(End), Part.At));
        if (End == llvm::StringRef::npos)
          continue;
        Rest = Rest.drop_front(End + 1);
        Where = Version;
      }
      if (Where == Version) {
        size_t End = Rest.find('\n');
        if (End == llvm::StringRef::npos)
          continue;
        Rest = Rest.drop_front(End + 1);
        Where = Headers;
        LineIsEmpty = true;
      }
      size_t Length = 0;
      for (; Length < Rest.size() && !Whole; ++Length) {
        Whole = Rest[Length] == '\n' && LineIsEmpty;
        LineIsEmpty = Rest[Length] == '\n' || (Rest[Length] == '\r' && LineIsEmpty);
      }
      Lines = concat(Lines, Text::literal(Rest.take_front(Length), Part.At));
      if (Whole)
        return;
    }
  }
};
} // namespace

/// Calls \p Do for each line of a block of header lines, without its end. The
/// hole in which lines may begin and end is given to \p Unknown, too.
static void forEachLine(const Pattern &Block, llvm::function_ref<bool(const Hole &)> IsOneLine,
                        llvm::function_ref<void(Text)> Do, llvm::function_ref<void(const Hole &)> Unknown) {
  Text Line;
  auto Flush = [&] {
    if (Line.isEmpty() != Tri::Yes)
      Do(std::move(Line));
    Line = Text();
  };
  for (const Piece &Part : Block.pieces()) {
    if (Part.isHole()) {
      Line = concat(Line, Text::hole(*Part.AHole));
      if (!IsOneLine(*Part.AHole) && Line.alternatives()[0].knownPrefix().find(':') == std::string::npos)
        Unknown(*Part.AHole);
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
}

/// \p Request begins with a method.
Value ModelCall::requestPart(const Text &Request, llvm::StringRef Part) {
  const Pattern &P = Request.alternatives()[0];
  OriginRef Why = M.origin(Origin::Runtime, "part of a request");
  if (Part == "method")
    return Value::text(substr(Request, 0, P.knownPrefix().find(' '), 0, Why));
  RequestHead Head(P);
  if (Part == "path")
    return Value::text(Head.Path);
  if (!Head.Whole)
    Head.Lines = concat(Head.Lines, holeText(Origin::Runtime, "what is sent after it"));
  if (Part == "headers")
    return Value::text(Head.Lines);
  std::optional<Text> Host;
  bool Open = false;
  forEachLine(
      Head.Lines.alternatives()[0], [](const Hole &H) { return H.OneLine; },
      [&](Text Line) {
        if (Host || startsWith(Line.alternatives()[0], "host:", /*IgnoreCase=*/true) != Tri::Yes)
          return;
        std::string Prefix = Line.alternatives()[0].knownPrefix();
        size_t Value = Prefix.find_first_not_of(" \t", llvm::StringRef("host:").size());
        Host = substr(Line, std::min(Value, Prefix.size()), TextNpos, D.fresh(Why), Why);
      },
      [&](const Hole &) { Open = true; });
  if (Host)
    return Value::text(*Host);
  return Open ? Value::text(holeText(Origin::Runtime, "part of a request")) : Value::null();
}

Value ModelCall::httpCall(const Expr &X) {
  auto ArgText = [&](unsigned I) { return M.textOf(eval(X.Operands[I])); };
  switch (X.F) {
  case Fn::HeaderLine:
    return Value::text(concat(concat(ArgText(0), Text::literal(": ")), ArgText(1)));
  case Fn::ParseHeaders: {
    NodeId Made = D.make();
    D.edit(Made).Constructed = true;
    static const TypeModel Lines = [] {
      TypeModel T;
      T.Is = TypeModel::Collection;
      T.Of = "header-line";
      return T;
    }();
    D.edit(Made).Model = &Lines;
    for (const TypeModel &T : Current->Lib->Types)
      if (T.Of == "header-line")
        D.edit(Made).Model = &T;
    Text Block = ArgText(0);
    if (Block.alternatives().size() != 1) {
      D.edit(Made).Open = M.origin(Origin::Runtime, "a block of headers");
      return Value::ref(Made);
    }
    forEachLine(
        Block.alternatives()[0],
        [&](const Hole &H) { return H.OneLine || D.Symbols[H.Symbol].OneLine; },
        [&](Text Line) {
          NodeId N = D.make();
          D.edit(N).Val = Value::text(Line);
          D.edit(Made).Elems.push_back(N);
          auto Name = keyOf(Made, N).literal();
          D.edit(N).PlainHeader = Name && !llvm::StringRef(*Name).equals_insensitive("user-agent");
        },
        [&](const Hole &H) { D.edit(Made).Open = H.From; });
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
      std::string Prefix = P.knownPrefix();
      size_t Scheme = Prefix.find("://");
      return Scheme != std::string::npos && Prefix.find_first_of("/?#") > Scheme;
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
    OriginRef Why = M.origin(Origin::Runtime, "part of a URL");
    // A part of what was read from a response was read from it.
    Url.forEachHole([&](const Hole &H) {
      if (H.From && H.From->K == Origin::Response)
        Why = H.From;
    });
    auto Unknown = [&] { return Value::text(Text::hole(D.fresh(Why), Why)); };
    if (!Part || Url.alternatives().size() != 1)
      return Unknown();
    const Pattern &P = Url.alternatives()[0];
    std::string Prefix = P.knownPrefix();
    size_t Scheme = Prefix.find("://");
    bool Relative = Prefix.starts_with("/") || Prefix.starts_with("?");
    if (Scheme == std::string::npos) {
      // `host/path` is a URL for curl; `/path` is none of a host.
      if (!Relative && !(P.isLiteral() && *Part == "scheme"))
        return *Part == "query" ? Value::null() : Unknown();
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
    return Unknown();
  }
  case Fn::RequestPart: {
    Text Head = ArgText(0);
    auto Part = ArgText(1).literal();
    if (!Part || Head.alternatives().size() != 1 || !beginsRequest(Head.alternatives()[0]))
      return Value::text(holeText(Origin::Runtime, "part of a request"));
    return requestPart(Head, *Part);
  }
  case Fn::IsRequest: {
    Text Head = ArgText(0);
    return Value::integer(llvm::any_of(Head.alternatives(), [](const Pattern &P) {
      return beginsRequest(P) && contains(P, " HTTP/1.") == Tri::Yes;
    }));
  }
  case Fn::ResponseOf: {
    Value Request = eval(X.Operands[0]);
    auto From = std::make_shared<Origin>();
    From->K = Origin::Response;
    From->What = "a response";
    From->At = M.At;
    if (Request.isRef() && !mutant("response-may-come-from-anywhere")) {
      Send S;
      M.destination(M.placeOf(Request), S);
      if (S.UrlKnown && S.Url.alternatives().size() == 1) {
        std::string Known = S.Url.alternatives()[0].knownPrefix();
        llvm::StringRef Prefix = Known;
        if (size_t Scheme = Prefix.find("://"); Scheme != llvm::StringRef::npos)
          Prefix = Prefix.drop_front(Scheme + 3);
        size_t End = Prefix.find_first_of("/?#:");
        if (End != llvm::StringRef::npos || S.Url.isLiteral())
          From->Host = Prefix.take_front(End).str();
      }
    }
    return Value::text(Text::hole(D.fresh(From), From));
  }
  default:
    return Value();
  }
}

} // namespace mde::paths
