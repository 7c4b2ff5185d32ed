// An element that can't be converted is missing from its list, which is unknown then.
// RUN: not %mde-ir capture %s -- -std=c++20 > %t.ir 2> %t.err
// RUN: FileCheck %s < %t.ir
// RUN: FileCheck %s --check-prefix=ERROR < %t.err
template <typename T> struct Table {
  T elements[1];
  Table(const T (&s)[1]) : elements{{s}} {}
};
// ERROR: error: cannot initialize an array element
int main() {
  int a[1] = {0};
  Table<int> table(a);
}
// CHECK: had-errors
// CHECK: function "Table<int>::Table(
// CHECK: unknown "invalid code"
// CHECK: ret
