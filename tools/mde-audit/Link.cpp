//===- mde-audit/Link.cpp - mde-audit link --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `mde-audit link UNIT...`: judges units that `capture` wrote, here or on other
// machines.
//
//===----------------------------------------------------------------------===//

#include "Audit/Project.h"
#include "Commands.h"
#include "Output.h"

using namespace mde;
using namespace mde::audit;
namespace cl = llvm::cl;

static cl::list<std::string> Units(cl::Positional, cl::OneOrMore,
                                   cl::desc("UNIT..."), cl::sub(linkVerb()));

int audit::runLink() {
  auto Report =
      linkUnits({Units.begin(), Units.end()}, configFile(), suppressionsFile());
  if (!Report)
    return badUse(Report.takeError());
  return present(*Report);
}
