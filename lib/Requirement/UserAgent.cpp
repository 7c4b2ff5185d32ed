//===- Requirement/UserAgent.cpp - The User-Agent's grammar ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Requirement/UserAgent.h"
#include "Requirement/Codes.h"
#include "Requirement/Grammar.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>
#include <algorithm>

using namespace mde;
using namespace mde::requirement;
using namespace llvm;

StringRef requirement::name(AgentFault F) {
  static constexpr const char *Names[] = {
      "none",          "empty",         "no-prefix",     "prefix-case",
      "former-prefix", "text-before",   "placeholder",   "no-company",
      "no-product",    "no-version",    "empty-version", "bad-character",
      "text-after",    "wrong-company", "wrong-product", "sent-twice"};
  return Names[static_cast<unsigned>(F)];
}

bool requirement::isDocumentationExample(const Pattern &Value) {
  return equalsLiteral(Value, "MdePartner-Contoso-ContosoCognito/1.0.0") ==
         Tri::Yes;
}

static AgentMatch never(AgentFault F, std::string Sentence) {
  AgentMatch M;
  M.K = AgentMatch::Never;
  M.Fault = F;
  M.Sentence = std::move(Sentence);
  return M;
}

static AgentMatch depends(const Codes &C, Code Which) {
  AgentMatch M;
  M.K = AgentMatch::Depends;
  M.Holes.push_back(C.hole(Which));
  return M;
}

static bool isBadChar(Code C) {
  return C < 256 && !isTokenChar(static_cast<unsigned char>(C));
}

static AgentMatch badCharacter(Code C) {
  std::string Shown = C == ' '                 ? "a blank"
                      : C == '\t'              ? "a tab"
                      : C == '\r' || C == '\n' ? "a line break"
                      : C < 0x20 || C > 0x7e
                          ? fmt::format("the byte 0x{:02x}", C)
                          : fmt::format("'{}'", char(C));
  return never(AgentFault::BadCharacter,
               Shown + " is not allowed in a company, product or version");
}

//===----------------------------------------------------------------------===//
// The prefix
//===----------------------------------------------------------------------===//

/// Does \p Value begin with \p Prefix?
static Tri begins(const Codes &C, CodeRef Value, StringRef Prefix) {
  for (size_t I = 0; I < Prefix.size(); ++I) {
    if (I == Value.size())
      return Tri::No;
    // A number can't bring a letter.
    if (C.isNumber(Value[I]))
      return isDigit(Prefix[I]) || Prefix[I] == '-' ? Tri::Maybe : Tri::No;
    if (Codes::isHole(Value[I]))
      return Tri::Maybe;
    if (Value[I] != Code(static_cast<unsigned char>(Prefix[I])))
      return Tri::No;
  }
  return Tri::Yes;
}

/// Why \p Value, which has none of the prefixes, is wrong.
static AgentMatch wrongPrefix(CodeRef Value, const Options &O) {
  size_t Known = 0;
  while (Known < Value.size() && !Codes::isHole(Value[Known]))
    ++Known;
  std::string Bytes = Codes::bytes(Value.take_front(Known));
  StringRef Head(Bytes);
  constexpr StringLiteral Former = "MdatpPartner-";
  if (Head.starts_with_insensitive(Former))
    return never(
        AgentFault::FormerPrefix,
        fmt::format("begins with the former prefix '{}'; it is now '{}'",
                    Former.str(), PartnerPrefix.str()));
  std::vector<StringRef> All{PartnerPrefix};
  All.insert(All.end(), O.AlternativePrefixes.begin(),
             O.AlternativePrefixes.end());
  for (StringRef Prefix : All)
    if (Head.starts_with_insensitive(Prefix))
      return never(AgentFault::PrefixCase,
                   fmt::format("begins with '{}', but case matters: '{}'",
                               Head.take_front(Prefix.size()).str(),
                               Prefix.str()));
  std::string Everything = Codes::bytes(Value);
  for (StringRef Prefix : All)
    if (StringRef(Everything).contains(Prefix))
      return never(AgentFault::TextBefore,
                   fmt::format("has text before '{}'", Prefix.str()));
  return never(AgentFault::NoPrefix,
               fmt::format("does not begin with '{}'", PartnerPrefix.str()));
}

//===----------------------------------------------------------------------===//
// What follows the prefix
//===----------------------------------------------------------------------===//

namespace {
/// What stands behind the prefix, cut where the literal parts allow it:
/// Name '/' Version blank Tail.
struct Parts {
  CodeRef Main, Name, Version, Tail;
  bool HasSlash = false;

  explicit Parts(CodeRef Rest) {
    Main = Rest.take_front(Codes::find(Rest, " \t"));
    Tail = Codes::trim(Rest.drop_front(Main.size()));
    size_t Slash = Codes::find(Main, "/");
    HasSlash = Slash != Main.size();
    Name = Main.take_front(Slash);
    if (HasSlash)
      Version = Main.drop_front(Slash + 1);
  }
};
} // namespace

/// The first hole in \p Ref that may hold anything, or 0.
static Code freeHole(const Codes &C, CodeRef Ref) {
  for (Code X : Ref)
    if (C.isFree(X))
      return X;
  return 0;
}

/// Company '-' Product.
static AgentMatch matchName(const Codes &C, CodeRef Name) {
  if (Name.empty() || Name[0] == '-')
    return never(AgentFault::NoCompany, "names no company");
  // A '-' with something on both sides is enough; a hole on a side that is not
  // empty by itself is taken to hold the name.
  size_t Dash = Codes::find(Name, "-");
  if (Dash + 1 < Name.size())
    return AgentMatch();
  Code Hole = freeHole(C, Name);
  if (!Hole)
    return never(AgentFault::NoProduct, "names no product");
  // `MdePartner-{name}/1.0`: the hole can only be company and product. But a
  // literal '-' right before the '/' leaves the product empty.
  return Dash == Name.size() ? AgentMatch() : depends(C, Hole);
}

/// Products and comments behind the version: RFC 9110's User-Agent.
static bool isProductList(CodeRef Tail) {
  unsigned Depth = 0;
  bool Slash = false, TokenOpen = false;
  for (Code X : Tail) {
    if (Depth > 0) {
      Depth += X == '(';
      Depth -= X == ')';
      if (X < 0x20 && X != '\t')
        return false;
      continue;
    }
    if (Codes::isBlank(X)) {
      if (Slash && !TokenOpen)
        return false;
      Slash = TokenOpen = false;
    } else if (X == '(') {
      // A comment stands behind a blank.
      if (TokenOpen || Slash)
        return false;
      Depth = 1;
    } else if (X == '/') {
      if (Slash || !TokenOpen)
        return false;
      Slash = true;
      TokenOpen = false;
    } else if (isBadChar(X)) {
      return false;
    } else {
      TokenOpen = true;
    }
  }
  return Depth == 0 && !(Slash && !TokenOpen);
}

/// What stands behind a blank.
static AgentMatch matchTail(const Codes &C, CodeRef Tail, const Options &O) {
  if (Tail.empty())
    return AgentMatch();
  if (O.AllowTrailingProducts)
    return isProductList(Tail)
               ? AgentMatch()
               : never(AgentFault::TextAfter,
                       "has text after the version that is neither a product "
                       "nor a comment in parentheses");
  bool MayBeEmpty = llvm::all_of(Tail, [&](Code X) {
    return Codes::isBlank(X) || !C.isCertainlyNotEmpty(X);
  });
  if (MayBeEmpty)
    return depends(C, freeHole(C, Tail));
  return never(AgentFault::TextAfter, "has text after the version");
}

static AgentMatch matchCharacters(CodeRef Ref) {
  for (Code X : Ref)
    if (isBadChar(X))
      return badCharacter(X);
  return AgentMatch();
}

/// Company and Product of the options, where the value has its structure.
static AgentMatch matchOptions(const Codes &C, CodeRef Name, const Options &O) {
  Pattern P = C.pattern(Name);
  std::string Shown = display(P);
  if (!O.Company.empty() && startsWith(P, O.Company + "-") == Tri::No)
    return never(AgentFault::WrongCompany,
                 fmt::format("names '{}' where the option Company is '{}'",
                             Shown, O.Company));
  bool ProductDiffers =
      !O.Company.empty() && !Codes::hasHole(Name)
          ? equalsLiteral(P, O.Company + "-" + O.Product) != Tri::Yes
          : endsWith(P, "-" + O.Product) == Tri::No;
  if (!O.Product.empty() && ProductDiffers)
    return never(AgentFault::WrongProduct,
                 fmt::format("names '{}' where the option Product is '{}'",
                             Shown, O.Product));
  return AgentMatch();
}

/// Without a '/' in front of the first blank.
static AgentMatch matchNoSlash(const Codes &C, const Parts &P,
                               const Options &O) {
  if (AgentMatch M = matchCharacters(P.Main); M.K == AgentMatch::Never)
    return M;
  if (!P.Tail.empty() && !O.AllowTrailingProducts &&
      Codes::find(P.Tail, "/") != P.Tail.size())
    return badCharacter(' ');
  Code Hole = freeHole(C, P.Main);
  AgentMatch Tail = matchTail(C, P.Tail, O);
  if (Hole)
    return Tail.K == AgentMatch::Never ? Tail : depends(C, Hole);
  AgentMatch Name = matchName(C, P.Main);
  if (Name.K != AgentMatch::Always)
    return Name;
  return never(AgentFault::NoVersion, "has no '/' with a version");
}

/// \p Rest: what stands behind the prefix.
static AgentMatch matchRest(const Codes &C, CodeRef Rest, const Options &O) {
  Parts P(Rest);
  if (!P.HasSlash)
    return matchNoSlash(C, P, O);
  AgentMatch Name = matchName(C, P.Name);
  if (Name.K == AgentMatch::Never)
    return Name;
  if (P.Version.empty())
    return never(AgentFault::EmptyVersion, "has an empty version");
  for (CodeRef Part : {P.Name, P.Version})
    if (AgentMatch M = matchCharacters(Part); M.K == AgentMatch::Never)
      return M;
  AgentMatch Tail = matchTail(C, P.Tail, O);
  if (Tail.K == AgentMatch::Never)
    return Tail;
  AgentMatch Wanted = matchOptions(C, P.Name, O);
  for (const AgentMatch &M : {Wanted, Name, Tail})
    if (M.K != AgentMatch::Always)
      return M;
  AgentMatch M;
  for (Code X : Rest)
    if (Codes::isHole(X))
      M.Holes.push_back(C.hole(X));
  return M;
}

/// What is wrong with the literal parts, whatever stands in front of them.
static AgentMatch matchAnywhere(const Codes &C, CodeRef Value,
                                const Options &O) {
  AgentMatch M;
  if (O.AllowTrailingProducts)
    return M;
  unsigned Slashes = 0;
  for (size_t I = 0; I < Value.size(); ++I) {
    Code X = Value[I];
    if (X == '/' && ++Slashes < 2)
      continue;
    if (Codes::isBlank(X)) {
      // Beside what may be empty it may be trimmed.
      auto Full = [&](Code Y) {
        return !Codes::isBlank(Y) && C.isCertainlyNotEmpty(Y);
      };
      if (llvm::none_of(Value.take_front(I), Full) ||
          llvm::none_of(Value.drop_front(I), Full))
        continue;
    }
    if (isBadChar(X))
      return badCharacter(X);
  }
  return M;
}

static AgentMatch matchPlaceholders(CodeRef Value) {
  std::string Bytes;
  for (Code X : Value)
    Bytes += Codes::isHole(X) ? '\1' : char(X);
  StringRef Found = findPlaceholder(Bytes);
  if (Found.empty())
    return AgentMatch();
  std::string Shown = Found.str();
  std::replace(Shown.begin(), Shown.end(), '\1', ' ');
  return never(AgentFault::Placeholder,
               fmt::format("still holds the placeholder '{}'", Shown));
}

AgentMatch requirement::matchAgent(const Pattern &Value, const Options &O) {
  Codes C(Value);
  CodeRef All = Codes::trim(C.all());
  if (All.empty())
    return never(AgentFault::Empty, "is empty");
  std::vector<StringRef> Prefixes{PartnerPrefix};
  Prefixes.insert(Prefixes.end(), O.AlternativePrefixes.begin(),
                  O.AlternativePrefixes.end());
  bool Maybe = false;
  for (StringRef Prefix : Prefixes) {
    Tri T = begins(C, All, Prefix);
    Maybe |= T == Tri::Maybe;
    if (T != Tri::Yes)
      continue;
    AgentMatch M = matchPlaceholders(All.drop_front(Prefix.size()));
    return M.K == AgentMatch::Never
               ? M
               : matchRest(C, All.drop_front(Prefix.size()), O);
  }
  if (!Maybe)
    return wrongPrefix(All, O);
  if (AgentMatch M = matchPlaceholders(All); M.K == AgentMatch::Never)
    return M;
  if (AgentMatch M = matchAnywhere(C, All, O); M.K == AgentMatch::Never)
    return M;
  for (Code X : All)
    if (Codes::isHole(X))
      return depends(C, X);
  return AgentMatch();
}
