#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Whether units that mde-audit skips could have changed what it finds.

Writes projects in which what one unit does to a request stands in others, in every way
that C++ has for it, among units that have nothing to do with requests. Each project is
audited twice, with --parse-all and without; the reports must be the same but for the
count of what was skipped. With --only each way is a project of its own, so that one does
not make up for what another needs.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
AGENTS = ["MdePartner-Contoso-Scan/1.0", "Contoso/1.0", "MdePartner-Contoso", "curl/8"]
URL = "https://api.securitycenter.microsoft.com/api/alerts"

# In each: @N is the number of the project's part, @A and @B are values of a User-Agent.
# SEND(agent) is the request; only the file in which it stands includes libcurl.
SEND = """#include <curl/curl.h>
static void transmit(const char *agent) {
  CURL *curl = curl_easy_init();
  curl_easy_setopt(curl, CURLOPT_URL, "%s");
  if (agent)
    curl_easy_setopt(curl, CURLOPT_USERAGENT, agent);
  curl_easy_perform(curl);
  curl_easy_cleanup(curl);
}
""" % URL

WAYS = {
    "function": {
        "agent@N.h": "#pragma once\n#include <string>\nstd::string agent@N();\n",
        "agent@N.cpp": '#include "agent@N.h"\nstd::string agent@N() { return "@A"; }\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(agent@N().c_str()); }\n',
    },
    "definition_in_guards": {
        "agent@N.h": "#pragma once\nextern \"C\" const char *agent@N(void);\n",
        "agent@N.cpp": '#ifdef __cplusplus\nextern "C" {\n#endif\nstruct Kept@N { int n; };\nstruct Kept@N *kept@N(void) { return nullptr; }\nconst char *agent@N(void) { return "@A"; }\n#ifdef __cplusplus\n}\n#endif\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(agent@N()); }\n',
    },
    "definition_in_branches": {
        "agent@N.h": "#pragma once\nconst char *agent@N(int);\n",
        "agent@N.cpp": '#ifdef OLD_COMPILER\nconst char *agent@N(long) {\n#else\nconst char *agent@N(int) {\n#endif\n  return "@A";\n}\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(agent@N(1)); }\n',
    },
    "definition_behind_unpaired_braces": {
        "agent@N.h": "#pragma once\nconst char *agent@N();\n",
        "agent@N.cpp": '#define END }\nstatic int early() { return 1; END\nint late@N() { return early(); }\nconst char *agent@N() { return "@A"; }\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(agent@N()); }\n',
    },
    "definition_in_a_class": {
        "agent@N.h": "#pragma once\nstruct Agent@N { struct Inner; static const char *get(); };\n",
        "agent@N.cpp": '#include "agent@N.h"\nnamespace { struct Local { const char *get() const { return "@A"; } }; }\nconst char *Agent@N::get() { return Local().get(); }\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(Agent@N::get()); }\n',
    },
    "global": {
        "agent@N.cpp": 'extern const char *const kAgent@N;\nconst char *const kAgent@N = "@A";\n',
        "client@N.cpp": "SENDextern const char *const kAgent@N;\nvoid run@N() { transmit(kAgent@N); }\n",
    },
    "static_member": {
        "agent@N.h": "#pragma once\n#include <string>\nstruct Settings@N { static std::string agent; };\n",
        "agent@N.cpp": '#include "agent@N.h"\nstd::string Settings@N::agent = "@A";\n',
        "other@N.cpp": '#include "agent@N.h"\nvoid set@N() { Settings@N().agent = "@B"; }\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(Settings@N::agent.c_str()); }\n',
    },
    "field": {
        "settings@N.h": "#pragma once\n#include <string>\nstruct Settings@N { std::string agent; int level = 0; void init(); };\nSettings@N &settings@N();\n",
        "settings@N.cpp": '#include "settings@N.h"\nSettings@N &settings@N() { static Settings@N one; return one; }\n',
        "init@N.cpp": '#include "settings@N.h"\nvoid Settings@N::init() { agent = "@A"; }\n',
        "client@N.cpp": '#include "settings@N.h"\nSENDvoid run@N() { settings@N().init(); transmit(settings@N().agent.c_str()); }\n',
    },
    "aggregate": {
        "config@N.h": "#pragma once\nstruct Config@N { const char *agent; int timeout; };\nConfig@N load@N();\n",
        "config@N.cpp": '#include "config@N.h"\nConfig@N load@N() { return {"@A", 3}; }\n',
        "client@N.cpp": '#include "config@N.h"\nSENDvoid run@N() { Config@N c = load@N(); transmit(c.agent); }\n',
    },
    "argument": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { send@N("@A"); }\n',
        "other@N.cpp": '#include "client@N.h"\nvoid other@N(bool b) { if (b) send@N("@B"); }\n',
    },
    "redeclared": {
        "client@N.cpp": 'SENDextern "C" void send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.c": 'void send@N(const char *agent);\nvoid caller@N(void) { send@N("@A"); }\n',
    },
    "inline_wrapper": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "notify@N.h": '#pragma once\n#include "client@N.h"\ninline void notify@N() { send@N("@A"); }\n',
        "caller@N.cpp": '#include "notify@N.h"\nvoid caller@N() { notify@N(); }\n',
    },
    "inline_chain": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "one@N.h": '#pragma once\n#include "client@N.h"\ninline void one@N(const char *a) { send@N(a); }\n',
        "two@N.h": '#pragma once\n#include "one@N.h"\nstruct Two@N { void go(const char *a) const { one@N(a); } };\n',
        "caller@N.cpp": '#include "two@N.h"\nvoid caller@N(const Two@N &t) { t.go("@A"); }\n',
    },
    "template_wrapper": {
        "client@N.h": "#pragma once\n#include <string>\nvoid send@N(const char *agent);\ntemplate <typename T> void post@N(const T &t) { send@N(t.c_str()); }\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { post@N(std::string("@A")); }\n',
    },
    "class_template": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\ntemplate <typename T> struct Poster@N { T text; void post() { send@N(text); } };\nusing TextPoster@N = Poster@N<const char *>;\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { TextPoster@N p{"@A"}; p.post(); }\n',
    },
    "macro": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\n#define ALERT@N(x) send@N(x)\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { ALERT@N("@A"); }\n',
    },
    "pasting": {
        "paste@N.h": "#pragma once\n#define PASTE@N(a, b) a##b\n#define CALL@N(what) PASTE@N(send, what)\n",
        "client@N.h": "#pragma once\nvoid sendAlert@N(const char *agent);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid sendAlert@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "paste@N.h"\n#include "client@N.h"\nvoid caller@N() { CALL@N(Alert@N)("@A"); }\n',
    },
    "macro_that_declares": {
        "client@N.h": "#pragma once\nvoid sendAlert@N(const char *agent);\n#define DECLARE@N(name) inline void name##Alert(const char *a) { sendAlert@N(a); }\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid sendAlert@N(const char *agent) { transmit(agent); }\n',
        "declared@N.h": '#pragma once\n#include "client@N.h"\nDECLARE@N(quick@N)\n',
        "caller@N.cpp": '#include "declared@N.h"\nvoid caller@N() { quick@NAlert("@A"); }\n',
    },
    "virtual_hook": {
        "client@N.h": "#pragma once\n#include <string>\nstruct Client@N { virtual ~Client@N() = default; virtual std::string agent() const { return \"@A\"; } void run(); };\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid Client@N::run() { transmit(agent().c_str()); }\n',
        "other@N.cpp": '#include "client@N.h"\nstruct Own@N : Client@N { std::string agent() const override { return "@B"; } };\nvoid caller@N() { Own@N own; own.run(); }\n',
    },
    "interface": {
        "handler@N.h": "#pragma once\nstruct Handler@N { virtual ~Handler@N() = default; virtual void handle(const char *what) = 0; };\n",
        "client@N.cpp": '#include "handler@N.h"\nSENDstruct Sender@N : Handler@N { void handle(const char *what) override { transmit(what); } };\nHandler@N *make@N() { return new Sender@N; }\n',
        "other@N.cpp": '#include "handler@N.h"\nHandler@N *make@N();\nvoid caller@N() { Handler@N *h = make@N(); h->handle("@A"); delete h; }\n',
        "third@N.cpp": '#include "handler@N.h"\nvoid third@N(Handler@N &h) { h.handle("@B"); }\n',
    },
    "interface_alone": {
        "handler@N.h": "#pragma once\nstruct Handler@N { virtual ~Handler@N() = default; virtual void handle(const char *what) = 0; };\n",
        "client@N.cpp": '#include "handler@N.h"\nSENDnamespace { struct Sender : Handler@N { void handle(const char *what) override { transmit(what); } }; Sender one; }\nHandler@N *const kSender@N = &one;\n',
        "third@N.cpp": '#include "handler@N.h"\nvoid third@N(Handler@N &h) { h.handle("@B"); }\n',
    },
    "field_of_an_outside_object": {
        "settings@N.h": "#pragma once\n#include <string>\nstruct Settings@N { std::string agent; };\n",
        "other@N.cpp": '#include "settings@N.h"\nvoid other@N(Settings@N &s) { s.agent = "@B"; }\n',
        "client@N.cpp": '#include "settings@N.h"\nSENDvoid run@N(const Settings@N &s) { transmit(s.agent.c_str()); }\n',
    },
    "hook_in_a_field": {
        "hook@N.h": "#pragma once\n#include <string>\nextern std::string agent@N;\nstruct Client@N { void (*hook)(); void run(); };\n",
        "client@N.cpp": '#include "hook@N.h"\nSENDstd::string agent@N = "@A";\nvoid Client@N::run() { hook(); transmit(agent@N.c_str()); }\n',
        "other@N.cpp": '#include "hook@N.h"\n#include <cstdio>\nstatic void dot() { std::puts("."); }\nvoid other@N(Client@N &c) { c.hook = dot; }\n',
    },
    "url_to_a_hook": {
        "hook@N.h": "#pragma once\n#include <string>\nstruct Client@N { void (*log)(const char *); void run(); };\n",
        "client@N.cpp": '#include "hook@N.h"\nSENDvoid Client@N::run() { log("%s"); transmit("@A"); }\n' % URL,
        "other@N.cpp": '#include "hook@N.h"\n#include <cstdio>\nstatic void print(const char *s) { std::puts(s); }\nvoid other@N(Client@N &c) { c.log = print; }\n',
    },
    "link_to_a_folder": {
        "LINK link@N": ".",
        "client@N.h": "#pragma once\nstruct Client@N { void send(const char *agent) const; };\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid Client@N::send(const char *agent) const { transmit(agent); }\n',
        "caller@N.cpp": '#include "link@N/client@N.h"\nvoid caller@N(const Client@N &c) { c.send("@A"); }\n',
    },
    "std_function": {
        "client@N.h": "#pragma once\n#include <functional>\n#include <string>\nstruct Client@N { std::function<std::string()> provider; void run(); };\nextern Client@N client@N;\n",
        "client@N.cpp": '#include "client@N.h"\nSENDClient@N client@N;\nvoid Client@N::run() { transmit(provider().c_str()); }\n',
        "other@N.cpp": '#include "client@N.h"\nvoid other@N() { client@N.provider = [] { return std::string("@A"); }; client@N.run(); }\n',
    },
    "hook_pointer": {
        "client@N.cpp": "SENDconst char *(*agentHook@N)() = nullptr;\nvoid run@N() { transmit(agentHook@N ? agentHook@N() : nullptr); }\n",
        "other@N.cpp": 'extern const char *(*agentHook@N)();\nstatic const char *own() { return "@A"; }\nvoid other@N() { agentHook@N = own; }\n',
    },
    "callback_out": {
        "client@N.cpp": "SENDvoid send@N(const char *agent) { transmit(agent); }\nvoid enroll@N(void (*)(const char *));\nvoid start@N() { enroll@N(send@N); }\n",
        "other@N.cpp": 'static void (*kept@N)(const char *);\nvoid enroll@N(void (*f)(const char *)) { kept@N = f; }\nvoid fire@N() { if (kept@N) kept@N("@A"); }\n',
    },
    "closure_out": {
        "bus@N.h": "#pragma once\n#include <functional>\n#include <string>\nvoid each@N(const std::function<void(const std::string &)> &f);\n",
        "client@N.cpp": '#include "bus@N.h"\nSENDvoid start@N() { each@N([](const std::string &a) { transmit(a.c_str()); }); }\n',
        "bus@N.cpp": '#include "bus@N.h"\nvoid each@N(const std::function<void(const std::string &)> &f) { f("@A"); }\n',
    },
    "reference_out": {
        "store@N.h": "#pragma once\n#include <string>\nstruct Store@N { std::string &agent(); std::string agent_ = \"@A\"; };\nextern Store@N store@N;\n",
        "store@N.cpp": '#include "store@N.h"\nStore@N store@N;\nstd::string &Store@N::agent() { return agent_; }\n',
        "other@N.cpp": '#include "store@N.h"\nvoid other@N() { store@N.agent() = "@B"; }\n',
        "client@N.cpp": '#include "store@N.h"\nSENDvoid run@N() { transmit(store@N.agent_.c_str()); }\n',
    },
    "operator": {
        "client@N.h": "#pragma once\nstruct Client@N { int n = 0; };\nClient@N &operator<<(Client@N &c, const char *what);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDClient@N &operator<<(Client@N &c, const char *what) { transmit(what); return c; }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N(Client@N &c) { c << "@A"; }\n',
    },
    "member_operator": {
        "client@N.h": "#pragma once\nstruct Client@N { void operator()(const char *what) const; };\ninline const Client@N client@N;\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid Client@N::operator()(const char *what) const { transmit(what); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { client@N("@A"); }\n',
        "other@N.cpp": '#include "client@N.h"\nvoid other@N(const Client@N &c) { c("@B"); }\n',
    },
    "conversion": {
        "agent@N.h": "#pragma once\n#include <string>\nstruct Agent@N { operator std::string() const; };\n",
        "agent@N.cpp": '#include "agent@N.h"\nAgent@N::operator std::string() const { return "@A"; }\n',
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { Agent@N a; std::string s = a; transmit(s.c_str()); }\n',
    },
    "destructor": {
        "bye@N.h": "#pragma once\n#include <memory>\nstruct Bye@N { const char *agent; explicit Bye@N(const char *a) : agent(a) {} ~Bye@N(); };\nstd::unique_ptr<Bye@N> make@N();\n",
        "bye@N.cpp": '#include "bye@N.h"\nSENDBye@N::~Bye@N() { transmit(agent); }\n',
        "make@N.cpp": '#include "bye@N.h"\nstd::unique_ptr<Bye@N> make@N() { return std::make_unique<Bye@N>("@A"); }\n',
        "caller@N.cpp": '#include "bye@N.h"\nvoid caller@N() { auto b = make@N(); }\n',
    },
    "deleter": {
        "bye@N.h": "#pragma once\nstruct Bye@N { const char *agent = \"@A\"; ~Bye@N(); };\n",
        "bye@N.cpp": '#include "bye@N.h"\nSENDBye@N::~Bye@N() { transmit(agent); }\n',
        "caller@N.cpp": '#include "bye@N.h"\nvoid caller@N(Bye@N *b) { delete b; }\n',
    },
    "constructor": {
        "client@N.h": "#pragma once\nstruct Base@N { explicit Base@N(const char *agent); };\nstruct Derived@N : Base@N { using Base@N::Base@N; };\n",
        "client@N.cpp": '#include "client@N.h"\nSENDBase@N::Base@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { Derived@N d("@A"); }\n',
    },
    "static_object": {
        "registry@N.h": "#pragma once\nextern const char *agent@N;\nstruct Setter@N { explicit Setter@N(const char *a) { agent@N = a; } };\n",
        "client@N.cpp": '#include "registry@N.h"\nSENDconst char *agent@N = nullptr;\nvoid run@N() { transmit(agent@N); }\n',
        "other@N.cpp": '#include "registry@N.h"\nstatic const Setter@N setter("@A");\n',
    },
    "inline_variable": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\nusing Poster@N = void (*)(const char *);\ninline const Poster@N poster@N = &send@N;\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { poster@N("@A"); }\n',
    },
    "command_line": {
        "client@N.cpp": "SENDvoid send@N(const char *agent) { transmit(agent); }\n",
        "caller@N.cpp": 'void SENDER(const char *agent);\nvoid caller@N() { SENDER("@A"); }\n',
        "FLAGS caller@N.cpp": "-DSENDER=send@N",
    },
    "decision": {
        "flags@N.h": "#pragma once\nbool identify@N();\n",
        "flags@N.cpp": '#include "flags@N.h"\nbool identify@N() { return false; }\n',
        "client@N.cpp": '#include "flags@N.h"\nSENDvoid run@N() { transmit(identify@N() ? "@A" : nullptr); }\n',
    },
    "member_pointer": {
        "settings@N.h": "#pragma once\n#include <string>\nstruct Settings@N { std::string agent, other; };\nextern Settings@N settings@N;\ninline std::string Settings@N::*const kField@N = &Settings@N::agent;\n",
        "client@N.cpp": '#include "settings@N.h"\nSENDSettings@N settings@N;\nvoid run@N() { transmit(settings@N.agent.c_str()); }\n',
        "other@N.cpp": '#include "settings@N.h"\nvoid other@N() { settings@N.*kField@N = "@A"; }\n',
    },
    "url_to_unseen": {
        "urls@N.h": "#pragma once\n#include <string>\nstd::string url@N();\nextern \"C\" void acme_transmit@N(const char *url);\n",
        "urls@N.cpp": '#include "urls@N.h"\nstd::string url@N() { return "%s"; }\n' % URL,
        "other@N.cpp": '#include "urls@N.h"\nvoid other@N() { acme_transmit@N(url@N().c_str()); }\n',
    },
    "url_through_helper": {
        "urls@N.h": "#pragma once\n#include <string>\nvoid forward@N(const std::string &url);\nextern \"C\" void acme_transmit@N(const char *url);\n",
        "urls@N.cpp": '#include "urls@N.h"\nvoid start@N() { forward@N("%s"); }\n' % URL,
        "helper@N.cpp": '#include "urls@N.h"\nvoid forward@N(const std::string &url) { acme_transmit@N(url.c_str()); }\n',
    },
    "url_through_two_helpers": {
        "urls@N.h": "#pragma once\n#include <string>\nvoid forward@N(const std::string &url);\nvoid further@N(const std::string &url);\nextern \"C\" void acme_transmit@N(const char *url);\n",
        "urls@N.cpp": '#include "urls@N.h"\nvoid start@N() { forward@N("%s"); }\n' % URL,
        "helper@N.cpp": '#include "urls@N.h"\nvoid forward@N(const std::string &url) { further@N(url); }\n',
        "further@N.cpp": '#include "urls@N.h"\nvoid further@N(const std::string &url) { acme_transmit@N(url.c_str()); }\n',
    },
    "url_in_field": {
        "job@N.h": "#pragma once\n#include <string>\nstruct Job@N { std::string url; };\nvoid fill@N(Job@N &j);\nextern \"C\" void acme_transmit@N(const char *url);\n",
        "fill@N.cpp": '#include "job@N.h"\nvoid fill@N(Job@N &j) { j.url = "%s"; }\n' % URL,
        "other@N.cpp": '#include "job@N.h"\nvoid other@N() { Job@N j; fill@N(j); acme_transmit@N(j.url.c_str()); }\n',
    },
    "looked_up": {
        "client@N.cpp": 'SEND#include <dlfcn.h>\nvoid run@N() { auto f = (const char *(*)())dlsym(RTLD_DEFAULT, "agent@N"); transmit(f ? f() : nullptr); }\n',
        "other@N.cpp": 'extern "C" const char *agent@N() { return "@A"; }\n',
    },
    "range_for": {
        "pages@N.h": "#pragma once\nstruct Pages@N { const int *begin() const; const int *end() const; int n[2] = {1, 2}; };\n",
        "pages@N.cpp": '#include "pages@N.h"\nSENDconst int *Pages@N::begin() const { transmit("@A"); return n; }\nconst int *Pages@N::end() const { return n + 2; }\n',
        "caller@N.cpp": '#include "pages@N.h"\nint caller@N(const Pages@N &p) { int sum = 0; for (int i : p) sum += i; return sum; }\n',
    },
    "default_argument": {
        "client@N.h": "#pragma once\nextern const char *kAgent@N;\nvoid send@N(const char *agent = kAgent@N);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "agent@N.cpp": '#include "client@N.h"\nconst char *kAgent@N = "@A";\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { send@N(); }\n',
    },
    "make_shared": {
        "client@N.h": "#pragma once\n#include <memory>\n#include <string>\nclass Client@N {\npublic:\n  explicit Client@N(std::string a) : agent_(std::move(a)) {}\n  void poll() const;\nprivate:\n  std::string agent_;\n};\nstd::shared_ptr<Client@N> client@N();\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid Client@N::poll() const { transmit(agent_.c_str()); }\n',
        "make@N.cpp": '#include "client@N.h"\nstd::shared_ptr<Client@N> client@N() { return std::make_shared<Client@N>("@A"); }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid caller@N() { client@N()->poll(); }\n',
    },
    "inactive_branch": {
        "extra@N.h": "void send@N(const char *agent);\n#ifdef WITH_EXTRA\ninline void extra@N() { send@N(\"@A\"); }\n#endif\n",
        "client@N.cpp": '#include "extra@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#define WITH_EXTRA\n#include "extra@N.h"\nvoid caller@N() { extra@N(); }\n',
    },
    "whole_object": {
        "config@N.h": "#pragma once\n#include <string>\nstruct Config@N { std::string agent; int n = 0; };\nConfig@N defaults@N();\nvoid setup@N(Config@N &c);\n",
        "defaults@N.cpp": '#include "config@N.h"\nConfig@N defaults@N() { Config@N c; c.agent = "@A"; return c; }\n',
        "setup@N.cpp": '#include "config@N.h"\nvoid setup@N(Config@N &c) { c = defaults@N(); }\n',
        "client@N.cpp": '#include "config@N.h"\nSENDvoid run@N() { Config@N c; setup@N(c); transmit(c.agent.c_str()); }\n',
    },
    "map": {
        "agents@N.h": "#pragma once\n#include <map>\n#include <string>\nstd::map<std::string, std::string> &agents@N();\n",
        "agents@N.cpp": '#include "agents@N.h"\nstd::map<std::string, std::string> &agents@N() { static std::map<std::string, std::string> all; return all; }\n',
        "other@N.cpp": '#include "agents@N.h"\nvoid other@N() { agents@N()["main"] = "@A"; }\n',
        "client@N.cpp": '#include "agents@N.h"\nSENDvoid other@N();\nvoid run@N() { other@N(); transmit(agents@N()["main"].c_str()); }\n',
    },
    "returned_closure": {
        "maker@N.h": "#pragma once\n#include <functional>\n#include <string>\nstd::function<std::string()> maker@N();\n",
        "maker@N.cpp": '#include "maker@N.h"\nstd::function<std::string()> maker@N() { return [] { return std::string("@A"); }; }\n',
        "client@N.cpp": '#include "maker@N.h"\nSENDvoid run@N() { transmit(maker@N()().c_str()); }\n',
    },
    "crtp": {
        "base@N.h": "#pragma once\nvoid send@N(const char *agent);\ntemplate <typename D> struct Base@N { void run() { send@N(static_cast<D *>(this)->agent()); } };\n",
        "client@N.cpp": '#include "base@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "other@N.cpp": '#include "base@N.h"\nstruct Own@N : Base@N<Own@N> { const char *agent() { return "@A"; } };\nvoid caller@N() { Own@N().run(); }\n',
    },
    "logger": {
        "log@N.h": "#pragma once\n#include <string>\nvoid log@N(const std::string &line);\nstd::string stamp@N();\n",
        "log@N.cpp": '#include "log@N.h"\n#include <cstdio>\nvoid log@N(const std::string &line) { std::puts((stamp@N() + line).c_str()); }\n',
        "stamp@N.cpp": '#include "log@N.h"\nstd::string stamp@N() { return "now "; }\n',
        "client@N.cpp": '#include "log@N.h"\nSENDvoid run@N() { std::string url = "%s"; log@N("to " + url); transmit("@A"); }\n' % URL,
    },
    "two_programs": {
        "agent@N.h": "#pragma once\nconst char *agent@N();\nvoid run@N();\n",
        "client@N.cpp": '#include "agent@N.h"\nSENDvoid run@N() { transmit(agent@N()); }\n',
        "one@N.cpp": '#include "agent@N.h"\nconst char *agent@N() { return "@A"; }\nint main() { run@N(); }\n',
        "two@N.cpp": '#include "agent@N.h"\nconst char *agent@N() { return "@B"; }\nint main() { run@N(); }\n',
    },
    "reference_kept": {
        "view@N.h": "#pragma once\n#include <string>\nstruct View@N { std::string *to = nullptr; };\nextern View@N view@N;\nextern std::string agent@N;\n",
        "client@N.cpp": '#include "view@N.h"\nSENDstd::string agent@N = "@A";\nView@N view@N{&agent@N};\nvoid run@N() { transmit(agent@N.c_str()); }\n',
        "other@N.cpp": '#include "view@N.h"\nvoid other@N() { *view@N.to = "@B"; }\n',
    },
    "thread_argument": {
        "client@N.h": "#pragma once\nvoid send@N(const char *agent);\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid send@N(const char *agent) { transmit(agent); }\n',
        "caller@N.cpp": '#include "client@N.h"\n#include <thread>\nvoid caller@N() { std::thread t(send@N, "@A"); t.join(); }\n',
    },
    "friend_function": {
        "client@N.h": "#pragma once\nclass Client@N {\n  const char *agent_ = \"@A\";\n  friend void configure@N(Client@N &c, const char *a);\npublic:\n  void run() const;\n};\n",
        "client@N.cpp": '#include "client@N.h"\nSENDvoid Client@N::run() const { transmit(agent_); }\n',
        "friend@N.cpp": '#include "client@N.h"\nvoid configure@N(Client@N &c, const char *a) { c.agent_ = a; }\n',
        "caller@N.cpp": '#include "client@N.h"\nvoid configure@N(Client@N &c, const char *a);\nvoid caller@N() { Client@N c; configure@N(c, "@B"); c.run(); }\n',
    },
}

FILLER = """#include <string>
#include <vector>
%s
struct Part%d { std::string name; int value = %d; };
int total%d(const std::vector<Part%d> &all) {
  int sum = 0;
  for (const Part%d &each : all) sum += each.value + static_cast<int>(each.name.size());
  return sum;
}
"""


def write_project(folder, ways, fillers, rng):
    commands, headers, flags = [], [], {}
    for number, way in enumerate(ways):
        values = {"@A": rng.choice(AGENTS), "@B": rng.choice(AGENTS)}
        for name, text in WAYS[way].items():
            name, text = (s.replace("@N", str(number)) for s in (name, text))
            for key, value in values.items():
                text = text.replace(key, value)
            if name.startswith("LINK "):
                os.symlink(text, os.path.join(folder, name.split()[1]))
                continue
            if name.startswith("FLAGS "):
                flags[name.split()[1]] = text.split()
                continue
            text = text.replace("SENDER(", "\0").replace("SEND", SEND).replace("\0", "SENDER(")
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
            if name.endswith(".h"):
                headers.append(name)
            else:
                commands.append(name)
    for number in range(fillers):
        # Some include what others send with, and use none of it.
        include = '#include "%s"' % rng.choice(headers) if headers and number % 2 else ""
        name = "filler%d.cpp" % number
        with open(os.path.join(folder, name), "w") as file:
            file.write(FILLER % ((include,) + (number,) * 5))
        commands.append(name)
    rng.shuffle(commands)
    entries = []
    for name in commands:
        compiler = ["clang", "-std=c11"] if name.endswith(".c") else ["clang++", "-std=c++20"]
        entries.append({"directory": folder, "file": name,
                        "arguments": compiler + flags.get(name, []) + ["-c", name]})
    with open(os.path.join(folder, "compile_commands.json"), "w") as file:
        json.dump(entries, file)


def audit(tool, folder, *options):
    report = os.path.join(folder, "report.json")
    result = subprocess.run([tool, "--quiet", "--json=" + report, *options], cwd=folder,
                            capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit("mde-audit ended with %d in %s:\n%s" % (result.returncode, folder, result.stderr))
    with open(report) as file:
        return json.load(file)


def compare(tool, ways, fillers, seed):
    """Returns a difference as text, or None; and the number of units and skipped ones."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        write_project(folder, ways, fillers, rng)
        some = audit(tool, folder, "--no-cache")
        every = audit(tool, folder, "--no-cache", "--parse-all")
    skipped = some["units"].pop("skipped")
    every["units"].pop("skipped")
    count = every["units"]["total"]
    # What was read to find out is no part of what was found.
    for report in (some, every):
        report.pop("inputs", None)
    if some == every:
        return None, count, skipped
    for part in every:
        if some.get(part) != every[part]:
            return "%s differ:\n  all parsed: %s\n  some skipped: %s" % (
                part, json.dumps(every[part])[:1500], json.dumps(some.get(part))[:1500]), count, skipped
    return "the reports differ", count, skipped


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--only", nargs="*", help="each of these ways by itself; none named: each of all")
    parser.add_argument("--projects", type=int, default=1, help="random projects")
    parser.add_argument("--ways", type=int, default=len(WAYS), help="in a random project")
    parser.add_argument("--fillers", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tool = os.path.join(os.path.abspath(arguments.build), "bin", "mde-audit")
    if arguments.only is not None:
        runs = [([way], arguments.seed) for way in arguments.only or WAYS]
    else:
        rng = random.Random(arguments.seed)
        runs = [([rng.choice(list(WAYS)) for _ in range(arguments.ways)] if arguments.projects > 1 else list(WAYS),
                 arguments.seed + n) for n in range(arguments.projects)]
    units = skipped = 0
    faults = []
    for ways, seed in runs:
        difference, count, left = compare(tool, ways, arguments.fillers, seed)
        units += count
        skipped += left
        if difference:
            faults.append((ways, seed))
            print("%s, seed %d: %s" % (" ".join(ways), seed, difference))
        if left == 0:
            faults.append((ways, seed))
            print("%s, seed %d: nothing was skipped" % (" ".join(ways), seed))
    print("%d projects, %d units, %d of them skipped, %d with another result" % (len(runs), units, skipped, len(faults)))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
