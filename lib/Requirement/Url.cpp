//===- Requirement/Url.cpp - The parts of a URL ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/Url.h"
#include "Requirement/Codes.h"
#include "llvm/ADT/StringExtras.h"

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

static bool isSlash(Code C) { return C == '/' || C == '\\'; }

static bool isSchemeCode(Code C) {
  return Codes::isHole(C) ||
         (C < 128 && (isAlnum(char(C)) || C == '+' || C == '-' || C == '.'));
}

/// Without the control characters and blanks that libraries strip at the ends.
static CodeRef stripEnds(CodeRef Ref) {
  while (!Ref.empty() && Ref.front() <= 0x20)
    Ref = Ref.drop_front();
  while (!Ref.empty() && Ref.back() <= 0x20)
    Ref = Ref.drop_back();
  return Ref;
}

/// Cuts "https:" off \p Ref, with the slashes behind it.
static CodeRef cutScheme(CodeRef &Ref) {
  size_t Colon = 0;
  while (Colon < Ref.size() && isSchemeCode(Ref[Colon]))
    ++Colon;
  if (Colon == 0 || Colon == Ref.size() || Ref[Colon] != ':')
    return {};
  CodeRef Scheme = Ref.take_front(Colon), Rest = Ref.drop_front(Colon + 1);
  bool HasSlash = !Rest.empty() && isSlash(Rest[0]);
  // "https:host" has a scheme; "localhost:8080" and "user:secret@host" don't.
  std::string Name = Codes::bytes(Scheme);
  bool IsHttp =
      !Codes::hasHole(Scheme) && (StringRef(Name).equals_insensitive("http") ||
                                  StringRef(Name).equals_insensitive("https"));
  bool IsPort = !Rest.empty() && Rest[0] < 128 && isDigit(char(Rest[0]));
  if (!HasSlash && (!IsHttp || IsPort))
    return {};
  while (!Rest.empty() && isSlash(Rest[0]))
    Rest = Rest.drop_front();
  Ref = Rest;
  return Scheme;
}

/// In lower case, with percent-escapes resolved.
static Pattern normalHost(const Codes &C, CodeRef Ref) {
  std::vector<Code> Out;
  for (size_t I = 0; I < Ref.size(); ++I) {
    Code Byte = Ref[I];
    if (Byte == '%' && I + 2 < Ref.size() && Ref[I + 1] < 128 &&
        Ref[I + 2] < 128 && isHexDigit(char(Ref[I + 1])) &&
        isHexDigit(char(Ref[I + 2]))) {
      Byte = hexFromNibbles(char(Ref[I + 1]), char(Ref[I + 2]));
      I += 2;
    }
    Out.push_back(Byte < 128 ? Code(toLower(char(Byte))) : Byte);
  }
  if (!Out.empty() && Out.back() == '.' && Out.size() > 1)
    Out.pop_back();
  return C.pattern(Out);
}

static void splitAuthority(const Codes &C, CodeRef Authority, UrlParts &Parts) {
  size_t At = Codes::rfind(Authority, "@");
  if (At != Authority.size()) {
    Parts.UserInfo = C.pattern(Authority.take_front(At));
    Authority = Authority.drop_front(At + 1);
  }
  // The colons of an IPv6 address stand in brackets.
  size_t HostEnd = Authority.size();
  size_t Close = !Authority.empty() && Authority[0] == '['
                     ? Codes::rfind(Authority, "]")
                     : Authority.size();
  size_t Colon = Codes::rfind(Authority, ":");
  if (Colon != Authority.size() &&
      (Close == Authority.size() || Colon > Close)) {
    HostEnd = Colon;
    Parts.Port = C.pattern(Authority.drop_front(Colon + 1));
  }
  Parts.Host = normalHost(C, Authority.take_front(HostEnd));
}

UrlParts requirement::splitUrl(const Pattern &Url) {
  UrlParts Parts;
  Codes C(Url);
  CodeRef Rest = stripEnds(C.all());
  Parts.Scheme = toLower(Text(C.pattern(cutScheme(Rest)))).alternatives()[0];
  if (Parts.Scheme.pieces().empty()) {
    if (Rest.size() >= 2 && isSlash(Rest[0]) && isSlash(Rest[1]))
      Rest = Rest.drop_front(2);
    else
      Parts.IsRelative =
          Codes::find(Rest.take_front(1), "/\\?#") == 0 && !Rest.empty();
  }
  size_t AuthorityEnd = Parts.IsRelative ? 0 : Codes::find(Rest, "/\\?#");
  splitAuthority(C, Rest.take_front(AuthorityEnd), Parts);
  Rest = Rest.drop_front(AuthorityEnd);
  Rest = Rest.take_front(Codes::find(Rest, "#"));
  size_t Question = Codes::find(Rest, "?");
  Parts.Path = C.pattern(Rest.take_front(Question));
  if (Question != Rest.size())
    Parts.Query = C.pattern(Rest.drop_front(Question + 1));
  return Parts;
}

Tri UrlParts::isHttp() const {
  if (Scheme.pieces().empty())
    return Tri::Yes;
  Tri Best = Tri::No;
  for (StringRef Name : {"http", "https", "ws", "wss"})
    Best = std::max(Best, equalsLiteral(Scheme, Name));
  return Best;
}
