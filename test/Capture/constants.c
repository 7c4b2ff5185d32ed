// What clang can evaluate is a number; an enumerator or a macro keeps its name.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s
#include <stddef.h>
enum option { FIRST = 10, SECOND };
#define MACRO 41
#define PARENTHESES (-42)
#define NOT_ALL (1 + 2)
#define CALL(x) use(x, 5)
#define ALIAS SECOND

struct s { int a; long b; };
void use(long, ...);
extern int variable;

void constants(void) {
  use(1, FIRST, ALIAS, MACRO, PARENTHESES, NOT_ALL);
  CALL(MACRO);
  use(sizeof(struct s), offsetof(struct s, b), 'x', -1, 3 * 4 + 1);
  use(!0, ~0u, 1 ? 2 : variable, 0xffffffffffffffff);
  const int local = SECOND;
  use(local, (long)MACRO, 1.5, (char *)0, NULL);
  use(_Generic(1, int : 7, default : variable), __builtin_constant_p(variable));
}
// CHECK-LABEL: function "constants"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "use" (1, FIRST=10, SECOND=11, MACRO=41, PARENTHESES=-42, 3)
// CHECK-NEXT:   call "use" (MACRO=41, 5)
// CHECK-NEXT:   call "use" (16, 8, 120, -1, 13)
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %1 = var "$cond1"
// CHECK-NEXT:   store %1, 2
// CHECK-NEXT:   %2 = var "$cond1"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   call "use" (1, 4294967295, %3, -1)
// CHECK-NEXT:   declare-var "local" int
// CHECK-NEXT:   %4 = var "local"
// CHECK-NEXT:   store %4, SECOND=11
// CHECK-NEXT:   %5 = var "local"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   call "use" (%6, MACRO=41, float "1.5", null, null)
// CHECK-NEXT:   call "use" (7, 0)
// CHECK-NEXT:   ret

long conversions(unsigned char c, unsigned u, long l, double d) {
  int widened = c;
  unsigned char narrowed = l;
  int sign = u;
  l = u;
  d = l;
  return d;
}
// CHECK-LABEL: function "conversions"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "widened" int
// CHECK-NEXT:   %1 = var "widened"
// CHECK-NEXT:   %2 = var "c"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   store %1, %3
// CHECK-NEXT:   declare-var "narrowed" int
// CHECK-NEXT:   %4 = var "narrowed"
// CHECK-NEXT:   %5 = var "l"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   %7 = cast int %6
// CHECK-NEXT:   store %4, %7
// CHECK-NEXT:   declare-var "sign" int
// CHECK-NEXT:   %8 = var "sign"
// CHECK-NEXT:   %9 = var "u"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = cast int %10
// CHECK-NEXT:   store %8, %11
// CHECK-NEXT:   %12 = var "u"
// CHECK-NEXT:   %13 = load %12
// CHECK-NEXT:   %14 = var "l"
// CHECK-NEXT:   store %14, %13
// CHECK-NEXT:   %15 = var "l"
// CHECK-NEXT:   %16 = load %15
// CHECK-NEXT:   %17 = cast float %16
// CHECK-NEXT:   %18 = var "d"
// CHECK-NEXT:   store %18, %17
// CHECK-NEXT:   %19 = var "d"
// CHECK-NEXT:   %20 = load %19
// CHECK-NEXT:   %21 = cast int %20
// CHECK-NEXT:   ret %21

void numbers(void) {
  use(1, 1.0, 0.1, 1e30, 2.5L, 0x1p3, 123456789.125);
  use(1, 2.5F);
}
// CHECK-LABEL: function "numbers"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   call "use" (1, float "1", float "0.10000000000000001", float "1.0E+30", float "2.5", float "8", float "123456789.125")
// CHECK-NEXT:   %1 = cast float float "2.5"
// CHECK-NEXT:   call "use" (1, %1)
// CHECK-NEXT:   ret
