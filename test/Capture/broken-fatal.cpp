// After a fatal error, as too many errors are, clang instantiates no templates. What
// initialises a member by them has no type, and is unknown.
// RUN: not %mde-ir capture %s -- -std=c++20 -ferror-limit=1 > %t.ir 2> %t.err
// RUN: FileCheck %s < %t.ir
// RUN: FileCheck %s --check-prefix=ERROR < %t.err
int a = undeclared, b = undeclared;
// ERROR: fatal error: too many errors emitted
#include <string>

struct Http { Http(int timeout); void use(int); };
struct Client {
  Client(int timeout, std::string agent);
  Http http_;
  std::string agent_;
};
Client::Client(int timeout, std::string agent) : http_(timeout), agent_(std::move(agent)) { http_.use(1); }
// CHECK: had-errors
// CHECK: function "Client::Client(int, {{.*}})"
// CHECK: call "Http::Http(int)"
// CHECK: unknown "invalid code"
// CHECK: call "Http::use(int)"
