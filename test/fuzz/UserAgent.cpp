//===- fuzz/UserAgent.cpp - The judge of User-Agents ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// - Of a text without holes it says what the requirement's grammar says, written here
//   once more as a regular expression.
// - What it says for certain of a text with holes holds for each way to fill them: what
//   is never right stays wrong; what is always right stays right when a hole is filled
//   with a name, as the judge takes holes to be.
// - It says the same twice.
//
//===----------------------------------------------------------------------===//

#include "Fuzz.h"
#include "Requirement/UserAgent.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Regex.h"

using namespace mde;
using namespace mde::fuzz;
using namespace mde::requirement;
using namespace llvm;

static std::string shown(const Filled &F, const AgentMatch &Open, const AgentMatch &Whole) {
  return print(F.WithHoles) + ": " + std::to_string(Open.K) + " " + Open.Sentence + "\n" + print(F.Whole) + ": " +
         std::to_string(Whole.K) + " " + Whole.Sentence;
}

/// A token of RFC 9110 without '-', and with it. '%' has a say in placeholders and is
/// looked at apart.
#define PLAIN "A-Za-z0-9!#$&'*+.^_`|~"
static bool matchesGrammar(StringRef Value) {
  static Regex Grammar("^[ \t]*MdePartner-[" PLAIN "%]+-[" PLAIN "%-]+/[" PLAIN "%-]+[ \t]*$");
  return Value.find('\0') == StringRef::npos && Grammar.match(Value);
}

/// As the value of company, product or version, or of several of them.
static bool isName(StringRef Fill) {
  static Regex Name("^[A-Za-z0-9.]+-[A-Za-z0-9.]+$");
  return Name.match(Fill);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  if (Size > 4096)
    return 0;
  Filled F(bytes(Data, Size));
  Options O;
  AgentMatch Open = matchAgent(F.WithHoles, O);
  AgentMatch Again = matchAgent(F.WithHoles, O);
  require(Open.K == Again.K && Open.Fault == Again.Fault && Open.Sentence == Again.Sentence, "the same is said twice");
  require((Open.K == AgentMatch::Never) == !Open.Sentence.empty(), "never has a sentence");
  require((Open.K == AgentMatch::Depends) <= !Open.Holes.empty(), "who depends says on what");

  AgentMatch Whole = matchAgent(F.Whole, O);
  std::string Text = F.Whole.literal().value_or("");
  require(Whole.K != AgentMatch::Depends, "a known text is right or wrong", Text);
  bool Right = matchesGrammar(Text);
  if (Whole.K == AgentMatch::Always)
    require(Right, "what is always right is of the grammar", Text);
  else if (Right)
    require(Text.find_first_of("%$") != std::string::npos && Whole.Fault == AgentFault::Placeholder,
            "what is of the grammar and holds no placeholder is right", Text + ": " + Whole.Sentence);

  if (!F.HasHoles || !F.IsAllowed)
    return 0;
  if (Open.K == AgentMatch::Never)
    require(Whole.K == AgentMatch::Never, "what is never right stays wrong when holes are filled", shown(F, Open, Whole));
  // "%" before a hole and a letter in it would be a placeholder.
  if (Open.K == AgentMatch::Always && all_of(F.Fills, isName) && !StringRef(Text).contains('%') && !StringRef(Text).contains('$'))
    require(Whole.K == AgentMatch::Always, "what is always right stays so when holes are filled with names",
            shown(F, Open, Whole));
  return 0;
}
