// What a library's template makes of its arguments is taken from its body: the
// constructor, the conversions and the default arguments.
// RUN: %mde-ir capture --as-checked %s -- -std=c++17 | FileCheck %s --implicit-check-not=constructs --implicit-check-not='"construct '
// RUN: %mde-ir capture %s -- -std=c++17 | FileCheck %s --check-prefix=WITHOUT --implicit-check-not=constructs
#include <memory>
#include <string>
#include <vector>

struct Name {
  Name(int);
};
struct Client {
  Client(Name name, int attempts = 3);
  Client(const Client &);
};

void made() { std::make_shared<Client>(1); }
// CHECK: declare "std::make_shared<Client, int>(int &&)" {{.*}} constructs ("construct Client(int &&)")
// CHECK: function "construct Client(int &&)" name "Client::Client" params ("$1" rref int) record "Client" internal implicit user
// CHECK-NEXT: block 0:
// CHECK-NEXT:   %1 = this
// CHECK-NEXT:   %2 = temp record "Name"
// CHECK-NEXT:   %3 = var "$1"
// CHECK-NEXT:   %4 = load %3
// CHECK-NEXT:   %5 = load %4
// CHECK-NEXT:   call "Name::Name(int)" (%2, %5)
// CHECK-NEXT:   call "Client::Client(Name, int)" (%1, %2, 3)
// CHECK-NEXT:   ret

// The same types are the same function. Moving what is there already makes room in the
// vector; it is not what the arguments make.
void added(std::vector<Client> &all) { all.emplace_back(1); }
// CHECK: declare "std::vector<Client>::emplace_back<int>(int &&)" {{.*}} constructs ("construct Client(int &&)")

// A text is one whatever constructor made it.
void text() { std::make_shared<std::string>("Contoso"); }
// CHECK: declare "std::make_shared<std::basic_string<char>, const char (&)[8]>(const char (&)[8])"

// WITHOUT: declare "std::make_shared<Client, int>(int &&)"
