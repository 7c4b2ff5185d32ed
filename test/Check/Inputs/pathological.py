# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sources that no person writes, but generators and amalgamations do; and what
mde-tidy says of them.

    pathological.py FOLDER MDE-TIDY CASE...

Each case is written twice: `bad` sends to a target without a User-Agent after
(or inside) what makes it pathological, `good` with the right one. Printed is what
was said: nothing, missing, or unverified; or why there was no answer. What
anything costs is not looked at, but that there is an end is: a process has a
minute of processor time, and a gibibyte more than clang needs for the same file.
"""
import os
import resource
import subprocess
import sys

HEAD = """#include <curl/curl.h>
#include <stdlib.h>
int flag(int number);
void sink(const char *text);
"""
AGENT = '  curl_easy_setopt(curl, CURLOPT_USERAGENT, "MdePartner-Contoso-Cognito/1.0");\n'
URL = "https://graph.microsoft.com/v1.0/me"


def lines(form, n):
    return "".join(form.replace("@", str(i)) for i in range(n))


def request(inside, outside="", parameters="void", after=""):
    """A function that sends, with `inside` before the send."""
    return (
        HEAD + outside + f"int request({parameters}) {{\n  CURL *curl = curl_easy_init();\n"
        f'  curl_easy_setopt(curl, CURLOPT_URL, "{URL}");\nAGENT' + inside
        + "  curl_easy_perform(curl);\n" + after + "  curl_easy_cleanup(curl);\n  return 0;\n}\n"
    )


def calls(n, linkage="static "):
    return f"{linkage}void f0(CURL *curl) {{ curl_easy_perform(curl); }}\n" + "".join(
        f"{linkage}void f{i}(CURL *curl) {{ f{i - 1}(curl); }}\n" for i in range(1, n)
    )


CASES = {
    "branches.c": request(lines("  if (flag(@)) curl_easy_setopt(curl, CURLOPT_VERBOSE, @L);\n", 10000)),
    "branches-headers.c": request(
        "  struct curl_slist *list = NULL;\n"
        + lines('  if (flag(@)) list = curl_slist_append(list, "X-@: on");\n', 1000)
        + "  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);\n"),
    "branches-urls.c": request(
        lines(f'  if (flag(@)) curl_easy_setopt(curl, CURLOPT_URL, "{URL}/@");\n', 1000)),
    "branches-locals.c": request(
        lines("  int v@ = 0;\n  if (flag(@)) v@ = 1;\n", 1000)
        + lines("  if (v@) curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);\n", 1000)),
    "nested.c": request("", after="").replace(
        "  curl_easy_perform(curl);\n", "if (flag(1)) {\n" * 1000 + "  curl_easy_perform(curl);\n" + "}\n" * 1000),
    "nested-loops.c": request("").replace(
        "  curl_easy_perform(curl);\n",
        lines("for (int i@ = 0; i@ < 3; i@++) {\n", 200) + "  curl_easy_perform(curl);\n" + "}\n" * 200),
    "else-if.c": request("", parameters="int a").replace(
        "  curl_easy_perform(curl);\n",
        lines("  if (a == @) curl_easy_setopt(curl, CURLOPT_VERBOSE, @L); else\n", 2000) + "  curl_easy_perform(curl);\n"),
    "text-table.c": request(
        "  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, table[which]);\n",
        "static const char *const table[] = {\n" + lines('"' + "x" * 90 + '@",\n', 52000) + "};\n", "int which"),
    "text-one.c": request(
        "  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);\n",
        'static const char body[] = "' + "x" * 5000000 + '";\n'),
    "text-url.c": HEAD + "int request(void) {\n  CURL *curl = curl_easy_init();\nAGENT"
        + f'  curl_easy_setopt(curl, CURLOPT_URL, "{URL}?' + "x" * 5000000
        + '");\n  curl_easy_perform(curl);\n  return 0;\n}\n',
    "text-urls.c": HEAD + "static const char *const urls[] = {\n" + lines(f'"{URL}/' + "x" * 90 + '@",\n', 40000)
        + "};\nint request(void) {\n  CURL *curl = curl_easy_init();\nAGENT"
        "  for (unsigned i = 0; i < sizeof urls / sizeof *urls; i++) {\n"
        "    curl_easy_setopt(curl, CURLOPT_URL, urls[i]);\n    curl_easy_perform(curl);\n  }\n  return 0;\n}\n",
    "text-built.cpp": "#include <string>\n" + request(
        "  std::string body;\n" + lines('  body += "part @ ";\n', 3000)
        + "  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.c_str());\n"),
    "recursion-mutual.c": request(
        "  even(curl, flag(2));\n",
        "static void odd(CURL *curl, int n);\n"
        "static void even(CURL *curl, int n) { if (n == 0) curl_easy_perform(curl); else odd(curl, n - 1); }\n"
        "static void odd(CURL *curl, int n) { if (n == 0) curl_easy_perform(curl); else even(curl, n - 1); }\n"),
    "recursion-ring.c": request(
        "  r0(curl, flag(1));\n",
        lines("static void r@(CURL *curl, int n);\n", 300)
        + "".join(f"static void r{i}(CURL *curl, int n) {{ if (n == {i}) curl_easy_perform(curl); r{(i + 1) % 300}(curl, n - 1); "
                  f"if (flag(n)) r{(i * 7 + 3) % 300}(curl, n - 2); }}\n" for i in range(300))),
    "recursion-known.c": request(
        "  down(curl, 100000);\n",
        "static void down(CURL *curl, int n) { if (n == 0) { curl_easy_perform(curl); return; } down(curl, n - 1); }\n"),
    "calls-deep.c": request("  f999(curl);\n", calls(1000)),
    "calls-deep-helper.c": request("  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, g999(body));\n",
        "static const char *g0(const char *p) { return p; }\n"
        + "".join(f"static const char *g{i}(const char *p) {{ return g{i - 1}(p); }}\n" for i in range(1, 1000)),
        "const char *body"),
    "calls-diamond.c": request("  d29(curl);\n",
        "static void d0(CURL *curl) { curl_easy_perform(curl); }\n"
        + "".join(f"static void d{i}(CURL *curl) {{ if (flag({i})) d{i - 1}(curl); else d{i - 1}(curl); d{i - 1}(curl); }}\n"
                  for i in range(1, 30))),
    "calls-diamond-small.c": request("  d5(curl);\n",
        "static void d0(CURL *curl) { curl_easy_perform(curl); }\n"
        + "".join(f"static void d{i}(CURL *curl) {{ if (flag({i})) d{i - 1}(curl); else d{i - 1}(curl); d{i - 1}(curl); }}\n"
                  for i in range(1, 6))),
    "calls-wide.c": request(lines("  w@(curl);\n", 3000),
        lines("static void w@(CURL *curl) { curl_easy_setopt(curl, CURLOPT_VERBOSE, @L); }\n", 3000)),
    "callers.c": HEAD + "static void get(const char *url) {\n  CURL *curl = curl_easy_init();\n"
        "  curl_easy_setopt(curl, CURLOPT_URL, url);\nAGENT  curl_easy_perform(curl);\n  curl_easy_cleanup(curl);\n}\n"
        + lines(f'void c@(void) {{ get("{URL}/@"); }}\n', 2000),
    "options.c": request(lines("  curl_easy_setopt(curl, CURLOPT_TIMEOUT, @L);\n", 10000)),
    "options-table.c": request(
        "  for (unsigned i = 0; i < sizeof options / sizeof *options; i++)\n"
        "    curl_easy_setopt(curl, options[i].option, options[i].value);\n",
        "static const struct { CURLoption option; long value; } options[] = {\n"
        + lines("  {CURLOPT_TIMEOUT, @},\n", 10000) + "};\n"),
    "options-list.cpp": "#include <initializer_list>\n#include <utility>\n" + request(
        "  for (auto &[option, value] : std::initializer_list<std::pair<CURLoption, long>>{\n"
        + lines("      {CURLOPT_TIMEOUT, @},\n", 2000) + "  })\n    curl_easy_setopt(curl, option, value);\n"),
    "option-unknown.c": request("  curl_easy_setopt(curl, (CURLoption)flag(1), 1L);\n"),
    "expression.c": request(
        "  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 0L" + lines(" + flag(@)", 5000) + ");\n"),
    "expression-brackets.c": request(
        "  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)" + "(1 + " * 1000 + "flag(1)" + ")" * 1000 + ");\n"),
    "expression-choice.c": request(
        "  curl_easy_setopt(curl, CURLOPT_URL, " + lines(f'flag(@) ? "{URL}/@" : ', 1000) + f'"{URL}");\n'),
    "expression-and.c": request("  if (0" + lines(" || flag(@)", 2000) + ")\n    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);\n"),
    "switch.c": request(
        "  switch (which) {\n" + lines("  case @: curl_easy_setopt(curl, CURLOPT_TIMEOUT, @L); break;\n", 10000) + "  }\n",
        parameters="int which"),
    "switch-urls.c": request(
        "  switch (which) {\n" + lines(f'  case @: curl_easy_setopt(curl, CURLOPT_URL, "{URL}/@"); break;\n', 5000) + "  }\n",
        parameters="int which"),
    "goto.c": request(
        lines("L@: if (flag(@)) goto M@;\n", 500)
        + "".join(f"M{i}: if (flag({i})) goto L{(i * 37 + 11) % 500};\n" for i in range(500))),
    "loop-forever.c": request("  for (;;) { if (flag(1)) break; curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L); }\n"),
    "loop-long.c": request("  for (int i = 0; i < 1000000000; i++) curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)i);\n"),
    "loop-list.c": request(
        "  struct curl_slist *list = NULL;\n"
        '  for (int i = 0; i < 1000000; i++) list = curl_slist_append(list, "X: 1");\n'
        "  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, list);\n"),
    "destructors.cpp": request(
        lines("  Guard g@(@);\n", 1000),
        "struct Guard { explicit Guard(int n); ~Guard(); int n; };\n"),
    "classes.cpp": request(
        "  C149 object; object.send(curl);\n",
        "struct C0 { virtual ~C0() {} virtual void send(CURL *curl) { curl_easy_perform(curl); } };\n"
        + "".join(f"struct C{i} : C{i - 1} {{ void send(CURL *curl) override {{ C{i - 1}::send(curl); }} }};\n" for i in range(1, 150))),
    "overriders.cpp": request(
        "  base->prepare(curl);\n",
        "struct Base { virtual ~Base() {} virtual void prepare(CURL *curl) = 0; };\n"
        + lines("struct D@ : Base { void prepare(CURL *curl) override { curl_easy_setopt(curl, CURLOPT_TIMEOUT, @L); } };\n", 1000),
        "Base *base"),
    "templates.cpp": request(
        "  Step<800>::run(curl);\n",
        "template <int N> struct Step { static void run(CURL *curl) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, long(N)); Step<N - 1>::run(curl); } };\n"
        "template <> struct Step<0> { static void run(CURL *) {} };\n"),
    "lambdas.cpp": request(
        "  auto l0 = [&] { curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L); };\n"
        + "".join(f"  auto l{i} = [&] {{ l{i - 1}(); }};\n" for i in range(1, 500)) + "  l499();\n"),
    "try.cpp": request(
        "try {\n" * 200 + "  flag(1);\n" + lines("} catch (int e@) { curl_easy_setopt(curl, CURLOPT_TIMEOUT, @L); }\n", 200)),
    "variables.c": request(lines("  int a@ = flag(@);\n", 3000) + lines("  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)a@);\n", 3000)),
    "globals.c": request("  curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)g1);\n",
        lines("int g@ = @;\n", 20000) + "void change(void) {\n" + lines("  g@ = flag(@);\n", 20000) + "}\n"),
    "fields.c": request("  struct big b = {0};\n" + lines("  b.m@ = flag(@);\n", 2000) + "  curl_easy_setopt(curl, CURLOPT_TIMEOUT, b.m7);\n",
        "struct big {\n" + lines("  long m@;\n", 2000) + "};\n"),
    "macro.c": request(
        "  FIVE(FIVE(FIVE(FIVE(FIVE(curl_easy_setopt(curl, CURLOPT_TIMEOUT, 1L);)))))\n", "#define FIVE(x) x x x x x\n"),
    "handles.c": HEAD + "int request(void) {\n" + lines(
        f'  CURL *c@ = curl_easy_init();\n  curl_easy_setopt(c@, CURLOPT_URL, "{URL}");\n', 1000)
        + "  CURL *curl = c999;\nAGENT" + "  curl_easy_perform(curl);\n" + "  return 0;\n}\n",
}


SECONDS = 60
MORE_THAN_CLANG = 1024  # MiB
EVERYTHING = "{CheckOptions: {mde-user-agent.VerifyAll: true}}"


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (5 << 29, 5 << 29))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, output):
    """The exit status and the most memory that was held, in MiB."""
    with open(output, "w") as file:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, preexec_fn=limits)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / 1024


def answer(mde_tidy, source):
    flags = ["-w", "-fbracket-depth=4000", "-ftemplate-depth=2000"] + ["-std=c++20"] * source.endswith(".cpp")
    output = source + ".out"
    _, parse = run([mde_tidy, "--quiet", "--checks=-*,misc-unused-alias-decls,-mde-user-agent", source, "--", *flags], output)
    status, memory = run([mde_tidy, "--quiet", "--checks=-*,mde-user-agent", f"--config={EVERYTHING}", source, "--", *flags], output)
    if status:
        return f"no answer ({'signal' if status < 0 else 'exit'} {abs(status)})"
    if memory - parse > MORE_THAN_CLANG:
        return "too much memory"
    with open(output) as file:
        said = file.read()
    if "without a User-Agent" in said:
        return "missing"
    doubts = ("cannot verify the User-Agent", "cannot tell where the request goes")
    return "unverified" if any(doubt in said for doubt in doubts) else "nothing"


def main():
    folder, mde_tidy, *names = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for name in names:
        said = []
        for kind, agent in (("bad", ""), ("good", AGENT)):
            source = os.path.join(folder, f"{kind}-{name}")
            with open(source, "w") as file:
                file.write(CASES[name].replace("AGENT", agent))
            said.append(f"{kind} {answer(mde_tidy, source)}")
            if "answer" in said[-1] or "memory" in said[-1]:
                break  # The twin would take as long.
        print(f"{name}: {', '.join(said)}", flush=True)
        if len(said) < 2:
            sys.exit(1)


if __name__ == "__main__":
    main()
