//===- Requirement/UserAgent.h - The User-Agent's grammar -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   MdePartner-Company-Product/Version
//
// Company, Product and Version are RFC 9110 token characters and not empty;
// Product may hold '-'. A value with holes is matched three-valued:
//
//   MdePartner-Contoso-App/{version}     Always; it depends on 'version'
//   MdePartner-{name}/1.0                Always; 'name' is company and product
//   MdePartner-Contoso/{version}         Never: no product
//   contoso/{version}                    Never: another prefix
//   {ua}, {name}/1.0                     Depends: the hole decides
//   MdePartner-Contoso-App{rest}         Depends: nothing shows the version
//
// The literal parts show the structure: where they leave a hole only the place
// of a company, product or version, it is taken to hold one.
//
//===----------------------------------------------------------------------===//

#ifndef MDE_REQUIREMENT_USERAGENT_H
#define MDE_REQUIREMENT_USERAGENT_H

#include "Requirement/Options.h"
#include "Text/Text.h"

namespace mde::requirement {

/// Why a User-Agent is not of the form, in the order in which it is looked for.
enum class AgentFault : uint8_t {
  None,
  Empty,        ///< No characters, or blanks only.
  NoPrefix,     ///< Begins with something else.
  PrefixCase,   ///< Begins with the prefix in another case.
  FormerPrefix, ///< Begins with "MdatpPartner-".
  TextBefore,   ///< The prefix comes later.
  Placeholder,  ///< "{CompanyName}", "%s" were not filled in.
  NoCompany,
  NoProduct,
  NoVersion,
  EmptyVersion,
  BadCharacter, ///< Not allowed in a token.
  TextAfter,
  WrongCompany, ///< Another than the option says.
  WrongProduct,
  SentTwice ///< More than one User-Agent header.
};
/// "no-prefix", "sent-twice": for tests, the inventory and machines.
llvm::StringRef name(AgentFault F);

struct AgentMatch {
  enum Kind { Always, Never, Depends };
  Kind K = Always;
  AgentFault Fault = AgentFault::None; ///< Never: why.
  std::string Sentence;                ///< Never: the predicate of a sentence.
  /// Always: what fills company, product or version. Depends: what decides.
  std::vector<Hole> Holes;
};

/// The prefix of the requirement.
constexpr llvm::StringLiteral PartnerPrefix = "MdePartner-";

/// Matches one field value.
AgentMatch matchAgent(const Pattern &Value, const Options &O);

/// Is \p Value the example of Microsoft's documentation?
bool isDocumentationExample(const Pattern &Value);

} // namespace mde::requirement

#endif // MDE_REQUIREMENT_USERAGENT_H
