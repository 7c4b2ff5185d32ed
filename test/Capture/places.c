// Structs, arrays, pointers: everything that can be assigned is a place.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s

struct options {
  const char *host;
  int retries;
  char agent[8];
  struct { int x; } inner;
  union { int a; float b; };
};
// CHECK: record "options" fields ("host" ptr const char, "retries" int, "agent" array 8 char, "inner" record "options::(unnamed struct at places.c:8:3)", "a" int, "b" float)

void use(struct options *, const void *);

void fields(struct options *o) {
  o->host = "h";
  o->inner.x = o->retries + 1;
  o->a = 3;
  (*o).retries++;
}
// CHECK-LABEL: function "fields"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "o"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = field %2 "host"
// CHECK-NEXT:   store %3, "h" @ {{[0-9:]+}}
// CHECK-NEXT:   %4 = var "o"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = field %5 "retries"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   %8 = binary "+" %7, 1
// CHECK-NEXT:   %9 = var "o"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = field %10 "inner"
// CHECK-NEXT:   %12 = field %11 "x"
// CHECK-NEXT:   store %12, %8
// CHECK-NEXT:   %13 = var "o"
// CHECK-NEXT:   %14 = load %13
// CHECK-NEXT:   %15 = field %14 "a"
// CHECK-NEXT:   store %15, 3
// CHECK-NEXT:   %16 = var "o"
// CHECK-NEXT:   %17 = load %16
// CHECK-NEXT:   %18 = field %17 "retries"
// CHECK-NEXT:   %19 = load %18
// CHECK-NEXT:   %20 = binary "+" %19, 1
// CHECK-NEXT:   store %18, %20
// CHECK-NEXT:   ret

void initialisers(void) {
  struct options o = {.retries = 3, .host = "h", .agent = "a"};
  struct options copy = o;
  copy = (struct options){"x"};
  int numbers[3] = {1, [2] = 3};
  use(&copy, numbers);
}
// CHECK-LABEL: function "initialisers"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "o" record "options"
// CHECK-NEXT:   %1 = var "o"
// CHECK-NEXT:   %2 = field %1 "host"
// CHECK-NEXT:   store %2, "h" @ {{[0-9:]+}}
// CHECK-NEXT:   %3 = field %1 "retries"
// CHECK-NEXT:   store %3, 3
// CHECK-NEXT:   %4 = field %1 "agent"
// CHECK-NEXT:   store %4, "a" @ {{[0-9:]+}}
// CHECK-NEXT:   %5 = field %1 "inner"
// CHECK-NEXT:   %6 = field %5 "x"
// CHECK-NEXT:   store %6, 0
// CHECK-NEXT:   %7 = field %1 "a"
// CHECK-NEXT:   store %7, 0
// CHECK-NEXT:   declare-var "copy" record "options"
// CHECK-NEXT:   %8 = var "copy"
// CHECK-NEXT:   %9 = var "o"
// CHECK-NEXT:   copy %8, %9
// CHECK-NEXT:   %10 = temp record "options"
// CHECK-NEXT:   %11 = field %10 "host"
// CHECK-NEXT:   store %11, "x" @ {{[0-9:]+}}
// CHECK-NEXT:   %12 = field %10 "retries"
// CHECK-NEXT:   store %12, 0
// CHECK-NEXT:   %13 = field %10 "agent"
// CHECK-NEXT:   store %13, ""
// CHECK-NEXT:   %14 = field %10 "inner"
// CHECK-NEXT:   %15 = field %14 "x"
// CHECK-NEXT:   store %15, 0
// CHECK-NEXT:   %16 = field %10 "a"
// CHECK-NEXT:   store %16, 0
// CHECK-NEXT:   %17 = var "copy"
// CHECK-NEXT:   copy %17, %10
// CHECK-NEXT:   declare-var "numbers" array 3 int
// CHECK-NEXT:   %18 = var "numbers"
// CHECK-NEXT:   %19 = element %18, 0
// CHECK-NEXT:   store %19, 1
// CHECK-NEXT:   %20 = element %18, 1
// CHECK-NEXT:   store %20, 0
// CHECK-NEXT:   %21 = element %18, 2
// CHECK-NEXT:   store %21, 3
// CHECK-NEXT:   %22 = var "copy"
// CHECK-NEXT:   %23 = var "numbers"
// CHECK-NEXT:   call "use" (%22, %23)
// CHECK-NEXT:   ret

void pointers(char *p, char **list, int n) {
  *p = 'x';
  p[1] = list[n][2];
  p += 2;
  *p++ = 0;
  char *q = p - 1;
  use(0, &list[1]);
  use(0, q + n);
}
// CHECK-LABEL: function "pointers"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "p"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   store %2, 120
// CHECK-NEXT:   %3 = var "list"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = var "n"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   %7 = element %4, %6
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = element %8, 2
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   %11 = var "p"
// CHECK-NEXT:   %12 = load %11
// CHECK-NEXT:   %13 = element %12, 1
// CHECK-NEXT:   store %13, %10
// CHECK-NEXT:   %14 = var "p"
// CHECK-NEXT:   %15 = load %14
// CHECK-NEXT:   %16 = element %15, 2
// CHECK-NEXT:   store %14, %16
// CHECK-NEXT:   %17 = var "p"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = element %18, 1
// CHECK-NEXT:   store %17, %19
// CHECK-NEXT:   store %18, 0
// CHECK-NEXT:   declare-var "q" ptr char
// CHECK-NEXT:   %20 = var "q"
// CHECK-NEXT:   %21 = var "p"
// CHECK-NEXT:   %22 = load %21
// CHECK-NEXT:   %23 = element %22, -1
// CHECK-NEXT:   store %20, %23
// CHECK-NEXT:   %24 = var "list"
// CHECK-NEXT:   %25 = load %24
// CHECK-NEXT:   %26 = element %25, 1
// CHECK-NEXT:   call "use" (null, %26)
// CHECK-NEXT:   %27 = var "q"
// CHECK-NEXT:   %28 = load %27
// CHECK-NEXT:   %29 = var "n"
// CHECK-NEXT:   %30 = load %29
// CHECK-NEXT:   %31 = element %28, %30
// CHECK-NEXT:   call "use" (null, %31)
// CHECK-NEXT:   ret

// By value: the callee has an object of its own, made by the caller.
struct options by_value(struct options o) {
  o.retries = 1;
  return o;
}
// CHECK-LABEL: function "by_value"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "o"
// CHECK-NEXT:   %2 = field %1 "retries"
// CHECK-NEXT:   store %2, 1
// CHECK-NEXT:   %3 = return-place
// CHECK-NEXT:   %4 = var "o"
// CHECK-NEXT:   copy %3, %4
// CHECK-NEXT:   ret

void passes(struct options *o) {
  struct options r = by_value(*o);
  use(&r, by_value(r).host);
}
// CHECK-LABEL: function "passes"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "r" record "options"
// CHECK-NEXT:   %1 = var "r"
// CHECK-NEXT:   %2 = temp record "options"
// CHECK-NEXT:   %3 = var "o"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   copy %2, %4
// CHECK-NEXT:   %5 = call "by_value" (%2) into %1
// CHECK-NEXT:   %6 = var "r"
// CHECK-NEXT:   %7 = temp record "options"
// CHECK-NEXT:   %8 = var "r"
// CHECK-NEXT:   copy %7, %8
// CHECK-NEXT:   %9 = call "by_value" (%7)
// CHECK-NEXT:   %10 = field %9 "host"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   call "use" (%6, %11)
// CHECK-NEXT:   ret

int indirect(int (*fn)(int), struct { int (*call)(int); } *table) {
  int (*local)(int) = fn ? fn : table->call;
  return local(1) + (*fn)(2);
}
// CHECK-LABEL: function "indirect"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "local" ptr function
// CHECK-NEXT:   %1 = var "local"
// CHECK-NEXT:   %2 = var "fn"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   branch %3 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = var "fn"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   declare-var "$cond1" ptr function
// CHECK-NEXT:   %6 = var "$cond1"
// CHECK-NEXT:   store %6, %5
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = var "table"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = field %8 "call"
// CHECK-NEXT:   %10 = load %9
// CHECK-NEXT:   declare-var "$cond1" ptr function
// CHECK-NEXT:   %11 = var "$cond1"
// CHECK-NEXT:   store %11, %10
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %12 = var "$cond1"
// CHECK-NEXT:   %13 = load %12
// CHECK-NEXT:   store %1, %13
// CHECK-NEXT:   %14 = var "local"
// CHECK-NEXT:   %15 = load %14
// CHECK-NEXT:   %16 = call-indirect %15 (1)
// CHECK-NEXT:   %17 = var "fn"
// CHECK-NEXT:   %18 = load %17
// CHECK-NEXT:   %19 = call-indirect %18 (2)
// CHECK-NEXT:   %20 = binary "+" %16, %19
// CHECK-NEXT:   ret %20

static int helper(int x) { return x; }
int (*taken)(int) = helper;
// CHECK-LABEL: function "helper"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "x"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   ret %2
