// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Report/Report.h"

using namespace mde;
using namespace mde::report;
using requirement::VerdictKind;

void Counts::add(const findings::Request &R) {
  switch (R.Kind) {
  case VerdictKind::Compliant:
    ++Compliant;
    break;
  case VerdictKind::Missing:
    ++Missing;
    break;
  case VerdictKind::Malformed:
    ++Malformed;
    break;
  case VerdictKind::Unverified:
    ++(R.isHostUnknown() ? HostUnknown : Unverified);
    break;
  case VerdictKind::NotATarget:
    break;
  }
}

Counts report::total(const Report &R) {
  Counts All;
  for (const findings::Request &Each : R.Requests)
    All.add(Each);
  return All;
}
