// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Stands in front of the header of this name of libstdc++'s test suite.
#include_next <testsuite_hooks.h>
#include "decided.h"

#undef VERIFY
#define VERIFY(condition) MDE_VERIFY(condition)
