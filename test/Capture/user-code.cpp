// What is user code can be said; what a model describes never is, and its body
// is not lowered.
// RUN: %mde-ir capture %s -- -I%S | FileCheck %s --check-prefix=DEFAULT
// RUN: %mde-ir capture %s --user-code='*/user-code.cpp' -- -I%S | FileCheck %s --check-prefix=MAIN
// RUN: %mde-ir capture %s --user-code='!*/own.h' -- -I%S | FileCheck %s --check-prefix=MAIN
// RUN: %mde-ir capture %s --user-code='*/own.h' -- -I%S | FileCheck %s --check-prefix=HEADER
// RUN: %mde-ir capture %s --user-code='*/own.h' --all-functions -- -I%S | FileCheck %s --check-prefix=ALL
// RUN: %mde-ir capture %s --modelled=own -- -I%S | FileCheck %s --check-prefix=MODELLED
// RUN: %mde-ir capture %s --user-code='*/user-code.cpp' --lower-body=own -- -I%S | FileCheck %s --check-prefix=BODY
#include "Inputs/own.h"

int caller() { return own(1); }

// DEFAULT: function "own(int)" {{.*}} user
// DEFAULT: function "caller()" {{.*}} user
// MAIN: function "caller()" {{.*}} user
// MAIN: declare "own(int)"
// HEADER: function "own(int)" {{.*}} user
// HEADER-NOT: "caller()"
// ALL: function "own(int)" {{.*}} user
// ALL: function "caller()" usr "{{[^"]*}}" returns int at
// MODELLED: function "caller()"
// MODELLED: declare "own(int)" usr "{{[^"]*}}" params ("x" int) returns int inline at
// BODY: function "caller()"
// BODY: function "own(int)" usr "{{[^"]*}}" params ("x" int) returns int inline at
