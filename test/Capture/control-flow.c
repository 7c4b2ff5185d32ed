// Statements become blocks: a branch tests the value itself, and every way out
// of a loop or switch is a jump.
// RUN: %mde-ir capture %s -- -std=c17 | FileCheck %s

int step(int);

int if_else(int a) {
  if (a > 1)
    return step(a);
  else if (!a)
    step(0);
  return a;
}
// CHECK-LABEL: function "if_else"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = binary ">" %2, 1
// CHECK-NEXT:   branch %3 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = var "a"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = call "step" (%5)
// CHECK-NEXT:   ret %6
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = var "a"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   branch %8 block 4 else block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %9 = call "step" (0)
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %10 = var "a"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   ret %11

void logical(int a, int b) {
  if (a && (b || !a))
    step(1);
}
// CHECK-LABEL: function "logical"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 1 else block 4
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "b"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   branch %4 block 3 else block 2
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %5 = var "a"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   branch %6 block 4 else block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %7 = call "step" (1)
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   ret

int logical_value(int a, int b) { return a && b; }
// CHECK-LABEL: function "logical_value"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 1 else block 3
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "b"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   branch %4 block 2 else block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %5 = var "$cond1"
// CHECK-NEXT:   store %5, 1
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %6 = var "$cond1"
// CHECK-NEXT:   store %6, 0
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %7 = var "$cond1"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   ret %8

const char *choice(int a) { return a ? "yes" : "no"; }
// CHECK-LABEL: function "choice"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   declare-var "$cond1" ptr char
// CHECK-NEXT:   %3 = var "$cond1"
// CHECK-NEXT:   store %3, "yes" @ {{[0-9:]+}}
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   declare-var "$cond1" ptr char
// CHECK-NEXT:   %4 = var "$cond1"
// CHECK-NEXT:   store %4, "no" @ {{[0-9:]+}}
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %5 = var "$cond1"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   ret %6

int elvis(int a) { return step(a) ?: 7; }
// CHECK-LABEL: function "elvis"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "a"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = call "step" (%2)
// CHECK-NEXT:   branch %3 block 1 else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %4 = var "$cond1"
// CHECK-NEXT:   store %4, %3
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 2:
// CHECK-NEXT:   declare-var "$cond1" int
// CHECK-NEXT:   %5 = var "$cond1"
// CHECK-NEXT:   store %5, 7
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %6 = var "$cond1"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   ret %7

void loops(int n) {
  for (int i = 0; i < n; i++) {
    if (i == 3)
      continue;
    if (step(i))
      break;
  }
  while (n--)
    ;
  do
    step(n);
  while (++n < 3);
}
// CHECK-LABEL: function "loops"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "i" int
// CHECK-NEXT:   %1 = var "i"
// CHECK-NEXT:   store %1, 0
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %2 = var "i"
// CHECK-NEXT:   %3 = load %2
// CHECK-NEXT:   %4 = var "n"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = binary "<" %3, %5
// CHECK-NEXT:   branch %6 block 2 else block 5
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = var "i"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = binary "==" %8, 3
// CHECK-NEXT:   branch %9 block 4 else block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %10 = var "i"
// CHECK-NEXT:   %11 = load %10
// CHECK-NEXT:   %12 = call "step" (%11)
// CHECK-NEXT:   branch %12 block 5 else block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %13 = var "i"
// CHECK-NEXT:   %14 = load %13
// CHECK-NEXT:   %15 = binary "+" %14, 1
// CHECK-NEXT:   store %13, %15
// CHECK-NEXT:   jump block 1
// CHECK-NEXT: block 5:
// CHECK-NEXT:   %16 = var "n"
// CHECK-NEXT:   %17 = load %16
// CHECK-NEXT:   %18 = binary "-" %17, 1
// CHECK-NEXT:   store %16, %18
// CHECK-NEXT:   branch %17 block 5 else block 6
// CHECK-NEXT: block 6:
// CHECK-NEXT:   %19 = var "n"
// CHECK-NEXT:   %20 = load %19
// CHECK-NEXT:   %21 = call "step" (%20)
// CHECK-NEXT:   %22 = var "n"
// CHECK-NEXT:   %23 = load %22
// CHECK-NEXT:   %24 = binary "+" %23, 1
// CHECK-NEXT:   store %22, %24
// CHECK-NEXT:   %25 = binary "<" %24, 3
// CHECK-NEXT:   branch %25 block 6 else block 7
// CHECK-NEXT: block 7:
// CHECK-NEXT:   ret

int switches(int n) {
  switch (n) {
  case 1:
    n = 10;
    break;
  case 2:
  case 4 ... 6:
    n = 20; // falls through
  default:
    n += 1;
  }
  return n;
}
// CHECK-LABEL: function "switches"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "n"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   switch %2 (1 block 1, 2 block 2, 4..6 block 2) else block 3
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "n"
// CHECK-NEXT:   store %3, 10
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %4 = var "n"
// CHECK-NEXT:   store %4, 20
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %5 = var "n"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   %7 = binary "+" %6, 1
// CHECK-NEXT:   store %5, %7
// CHECK-NEXT:   jump block 4
// CHECK-NEXT: block 4:
// CHECK-NEXT:   %8 = var "n"
// CHECK-NEXT:   %9 = load %8
// CHECK-NEXT:   ret %9

// A declaration that a jump passes declares all the same.
int skipped(int n) {
  switch (n) {
    int local;
  case 1:
    local = n;
    return local;
  }
  return 0;
}
// CHECK-LABEL: function "skipped"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "local" int
// CHECK-NEXT:   %1 = var "n"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   switch %2 (1 block 1) else block 2
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %3 = var "n"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = var "local"
// CHECK-NEXT:   store %5, %4
// CHECK-NEXT:   %6 = var "local"
// CHECK-NEXT:   %7 = load %6
// CHECK-NEXT:   ret %7
// CHECK-NEXT: block 2:
// CHECK-NEXT:   ret 0

int cleanup(int n) {
  if (n < 0)
    goto out;
again:
  if (step(n))
    goto again;
out:
  return n;
}
// CHECK-LABEL: function "cleanup"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "n"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   %3 = binary "<" %2, 0
// CHECK-NEXT:   branch %3 block 2 else block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   %4 = var "n"
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   %6 = call "step" (%5)
// CHECK-NEXT:   branch %6 block 1 else block 2
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %7 = var "n"
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   ret %8

void computed(int n) {
  void *targets[] = {&&one, &&two};
  goto *targets[n];
one:
  step(1);
two:
  step(2);
}
// CHECK-LABEL: function "computed"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   declare-var "targets" array 2 ptr void
// CHECK-NEXT:   %1 = var "targets"
// CHECK-NEXT:   %2 = element %1, 0
// CHECK-NEXT:   store %2, unknown "label address"
// CHECK-NEXT:   %3 = element %1, 1
// CHECK-NEXT:   store %3, unknown "label address"
// CHECK-NEXT:   %4 = var "targets"
// CHECK-NEXT:   %5 = var "n"
// CHECK-NEXT:   %6 = load %5
// CHECK-NEXT:   %7 = element %4, %6
// CHECK-NEXT:   %8 = load %7
// CHECK-NEXT:   %9 = unknown "computed goto"
// CHECK-NEXT:   switch %9 (0 block 2, 1 block 3) else block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   unreachable
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %10 = call "step" (1)
// CHECK-NEXT:   jump block 3
// CHECK-NEXT: block 3:
// CHECK-NEXT:   %11 = call "step" (2)
// CHECK-NEXT:   ret

_Noreturn void die(void);
void never(int n) {
  if (!n)
    die();
  step(n);
}
// CHECK-LABEL: function "never"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = var "n"
// CHECK-NEXT:   %2 = load %1
// CHECK-NEXT:   branch %2 block 2 else block 1
// CHECK-NEXT: block 1:
// CHECK-NEXT:   call "die" ()
// CHECK-NEXT:   unreachable
// CHECK-NEXT: block 2:
// CHECK-NEXT:   %3 = var "n"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = call "step" (%4)
// CHECK-NEXT:   ret

int main(void) { step(1); }
// CHECK-LABEL: function "main"
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = call "step" (1)
// CHECK-NEXT:   ret 0
