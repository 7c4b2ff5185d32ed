#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs over libcurl: generate.py SEED prints one.

They branch on flags that hang together, loop, reset, go through helpers up to
four deep, keep headers in lists, maps and vectors, have classes with virtual
hooks, lambdas and exceptions, and put texts together in many ways. The same seed
gives the same program, in any Python.
"""
from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from random import Random

from oracle.program import Function, Program, Stmt, write

_OTHER = "siem.contoso.example"
_TARGETS = ["api.securitycenter.microsoft.com", "graph.microsoft.com", "api-eu.security.microsoft.com"]
_GOOD = ["MdePartner-Contoso-Probe/1.0", "MdePartner-Fabrikam-Watch-Dog/2", "MdePartner-Contoso-Sync/7.3.1"]
_BAD = ["Contoso/1.0", "MdePartner-Contoso/1.0", "mdepartner-Contoso-Probe/1.0", "MdePartner-Contoso-Probe",
        "MdePartner-Contoso-Probe/1.0 (Linux)", "MdatpPartner-Contoso-Probe/1.0"]
_MOST_FLAGS = 5


@dataclass(frozen=True)
class Scope:
    """What statements can use here."""

    handles: tuple[str, ...]
    flags: tuple[str, ...]
    strings: tuple[str, ...]  # can be changed
    texts: tuple[str, ...]  # can be read
    lists: tuple[str, ...]
    maps: tuple[str, ...] = ()
    vectors: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    lambdas: tuple[str, ...] = ()
    helpers: int = 0  # how many of the helpers may be called
    depth: int = 0
    loop: str | None = None
    returns: str = "return;"


class Generator:
    language = "cpp"

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.seed = seed
        self.labels = 0
        self.names = 0
        self.questions = 0
        self.helpers: list[tuple[str, list[str]]] = []  # name, kinds of parameters
        self.hooks: list[str] = []
        self.functions: list[Function] = []

    # Small things.

    def pick(self, choices):
        return choices[self.random.randrange(len(choices))]

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def name(self, prefix: str) -> str:
        self.names += 1
        return f"{prefix}{self.names}_"

    def label(self) -> str:
        self.labels += 1
        return f"n{self.labels}"

    # Expressions.

    def text(self, scope: Scope) -> str:
        """An agent, as an expression that becomes a std::string."""
        good, bad = self.pick(_GOOD), self.pick(_BAD)
        choices = [f'"{good}"', f'"{good}"', f'"{bad}"',
                   f'partner("{self.pick(["Probe", "Sync"])}", {self.random.randrange(9)})',
                   f'printed("Contoso", {self.pick([chr(34) + "Probe" + chr(34), chr(34) + chr(34)])}, "1.{self.random.randrange(9)}")',
                   'std::string("MdePartner-Contoso-") + truth_text("product", "Probe") + "/1.0"']
        choices += list(scope.texts)
        if scope.flags:
            choices.append(f'std::string({self.condition(scope)} ? "{good}" : "{bad}")')
        return self.pick(choices)

    def pointer(self, scope: Scope) -> str:
        """An agent, as an expression that is a const char *."""
        if self.chance(10):
            return "nullptr"
        text = self.text(scope)
        if text.startswith('"'):
            return text
        if text.startswith("std::string(") and text.endswith('")') and "?" in text:
            return text[len("std::string("):-1]
        return f"({text}).c_str()" if "+" in text else f"{text}.c_str()"

    def condition(self, scope: Scope) -> str:
        if scope.loop and self.chance(40):
            return self.pick([f"{scope.loop} == 0", f"{scope.loop} > 0", f"{scope.loop} == 1"])
        if not scope.flags:
            return f"!({self.empty(self.pick(scope.texts))})" if scope.texts else "1 == 1"
        one = self.pick(scope.flags)
        choices = [one, one, f"!{one}"]
        if others := [flag for flag in scope.flags if flag != one]:
            two = self.pick(others)
            choices += [f"({one} && {two})", f"({one} || !{two})", f"({one} != {two})"]
        if scope.texts and self.chance(30):
            choices.append(self.empty(self.pick(scope.texts)))
        return self.pick(choices)

    def empty(self, text: str) -> str:
        return f"{text}.empty()"

    def host(self) -> str:
        return _OTHER if self.chance(20) else self.pick(_TARGETS)

    def url(self, label: str) -> str:
        """A URL, as an expression that becomes a std::string."""
        host = self.host()
        return self.pick([
            f'"http://{host}/api/L_{label}"', f'"http://{host}/api/L_{label}"',
            f'defender("/machines/L_{label}")', f'graph("/security/L_{label}")', f'siem("/L_{label}")',
            f'std::string("http://") + "{host}" + "/L_" + "{label}"',
        ])

    # Statements.

    def send(self, scope: Scope) -> Stmt:
        label = self.label()
        mark = f" // label: {label}"
        url = self.url(label)
        kinds = ["plain", "helper", "helper", "buffer", "stream"]
        if scope.sessions:
            kinds += ["session"] * 2
        if scope.options:
            kinds += ["options"] * 2
        if self.hooks and scope.depth == 0:
            kinds += ["hook"]
        kind = self.pick(kinds)
        handle = self.pick(scope.handles)
        if kind == "session":
            return Stmt([f"{self.pick(scope.sessions)}.get({url});{mark}"])
        if kind == "options":
            return Stmt([f"fetch({url}, {self.pick(scope.options)});{mark}"])
        if kind == "hook":
            name = self.name("hook")
            first, second = self.pick(self.hooks), self.pick(self.hooks)
            return Stmt([f"std::unique_ptr<Hook> {name};\nif ({self.condition(scope)})\n  {name} = std::make_unique<{first}>();\n"
                         f"else\n  {name} = std::make_unique<{second}>();\n{name}->run({handle}, {url});{mark}"])
        if kind == "helper":
            return Stmt([f"sendTo({handle}, {url});{mark}"])
        if kind == "buffer":
            name, host = self.name("url"), self.host()
            return Stmt([f'char {name}[160];\nsnprintf({name}, sizeof {name}, "http://%s/%s/L_%s", "{host}", "api", "{label}");{mark}\n'
                         f"curl_easy_setopt({handle}, CURLOPT_URL, {name});\ncurl_easy_perform({handle});{mark}"])
        if kind == "stream":
            name, host = self.name("url"), self.host()
            return Stmt([f'std::ostringstream {name};\n{name} << "http://" << "{host}" << "/L_{label}?page=" << {self.random.randrange(5)};{mark}\n'
                         f"sendTo({handle}, {name}.str());{mark}"])
        if not url.startswith('"'):
            url = f"({url}).c_str()"
        return Stmt([f"curl_easy_setopt({handle}, CURLOPT_URL, {url});{mark}\ncurl_easy_perform({handle});{mark}"])

    def agent(self, scope: Scope) -> Stmt:
        return Stmt([f"curl_easy_setopt({self.pick(scope.handles)}, CURLOPT_USERAGENT, {self.pointer(scope)});"])

    def header(self, scope: Scope) -> str:
        """A header line, as an expression that is a const char *."""
        return self.pick(['"Accept: application/json"', '"X-Trace: 1"', f'"User-Agent: {self.pick(_GOOD)}"',
                          f'"User-Agent: {self.pick(_BAD)}"', '"User-Agent:"',
                          f'(std::string("User-Agent: ") + {self.text(scope)}).c_str()'])

    def append(self, scope: Scope) -> Stmt:
        if not scope.lists:
            return self.agent(scope)
        name = self.pick(scope.lists)
        return Stmt([f"{name} = curl_slist_append({name}, {self.header(scope)});"])

    def headers(self, scope: Scope) -> Stmt:
        choices = ["nullptr", *scope.lists, *scope.lists]
        choices += [f"listOf({name})" for name in scope.maps] + [f"linesOf({name})" for name in scope.vectors]
        return Stmt([f"curl_easy_setopt({self.pick(scope.handles)}, CURLOPT_HTTPHEADER, {self.pick(choices)});"])

    def collection(self, scope: Scope) -> Stmt:
        choices = []
        for name in scope.maps:
            choices += [f'{name}["User-Agent"] = {self.text(scope)};', f'{name}["X-Trace"] = "on";',
                        f'{name}.erase("User-Agent");', f'{name}.emplace("User-Agent", {self.text(scope)});']
        for name in scope.vectors:
            choices += [f"{name}.push_back({self.header(scope)});", f"{name}.clear();",
                        f'{name}.push_back("User-Agent: " + std::string({self.text(scope)}));']
        for name in scope.options:
            choices += [f"{name}.agent = {self.text(scope)};", f"{name}.named = {self.condition(scope)};",
                        f"{name}.headers.push_back({self.header(scope)});", f"{name} = Options{{}};"]
        for name in scope.sessions:
            choices += [f"{name}.rename({self.text(scope)});", f'{name}.rename("");',
                        f'{name}.header("User-Agent", {self.text(scope)});', f'{name}.header("X-Trace", "1");']
        return Stmt([self.pick(choices)]) if choices else self.agent(scope)

    def assign(self, scope: Scope) -> Stmt:
        choices = []
        for name in scope.strings:
            choices += [f"{name} = {self.text(scope)};", f"{name} = {self.text(scope)};", f"{name}.clear();",
                        f'{name} += "/1.0";', f'{name} = "MdePartner-Contoso";', f'{name} += "-Probe";']
        changeable = [flag for flag in scope.flags if flag.startswith("f")]
        for name in changeable[:2]:
            choices.append(f"{name} = {self.condition(scope)};")
        return Stmt([self.pick(choices)]) if choices else self.agent(scope)

    def branch(self, scope: Scope) -> Stmt:
        inner = replace(scope, depth=scope.depth + 1)
        kind = self.random.randrange(10)
        if kind < 5:
            return Stmt([f"if ({self.condition(scope)}) {{", "}"], [self.block(inner, 1, 3)])
        if kind < 8 or self.questions > 1:
            return Stmt([f"if ({self.condition(scope)}) {{", "} else {", "}"],
                        [self.block(inner, 1, 2), self.block(inner, 1, 2)])
        self.questions += 2
        name = self.name("way")
        return Stmt([f'switch (truth_choice("{name}", 3)) {{\ncase 0: {{', "  break;\n}\ncase 1: {", "  break;\n}\ndefault: {", "}\n}"],
                    [self.block(inner, 1, 2), self.block(inner, 1, 2), self.block(inner, 1, 2)])

    def loop(self, scope: Scope) -> Stmt:
        name = self.name("i")
        inner = replace(scope, depth=scope.depth + 1, loop=name)
        head = f"for (int {name} = 0; {name} < {self.random.randrange(1, 4)}; ++{name}) {{"
        body = self.block(inner, 1, 3)
        if self.chance(30):
            body.insert(self.random.randrange(len(body) + 1),
                        Stmt([f"if ({self.condition(inner)})\n  {self.pick(['break', 'continue'])};"]))
        return Stmt([head, "}"], [body])

    def attempt(self, scope: Scope) -> Stmt:
        inner = replace(scope, depth=scope.depth + 1)
        body = self.block(inner, 1, 3)
        body.insert(self.random.randrange(len(body) + 1),
                    Stmt([f'if ({self.condition(scope)})\n  throw std::runtime_error("gone");']))
        return Stmt(["try {", f"}} catch (const std::{self.pick(['runtime_error', 'exception'])} &) {{", "}"],
                    [body, self.block(inner, 1, 2)])

    def handle(self, scope: Scope) -> Stmt:
        handle = self.pick(scope.handles)
        if self.chance(60):
            return Stmt([f"curl_easy_reset({handle});\ncurl_easy_setopt({handle}, CURLOPT_WRITEFUNCTION, drop);"])
        name = self.name("copy")
        inner = replace(scope, depth=scope.depth + 1, handles=scope.handles + (name, name))
        return Stmt([f"{{\n  CURL *{name} = curl_easy_duphandle({handle});", f"  curl_easy_cleanup({name});\n}}"],
                    [self.block(inner, 2, 3)])

    def leave(self, scope: Scope) -> Stmt:
        return Stmt([f"if ({self.condition(scope)})\n  {scope.returns}"])

    def call(self, scope: Scope) -> Stmt:
        lambdas = [f"{name}({self.pick(scope.handles)});" for name in scope.lambdas]
        if lambdas and self.chance(50):
            return Stmt([self.pick(lambdas)])
        if not scope.helpers:
            return self.send(scope)
        name, kinds = self.pick(self.helpers[: scope.helpers])
        arguments = []
        for kind in kinds:
            if kind == "handle":
                arguments.append(self.pick(scope.handles))
            elif kind == "text":
                arguments.append(self.text(scope))
            elif kind == "flag":
                arguments.append(self.condition(scope))
            else:
                arguments.append(self.pick(scope.lists) if scope.lists else "NULL")
        return Stmt([f"{name}({', '.join(arguments)});"])

    def statement(self, scope: Scope) -> Stmt:
        simple = ([self.send] * 5 + [self.agent] * 4 + [self.append] * 2 + [self.headers] * 3
                  + [self.collection] * 4 + [self.assign] * 3 + [self.handle] + [self.leave] + [self.call] * 3)
        nested = [self.branch] * 5 + [self.loop] + [self.attempt]
        return self.pick(simple + nested if scope.depth < 3 else simple)(scope)

    def block(self, scope: Scope, least: int, most: int) -> list[Stmt]:
        return [self.statement(scope) for _ in range(self.random.randrange(least, most + 1))]

    # Functions.

    def helper(self) -> None:
        name = self.name("helper")
        kinds = ["handle"] + [kind for kind in ("text", "flag", "list") if self.chance(50)]
        written = {"handle": "CURL *curl", "text": "const std::string &agent", "flag": "bool flag",
                   "list": "curl_slist *list"}
        if self.language == "c":
            written.update(text="const char *agent", flag="int flag", list="struct curl_slist *list")
        scope = Scope(handles=("curl",), flags=("flag",) if "flag" in kinds else (), strings=(),
                      texts=("agent",) if "text" in kinds else (), lists=("list",) if "list" in kinds else (),
                      helpers=len(self.helpers), depth=1)
        body = self.block(scope, 2, 4)
        self.functions.append(Function(name, f"static void {name}({', '.join(written[kind] for kind in kinds)}) {{", body))
        self.helpers.append((name, kinds))

    def hook_classes(self) -> None:
        scope = Scope(handles=("curl",), flags=("strict_",), strings=(), texts=("agent_",), lists=(), depth=2,
                      helpers=min(1, len(self.helpers)))
        self.functions.append(Function(
            "Hook", "class Hook {\npublic:\n  virtual ~Hook() = default;\n"
            "  bool run(CURL *curl, const std::string &url) {\n    prepare(curl);\n    return sendTo(curl, url);\n  }\n"
            "  virtual void prepare(CURL *curl) {", [self.agent(scope)] if self.chance(60) else [],
            f"  }}\n\nprotected:\n  std::string agent_ = {self.text(replace(scope, texts=(), flags=()))};\n"
            f"  bool strict_ = {self.pick(['true', 'false'])};\n}};"))
        self.hooks.append("Hook")
        for _ in range(self.random.randrange(1, 3)):
            name = self.name("Hook")
            body = self.block(replace(scope, depth=3), 1, 2)
            if self.chance(50):
                body.insert(self.random.randrange(len(body) + 1), Stmt(["Hook::prepare(curl);"]))
            self.functions.append(Function(name, f"class {name} : public Hook {{\npublic:\n  void prepare(CURL *curl) override {{",
                                           body, "  }\n};"))
            self.hooks.append(name)

    def closure(self, scope: Scope) -> tuple[Stmt, Scope]:
        name = self.name("with")
        inner = replace(scope, handles=("curl", "curl"), depth=2, returns="return;")
        kind = self.pick(["const auto", "const std::function<void(CURL *)>"])
        stmt = Stmt([f"{kind} {name} = [&](CURL *curl) {{", "};"], [self.block(inner, 1, 3)], frame=False)
        return stmt, replace(scope, lambdas=scope.lambdas + (name,))

    def program(self) -> Program:
        for _ in range(self.random.randrange(1, 5)):
            self.helper()
        if self.chance(40):
            self.hook_classes()
        numbered = lambda prefix, most: tuple(f"{prefix}{i}" for i in range(self.random.randrange(most + 1)))
        scope = Scope(handles=("h0",) + (("h1",) if self.chance(50) else ()),
                      flags=tuple(f"f{i}" for i in range(self.random.randrange(2, _MOST_FLAGS + 1))),
                      strings=numbered("s", 2), texts=(), lists=numbered("l", 2), maps=numbered("m", 1),
                      vectors=numbered("v", 1), options=numbered("o", 2), sessions=numbered("q", 1),
                      helpers=len(self.helpers), returns="return 1;")
        scope = replace(scope, texts=scope.strings)
        main: list[Stmt] = []
        for _ in range(self.random.randrange(6, 14)):
            if len(scope.lambdas) < 2 and self.chance(8):
                stmt, scope = self.closure(scope)
            else:
                stmt = self.statement(scope)
            main.append(stmt)
        main.append(self.send(scope))
        return Program(self.seed, self.language, self.functions, main)


class CGenerator(Generator):
    """The same in C: texts are arrays of char, hooks are tables of functions."""

    language = "c"

    def text(self, scope: Scope) -> str:
        """An agent, as an expression that is a const char *."""
        good, bad = self.pick(_GOOD), self.pick(_BAD)
        choices = [f'"{good}"', f'"{good}"', f'"{bad}"', f'printed("Contoso", "{self.pick(["Probe", ""])}", "1.{self.random.randrange(9)}")',
                   'printed("Contoso", truth_text("product", "Probe"), "2.0")', *scope.texts]
        if scope.flags:
            choices.append(f'({self.condition(scope)} ? "{good}" : "{bad}")')
        return self.pick(choices)

    def pointer(self, scope: Scope) -> str:
        return "NULL" if self.chance(10) else self.text(scope)

    def empty(self, text: str) -> str:
        return self.pick([f"{text}[0] == 0", f"strlen({text}) == 0"])

    def url(self, label: str) -> str:
        return self.pick([f'"http://{self.host()}/api/L_{label}"'] * 3 + [f'defender("/machines/L_{label}")'])

    def header(self, scope: Scope) -> str:
        return self.pick(['"Accept: application/json"', '"X-Trace: 1"', f'"User-Agent: {self.pick(_GOOD)}"',
                          f'"User-Agent: {self.pick(_BAD)}"', '"User-Agent:"', f"headerOf({self.text(scope)})"])

    def send(self, scope: Scope) -> Stmt:
        label, handle = self.label(), self.pick(scope.handles)
        mark = f" /* label: {label} */"
        kind = self.pick(["plain", "helper", "helper", "buffer"] + (["table"] if scope.depth == 0 else []))
        if kind == "plain":
            return Stmt([f"curl_easy_setopt({handle}, CURLOPT_URL, {self.url(label)});{mark}\ncurl_easy_perform({handle});{mark}"])
        if kind == "buffer":
            name = self.name("url")
            return Stmt([f'{{\n  char {name}[160];\n  snprintf({name}, sizeof {name}, "http://%s/%s/L_%s", "{self.host()}", "api", "{label}");{mark}\n'
                         f"  sendTo({handle}, {name});{mark}\n}}"])
        if kind == "table":
            name, second = self.name("row"), self.label()
            return Stmt([f"{{\n  static const struct row {name}[] = {{\n"
                         f'    {{"http://{self.host()}/api/L_{label}", "{self.pick(_GOOD + _BAD)}"}},{mark}\n'
                         f'    {{"http://{self.host()}/api/L_{second}", {self.pick([chr(34) + self.pick(_GOOD) + chr(34), "NULL"])}}}, /* label: {second} */\n  }};\n'
                         f"  for (int i = 0; i < 2; ++i) {{\n    curl_easy_setopt({handle}, CURLOPT_USERAGENT, {name}[i].agent);\n"
                         f"    sendTo({handle}, {name}[i].url); /* label: {label}, {second} */\n  }}\n}}"])
        return Stmt([f"sendTo({handle}, {self.url(label)});{mark}"])

    def headers(self, scope: Scope) -> Stmt:
        return Stmt([f"curl_easy_setopt({self.pick(scope.handles)}, CURLOPT_HTTPHEADER, {self.pick(['NULL', *scope.lists, *scope.lists])});"])

    def collection(self, scope: Scope) -> Stmt:
        return self.append(scope)

    def assign(self, scope: Scope) -> Stmt:
        choices = []
        for name in scope.strings:
            choices += [f"snprintf({name}, sizeof {name}, \"%s\", {self.text(replace(scope, texts=()))});", f"{name}[0] = 0;",
                        f'strcpy({name}, "MdePartner-Contoso");', f'strcat({name}, "-Probe");', f'strcat({name}, "/1.0");',
                        f'snprintf({name}, sizeof {name}, "MdePartner-Contoso-%s/%d", "Probe", {self.random.randrange(9)});']
        for name in [flag for flag in scope.flags if flag.startswith("f")][:2]:
            choices.append(f"{name} = {self.condition(scope)};")
        return Stmt([self.pick(choices)]) if choices else self.agent(scope)

    def attempt(self, scope: Scope) -> Stmt:
        return self.branch(scope)

    def hook_classes(self) -> None:
        pass

    def closure(self, scope: Scope) -> tuple[Stmt, Scope]:
        return self.branch(scope), scope


def generate(seed: str) -> Program:
    """Seeds that end in `c` are programs in C."""
    return (CGenerator if seed.endswith("c") else Generator)(seed).program()


if __name__ == "__main__":
    sys.stdout.write(write(generate(sys.argv[1])))
