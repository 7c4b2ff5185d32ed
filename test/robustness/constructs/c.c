// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constructs of C and GNU C, each on the way of a User-Agent: limits.py runs each by
// itself. A line that ends in `missing` sends none; all others send a good one.
#include <curl/curl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GOOD "MdePartner-Contoso-Cognito/1.0"
extern int choice(void);
static void go(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "https://graph.microsoft.com/v1.0/me");
  curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}

// construct: macros that paste and quote
#define PASTE(a, b) a##b
#define QUOTE(x) #x
#define AGENT(name, version) "MdePartner-Contoso-" QUOTE(name) "/" QUOTE(version)
void f(void) {
  const char *sent = AGENT(Cognito, 1.0), *not_sent = "";
  go(PASTE(se, nt));
  go(PASTE(not_, sent)); // missing
}
// construct: switch that falls through
void f(void) {
  const int n = choice();
  const char *agent = "";
  switch (n) {
  case 1:
  case 2:
    agent = GOOD;
  default:
    break;
  }
  if (n == 2)
    go(agent);
  if (n == 3)
    go(agent); // missing
}
// construct: goto out of nested loops
void f(void) {
  const char *agent = "";
  for (int i = 0; i < 3; ++i)
    for (int k = 0; k < 3; ++k)
      if (i + k == 3) {
        agent = GOOD;
        goto out;
      }
  go(agent); // never
out:
  go(agent);
}
// construct: goto backwards
void f(void) {
  const char *agent = "";
again:
  if (!*agent) {
    go(agent); // missing
    agent = GOOD;
    goto again;
  }
  go(agent);
}
// construct: labels as values
void f(void) {
  const int n = choice();
  static void *const table[] = {&&none, &&good};
  goto *table[n & 1];
none:
  go(""); // missing
  return;
good:
  go(GOOD);
}
// construct: statement expressions
void f(void) {
  go(({ const char *agent = GOOD; agent; }));
  go(({ const char *agent = ""; agent; })); // missing
}
// construct: conditional operator, also without its middle
void f(const char *none) {
  none = 0;
  go(none ?: GOOD);
  go(none ? GOOD : ""); // missing
}
// construct: comma operator
void f(void) {
  const char *agent;
  go((agent = "", agent = GOOD, agent));
  go((agent = GOOD, agent = "", agent)); // missing
}
// construct: compound literals and designated initialisers
struct Settings { int retries; const char *agent; };
static void with(struct Settings s) { go(s.agent); }
void f(void) {
  with((struct Settings){.agent = GOOD, .retries = 1});
  with((struct Settings){.retries = 1}); // missing
}
// construct: copies of structures
struct Settings { struct { const char *agent; } http; int retries; };
void f(void) {
  struct Settings a = {{GOOD}, 1}, b = a, c;
  b.http.agent = "";
  memcpy(&c, &b, sizeof c);
  go(a.http.agent);
  go(c.http.agent); // missing
}
// construct: unions
union Value { const char *text; long number; };
void f(void) {
  union Value a = {GOOD}, b;
  b.text = "";
  go(a.text);
  go(b.text); // missing
}
// construct: bit-fields
struct Flags { unsigned identify : 1, retries : 3; };
static void with(struct Flags flags) { go(flags.identify ? GOOD : ""); }
void f(void) {
  struct Flags yes = {1, 7}, no = {.retries = 9};
  with(yes);
  with(no); // missing
}
// construct: enumerations and bit masks
enum { Retry = 1 << 0, Identify = 1 << 1 };
static void with(unsigned flags) { go((flags & Identify) != 0 ? GOOD : ""); }
void f(void) {
  with(Retry | Identify);
  with((Retry | Identify) & ~Identify); // missing
}
// construct: pointer arithmetic
void f(void) {
  const char *const table[] = {"", GOOD, ""}, *const *at = table;
  go(*(at + 1));
  go(*++at);
  go(at[1]); // missing
  const char *text = "x" GOOD;
  go(text + 1);
}
// construct: arrays of arrays
void f(void) {
  static const char *const table[2][2] = {{"", GOOD}, {GOOD, ""}};
  for (int i = 0; i < 2; ++i)
    go(table[i][1 - i]);
  go(table[1][1]); // missing
}
// construct: pointers to functions
static void good(void) { go(GOOD); }
static void none(void) { go(""); } // missing
typedef void (*Action)(void);
static const struct { const char *name; Action run; } table[] = {{"good", good}, {"none", none}};
void f(void) {
  const char *name = getenv("CONTOSO_ACTION");
  for (size_t i = 0; i < sizeof table / sizeof *table; ++i)
    if (strcmp(table[i].name, name) == 0)
      table[i].run();
}
// construct: variadic functions
static void formatted(const char *format, ...) {
  char text[100];
  va_list rest;
  va_start(rest, format);
  vsnprintf(text, sizeof text, format, rest);
  va_end(rest);
  go(text);
}
void f(void) {
  formatted("MdePartner-%s-%s/%d.%d", "Contoso", "Cognito", 1, 0);
  formatted("%s", ""); // missing
}
// construct: va_arg
static void last(int count, ...) {
  va_list rest;
  va_start(rest, count);
  const char *agent = "";
  while (count-- > 0)
    agent = va_arg(rest, const char *);
  va_end(rest);
  go(agent);
}
void f(void) {
  last(2, "", GOOD);
  last(2, GOOD, ""); // missing
}
// construct: arrays of variable length
void f(void) {
  const int n = choice();
  char text[n > 0 ? n + 64 : 64];
  strcpy(text, GOOD);
  go(text);
  text[0] = 0;
  go(text); // missing
}
// construct: flexible array members
struct Agent { size_t length; char text[]; };
void f(void) {
  struct Agent *agent = malloc(sizeof *agent + 64);
  strcpy(agent->text, GOOD);
  go(agent->text);
  strcpy(agent->text, "");
  go(agent->text); // missing
  free(agent);
}
// construct: _Generic
#define AGENT(x) _Generic((x), int: GOOD, default: "")
void f(void) {
  go(AGENT(1));
  go(AGENT(1.0)); // missing
}
// construct: atomics
static _Atomic(const char *) agent;
void f(void) {
  atomic_store(&agent, GOOD);
  go(atomic_load(&agent));
  agent = "";
  go(agent); // missing
}
// construct: setjmp and longjmp
static jmp_buf place;
void f(void) {
  if (setjmp(place) == 0) {
    go(GOOD);
    longjmp(place, 1);
  }
  go(""); // missing
}
// construct: static and thread-local variables
static _Thread_local const char *agent = GOOD;
static const char *next(void) {
  static int calls;
  return calls++ ? "" : agent;
}
int main(void) {
  go(next());
  go(next()); // missing
}
// construct: loops
void f(void) {
  char text[64] = "MdePartner-Contoso-Cognito/";
  int n = strlen(text), digit = 1;
  do {
    text[n++] = (char)('0' + digit);
    text[n] = 0;
  } while (++digit < 4);
  go(text);
  while (n > 0)
    text[--n] = 0;
  go(text); // missing
}
// construct: inline assembly
void f(void) {
  const char *agent = GOOD;
  int n = 1;
  __asm__ volatile("nop" : "+r"(n));
  go(agent);
  if (n == 7)
    go(""); // missing
}
// construct: recursion
static void nth(int n, const char *agent) {
  if (n == 0)
    go(agent);
  else
    nth(n - 1, agent);
}
void f(void) {
  nth(2, GOOD);
  nth(2, ""); // missing
}
// construct: typeof, __builtin_expect, __builtin_choose_expr
void f(void) {
  typeof("") *unused = 0;
  (void)unused;
  __typeof__(GOOD + 0) agent = __builtin_choose_expr(sizeof(int) == 4, GOOD, "");
  if (__builtin_expect(agent == 0, 0))
    go(""); // never
  go(agent);
  go(__builtin_choose_expr(sizeof(int) == 4, "", GOOD)); // missing
}
// construct: cleanup attribute
static void flush(const char **agent) { go(*agent); } // missing
void f(void) {
  __attribute__((cleanup(flush))) const char *agent = "";
  go(GOOD);
}
// construct: case ranges
void f(void) {
  const int n = choice();
  switch (n) {
  case 200 ... 299:
    go(GOOD);
    break;
  default:
    go(""); // missing
  }
}
// construct: floating point
void f(double limit) {
  double version = 1.5;
  if (version > 1.0)
    go(GOOD);
  else
    go(""); // never
  (void)limit;
}
// construct: complex numbers
void f(void) {
  double _Complex z = 1.0 + 2.0i;
  if (__real__ z > 5.0)
    go(""); // never
  go(GOOD);
}
// construct: vector extensions
typedef int Four __attribute__((vector_size(16)));
void f(void) {
  Four a = {1, 2, 3, 4}, b = a + a;
  if (b[0] == 2)
    go(GOOD);
  else
    go(""); // never
}
// construct: volatile
void f(void) {
  volatile int ready = 0;
  const char *agent = GOOD;
  while (!ready)
    ready = choice();
  go(agent);
  go(ready ? "" : GOOD); // missing
}
// construct: dynamic memory
void f(void) {
  char *agent = malloc(100), *copy;
  strcpy(agent, GOOD);
  copy = strdup(agent);
  agent[0] = 0;
  go(copy);
  go(agent); // missing
  free(agent);
  free(copy);
}
// construct: lists of structures on the heap
struct Item { const char *agent; struct Item *next; };
static struct Item *push(struct Item *head, const char *agent) {
  struct Item *item = malloc(sizeof *item);
  item->agent = agent;
  item->next = head;
  return item;
}
void f(void) {
  struct Item *list = push(push(NULL, ""), GOOD);
  go(list->agent);
  go(list->next->agent); // missing
}
// construct: opaque user data
struct Context { const char *agent; };
static int each(void *user, int (*call)(void *)) { return call(user); }
static int run(void *user) { go(((struct Context *)user)->agent); return 0; }
void f(void) {
  struct Context good = {GOOD}, none = {""};
  each(&good, run);
  each(&none, run); // missing
}
// construct: definitions in the style of K&R
static void old(agent) const char *agent; { go(agent); }
void f(void) {
  old(GOOD);
  old(""); // missing
}
// construct: integers that wrap and shift
void f(void) {
  unsigned char n = 255;
  ++n;
  go(n == 0 ? GOOD : "");
  go((-1 >> 1) == -1 ? "" : GOOD); // missing
}
// construct: offsetof and container_of
struct Outer { int n; struct Inner { int k; } inner; const char *agent; };
static void with(struct Inner *inner) {
  struct Outer *outer = (struct Outer *)((char *)inner - offsetof(struct Outer, inner));
  go(outer->agent);
}
void f(void) {
  struct Outer good = {1, {2}, GOOD}, none = {1, {2}, ""};
  with(&good.inner);
  with(&none.inner); // missing
}
