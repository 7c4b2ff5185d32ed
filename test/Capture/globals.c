// A global is set by its `init of`; what has no initialiser is zero.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s

extern const char *elsewhere;
static const char *const base = "https://api.security.microsoft.com";
int zero;
struct row { const char *url; int n; };
const struct row table[] = {{"a", 1}, {.n = 2}, {0}};
// CHECK: global "base" const ptr const char usr {{.*}} internal const user init "init of base"
// CHECK: global "zero" int usr "c:@zero" user at
// CHECK: global "table" array 3 const record "row" usr "c:@table" const user init "init of table"
// CHECK: global "counter::n" int {{.*}} static-local user init "init of counter::n"
// CHECK: global "elsewhere" ptr const char usr "c:@elsewhere" extern

int counter(void) {
  static int n = 3;
  return elsewhere ? n++ : zero;
}
// CHECK-LABEL: function "counter"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "elsewhere"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = global "counter::n"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = binary "+" %4, 1
// CHECK-NEXT:   store %3, %5
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %6 = var "$cond1"
// CHECK-NEXT:   store %6, %4
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = global "zero"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %9 = var "$cond1"
// CHECK-NEXT:   store %9, %8
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %10 = var "$cond1"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   ret %11
// CHECK-LABEL: function "init of base"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "base"
// CHECK-NEXT:   store %1, "https://api.security.microsoft.com" @ {{[0-9:]+}}
// CHECK-NEXT:   ret
// CHECK-LABEL: function "init of table"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "table"
// CHECK-NEXT:   %2 = element %1, 0
// CHECK-NEXT:   %3 = field %2 "url"
// CHECK-NEXT:   store %3, "a" @ {{[0-9:]+}}
// CHECK-NEXT:   %4 = field %2 "n"
// CHECK-NEXT:   store %4, 1
// CHECK-NEXT:   %5 = element %1, 1
// CHECK-NEXT:   %6 = field %5 "url"
// CHECK-NEXT:   store %6, null
// CHECK-NEXT:   %7 = field %5 "n"
// CHECK-NEXT:   store %7, 2
// CHECK-NEXT:   %8 = element %1, 2
// CHECK-NEXT:   %9 = field %8 "url"
// CHECK-NEXT:   store %9, null
// CHECK-NEXT:   %10 = field %8 "n"
// CHECK-NEXT:   store %10, 0
// CHECK-NEXT:   ret
// CHECK-LABEL: function "init of counter::n"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = global "counter::n"
// CHECK-NEXT:   store %1, 3
// CHECK-NEXT:   ret
