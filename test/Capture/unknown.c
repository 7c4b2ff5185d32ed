// What is not lowered says so, and gives up what it could have changed.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
// RUN: %mde-ir capture %s --stats -- -std=c17 | FileCheck %s --check-prefix=STATS
#include <stdarg.h>

int assembly(int *p) {
  int out;
  __asm__("nop" : "=r"(out) : "r"(p));
  return out;
}
// CHECK-LABEL: function "assembly"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "out" int
// CHECK-NEXT:   %1 = var "out"
// CHECK-NEXT:   %2 = var "p"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   unknown "inline assembly" (%1, %3)
// CHECK-NEXT:   %4 = var "out"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   ret %5

int variadic(int n, ...) {
  va_list list;
  va_start(list, n);
  int x = va_arg(list, int);
  va_end(list);
  return x;
}
// CHECK-LABEL: function "variadic"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "list" array 1 record "__va_list_tag"
// CHECK-NEXT:   %1 = var "list"
// CHECK-NEXT:   unknown "va_list" (%1)
// CHECK-NEXT:   declare-var "x" int
// CHECK-NEXT:   %2 = var "x"
// CHECK-NEXT:   %3 = var "list"
// CHECK-NEXT:   %4 = unknown "va_arg" (%3)
// CHECK-NEXT:   store %2, %4
// CHECK-NEXT:   %5 = var "list"
// CHECK-NEXT:   unknown "va_list" (%5)
// CHECK-NEXT:   %6 = var "x"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   ret %7

int atomics(_Atomic int *a) { return __c11_atomic_fetch_add(a, 1, 5); }
// CHECK-LABEL: function "atomics"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = unknown "atomic builtin" (%2, 5, 1)
// CHECK-NEXT:   ret %3

// STATS: functions lowered: 3
// STATS: unknown "atomic builtin": 1
// STATS: unknown "inline assembly": 1
// STATS: unknown "va_arg": 1
