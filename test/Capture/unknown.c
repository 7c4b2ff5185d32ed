// What is not lowered says so, and gives up what it could have changed.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
// RUN: %mde-ir capture %s --stats -- -std=c17 | FileCheck %s --check-prefix=STATS
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

int atomics(_Atomic int *a) { return __c11_atomic_fetch_add(a, 1, 5); }
// CHECK-LABEL: function "atomics"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = unknown "atomic builtin" (%2, 5, 1)
// CHECK-NEXT:   ret %3

// STATS: functions lowered: 2
// STATS: unknown "atomic builtin": 1
// STATS: unknown "inline assembly": 1
