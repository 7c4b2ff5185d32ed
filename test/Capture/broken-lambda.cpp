// What a lambda captures twice is not understood; the function is.
// RUN: not %mde-ir capture %s -- -std=c++20 > %t.ir 2> %t.err
// RUN: FileCheck %s < %t.ir
// RUN: FileCheck %s --check-prefix=ERROR < %t.err
void sink(int);
// ERROR: error: 'i' can appear only once in a capture list
int main() {
  int i = 0;
  [i, i] {};
  sink(i);
}
// CHECK: had-errors
// CHECK: function "main"
// CHECK: unknown "invalid code"
// CHECK: call "sink(int)"
// CHECK: ret
