// Literals that may name a host, with the function that they stand in; also in
// templates that nobody uses and in branches that the preprocessor skipped.
// RUN: %mde-ir capture %s -- -std=c++20 | FileCheck %s --implicit-check-not='{{^literal}}'
#define AGENT_HOST "macro.example.com"

const char *global = "global.example.com";
// CHECK: literal "macro.example.com" at 4:20 in "f()"
// CHECK: literal "global.example.com" at 6:22 in "init of global"

const char *f() {
  const char *no_dot = "localhost", *short_text = "a.b";
  auto l = [] { return "lambda.example.com"; };
#if 0
  return "inactive.example.com";
#elif defined(OTHER)
  return R"x(raw.example.com)x";
#endif
  return no_dot ? AGENT_HOST : l();
}
// CHECK: literal "lambda.example.com" at 12:24 in "(lambda at literals.cpp:12:12)::operator()() const"
// CHECK: literal "inactive.example.com" at 14:10 inactive
// CHECK: literal "raw.example.com" at 16:10 inactive

template <class T> const char *unused() { return "template.example.com"; }
// CHECK: literal "template.example.com" at 24:50

static_assert(true, "message.example.com");
// CHECK: function "f()"
